package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Works on updates v1 as bytes, without making a document: in time linear in their size. All methods throw
 * {@link MalformedUpdateException} if an argument is not what it should be.
 */
public final class Updates {
    /** About how many bytes of heap the items of an update take in a document. */
    public static long heap(byte[] update) {
        return Survey.heap(update);
    }

    private Updates() {}

    /** One update that does what all of these do. Runs that were typed in pieces are joined; no content is dropped. */
    public static byte[] merge(List<byte[]> updates) {
        SliceSet all = new SliceSet();
        updates.forEach(all::add);
        return all.write(new StateVector(Map.of()));
    }

    /** The part of an update that someone with this state vector lacks; its deletions whole. */
    public static byte[] diff(byte[] update, byte[] stateVector) {
        SliceSet all = new SliceSet();
        all.add(update);
        return all.write(StateVector.decode(stateVector));
    }

    /** What someone knows for sure who has applied nothing but this update. */
    public static byte[] stateVector(byte[] update) {
        SliceSet all = new SliceSet();
        all.add(update);
        Encoder out = new Encoder();
        all.stateVector().write(out);
        return out.toByteArray();
    }

    /** An update without the items of these clients; its deletions stay. */
    public static byte[] without(byte[] update, Set<Long> clients) {
        SliceSet all = new SliceSet();
        all.add(update);
        all.leaveOut(clients);
        return all.write(new StateVector(Map.of()));
    }

    /** The structs and deletions of several updates. */
    private static final class SliceSet {
        private final LongMap<List<Slice>> clients = new LongMap<>();
        private final DeleteSet deletes = new DeleteSet();

        void add(byte[] update) {
            Decoder in = new Decoder(update);
            int count = in.readCount(3);
            for (int i = 0; i < count; i++) {
                addRun(in);
            }
            deletes.addAll(DeleteSet.read(in));
            in.expectEnd();
        }

        private void addRun(Decoder in) {
            int count = in.readCount(2);
            long client = in.readVarUint();
            long clock = in.readVarUint();
            List<Slice> slices = clients.get(client);
            if (slices == null) {
                slices = new ArrayList<>();
                clients.put(client, slices);
            }
            for (int i = 0; i < count; i++) {
                Slice slice = new Slice(in, client, clock);
                clock = slice.end();
                if (slice.length > 0 && slice.ref() != Content.REF_SKIP) {
                    slices.add(slice);
                }
            }
        }

        private List<Slice> sorted(long client) {
            List<Slice> slices = clients.get(client);
            if (slices == null) {
                return List.of();
            }
            slices.sort(Comparator.comparingLong(slice -> slice.clock));
            return slices;
        }

        void leaveOut(Set<Long> unwanted) {
            for (long client : clients.keysDescending()) {
                if (unwanted.contains(client)) {
                    clients.put(client, new ArrayList<>());
                }
            }
        }

        StateVector stateVector() {
            Map<Long, Long> clocks = new TreeMap<>();
            for (long client : clients.keysDescending()) {
                long known = 0;
                for (Slice slice : sorted(client)) {
                    known = slice.clock <= known ? Math.max(known, slice.end()) : known;
                }
                if (known > 0) {
                    clocks.put(client, known);
                }
            }
            return new StateVector(clocks);
        }

        byte[] write(StateVector known) {
            Encoder body = new Encoder(1024);
            int written = 0;
            for (long client : clients.keysDescending()) {
                SliceWriter run = new SliceWriter(client, known.clock(client));
                sorted(client).forEach(run::add);
                written += run.writeTo(body) ? 1 : 0;
            }
            Encoder out = new Encoder(body.size() + 16);
            out.writeVarUint(written).writeAll(body);
            deletes.normalize().write(out);
            return out.toByteArray();
        }
    }
}
