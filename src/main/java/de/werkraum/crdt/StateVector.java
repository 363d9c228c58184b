package de.werkraum.crdt;

import java.util.Map;
import java.util.TreeMap;

/** For each client the clock up to which everything is known: the number of its elements, if none is missing. */
record StateVector(Map<Long, Long> clocks) {
    static StateVector read(Decoder in) {
        int count = in.readCount(2);
        Map<Long, Long> clocks = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            clocks.put(in.readVarUint(), in.readVarUint());
        }
        return new StateVector(clocks);
    }

    static StateVector decode(byte[] bytes) {
        Decoder in = new Decoder(bytes);
        StateVector vector = read(in);
        in.expectEnd();
        return vector;
    }

    long clock(long client) {
        return clocks.getOrDefault(client, 0L);
    }

    void write(Encoder out) {
        TreeMap<Long, Long> sorted = new TreeMap<>(clocks);
        out.writeVarUint(sorted.size());
        sorted.descendingMap()
                .forEach((client, clock) -> out.writeVarUint(client).writeVarUint(clock));
    }
}
