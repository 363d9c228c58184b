package de.werkraum.crdt;

/** Which clocks of which clients are deleted. */
final class DeleteSet {
    private final LongMap<Ranges> clients = new LongMap<>();

    boolean isEmpty() {
        return clients.size() == 0;
    }

    void add(long client, long start, long end) {
        if (start < end) {
            of(client).add(start, end);
        }
    }

    void addAll(long client, Ranges ranges) {
        if (ranges.count() > 0) {
            of(client).addAll(ranges);
        }
    }

    void addAll(DeleteSet other) {
        for (long client : other.clients()) {
            of(client).addAll(other.get(client));
        }
    }

    private Ranges of(long client) {
        Ranges ranges = clients.get(client);
        if (ranges == null) {
            ranges = new Ranges();
            clients.put(client, ranges);
        }
        return ranges;
    }

    /** The largest client first. */
    long[] clients() {
        return clients.keysDescending();
    }

    /** The client's ranges, to be read only. */
    Ranges get(long client) {
        Ranges ranges = clients.get(client);
        return ranges == null ? new Ranges() : ranges;
    }

    boolean contains(long client, long clock) {
        Ranges ranges = clients.get(client);
        return ranges != null && ranges.contains(clock);
    }

    DeleteSet normalize() {
        for (long client : clients()) {
            of(client).normalize();
        }
        return this;
    }

    /** The number of ranges. */
    int count() {
        int count = 0;
        for (long client : clients()) {
            count += of(client).count();
        }
        return count;
    }

    static DeleteSet read(Decoder in) {
        DeleteSet set = new DeleteSet();
        int clientCount = in.readCount(2);
        for (int i = 0; i < clientCount; i++) {
            long client = in.readVarUint();
            int count = in.readCount(2);
            for (int k = 0; k < count; k++) {
                long clock = in.readVarUint();
                long length = in.readVarUint();
                if (clock + length > Decoder.MAX_SAFE) {
                    throw new MalformedUpdateException("clock beyond 2^53 - 1");
                }
                set.add(client, clock, clock + length);
            }
        }
        return set.normalize();
    }

    void write(Encoder out) {
        long[] ids = clients();
        out.writeVarUint(ids.length);
        for (long client : ids) {
            Ranges ranges = of(client);
            out.writeVarUint(client).writeVarUint(ranges.count());
            for (int i = 0; i < ranges.count(); i++) {
                out.writeVarUint(ranges.start(i)).writeVarUint(ranges.end(i) - ranges.start(i));
            }
        }
    }
}
