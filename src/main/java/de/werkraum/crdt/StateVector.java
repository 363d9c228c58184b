package de.werkraum.crdt;

import java.util.HashMap;
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

    /** Reads one of strangers: what it tells of clients that a store doesn't know is left out, however much that is. */
    static StateVector decode(byte[] bytes, Store store) {
        Decoder in = new Decoder(bytes);
        Map<Long, Long> clocks = new HashMap<>();
        for (int count = in.readCount(2); count > 0; count--) {
            long client = in.readVarUint();
            long clock = in.readVarUint();
            if (store.log(client) != null) {
                clocks.put(client, clock);
            }
        }
        in.expectEnd();
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
