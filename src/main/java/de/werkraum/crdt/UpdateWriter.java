package de.werkraum.crdt;

import org.jspecify.annotations.Nullable;

/** Writes items of a document as update v1. */
final class UpdateWriter {
    private UpdateWriter() {}

    /** All items beyond a state vector, and all deletions. */
    static Encoder state(Store store, StateVector known, int expectedSize) {
        Encoder out = new Encoder(expectedSize);
        long[] clients = store.clients();
        int count = 0;
        for (long client : clients) {
            count += store.state(client) > known.clock(client) ? 1 : 0;
        }
        out.writeVarUint(count);
        for (long client : clients) {
            ClientLog log = store.log(client);
            if (log != null && log.next() > known.clock(client)) {
                run(out, log, known.clock(client));
            }
        }
        deletes(store).write(out);
        return out;
    }

    /** All that a snapshot knew. Items that have grown since are split for it. */
    static byte[] upTo(Transaction tx, Snapshot moment) {
        Encoder out = new Encoder(1024);
        Store store = tx.doc.store();
        LongMap<ClientLog> known = new LongMap<>();
        moment.known.clocks().forEach((client, clock) -> {
            ClientLog log = store.log(client);
            if (log != null && clock > 0) {
                known.put(client, log);
            }
        });
        out.writeVarUint(known.size());
        for (long client : known.keysDescending()) {
            ClientLog log = known.get(client);
            if (log != null) {
                runUpTo(out, tx, log, moment.known.clock(client));
            }
        }
        moment.deletes.write(out);
        return out.toByteArray();
    }

    private static void runUpTo(Encoder out, Transaction tx, ClientLog log, long end) {
        tx.doc.store().endingAt(tx, log.client, end - 1);
        Encoder structs = new Encoder(256);
        int count = 0;
        Item item = log.find(0);
        boolean more = true;
        while (more && item.clock() < end) {
            if (item.end() <= end) {
                write(structs, item, 0);
            } else { // a collected run can't be split
                structs.writeByte(Content.REF_COLLECTED).writeVarUint(end - item.clock());
            }
            count++;
            more = log.stepForward();
            item = log.atCursor();
        }
        out.writeVarUint(count).writeVarUint(log.client).writeVarUint(0).writeAll(structs);
    }

    /** Exactly what a transaction changed. */
    static byte[] change(Transaction tx) {
        Encoder out = new Encoder();
        LongMap<ClientLog> grown = new LongMap<>();
        for (ClientLog log : tx.touched()) {
            grown.put(log.client, log);
        }
        out.writeVarUint(grown.size());
        for (long client : grown.keysDescending()) {
            ClientLog log = grown.get(client);
            if (log != null) {
                run(out, log, log.before);
            }
        }
        tx.deletes.write(out);
        return out.toByteArray();
    }

    private static void run(Encoder out, ClientLog log, long from) {
        log.find(from);
        out.writeVarUint(log.countFromCursor()).writeVarUint(log.client).writeVarUint(from);
        Item item = log.atCursor();
        write(out, item, from - item.clock());
        while (log.stepForward()) {
            write(out, log.atCursor(), 0);
        }
    }

    /** Writes an item without its first {@code offset} elements. */
    static void write(Encoder out, Item item, long offset) {
        Content content = item.content;
        if (item.isCollected()) {
            out.writeByte(Content.REF_COLLECTED).writeVarUint(item.length() - offset);
            return;
        }
        boolean origin = offset > 0 || item.originClient() != Item.NONE;
        boolean rightOrigin = item.rightClient() != Item.NONE;
        out.writeByte(content.ref()
                | (origin ? Slice.HAS_ORIGIN : 0)
                | (rightOrigin ? Slice.HAS_RIGHT_ORIGIN : 0)
                | (item.key != null ? Slice.HAS_KEY : 0));
        if (offset > 0) {
            out.writeVarUint(item.client()).writeVarUint(item.clock() + offset - 1);
        } else if (origin) {
            out.writeVarUint(item.originClient()).writeVarUint(item.originClock());
        }
        if (rightOrigin) {
            out.writeVarUint(item.rightClient()).writeVarUint(item.rightClock());
        }
        if (!origin && !rightOrigin) {
            writeParent(out, item.parent, item.key);
        }
        content.write(out, offset, item.length());
    }

    private static void writeParent(Encoder out, @Nullable Parent parent, @Nullable String key) {
        if (parent instanceof Parent.Root root) {
            out.writeVarUint(1).writeVarString(root.name());
        } else if (parent instanceof Parent.Owner owner) {
            out.writeVarUint(0).writeVarUint(owner.client()).writeVarUint(owner.clock());
        } else if (parent instanceof Branch branch && branch.owner != null) {
            out.writeVarUint(0).writeVarUint(branch.owner.client()).writeVarUint(branch.owner.clock());
        } else if (parent instanceof Branch branch && branch.rootName != null) {
            out.writeVarUint(1).writeVarString(branch.rootName);
        } else {
            throw new IllegalStateException("an item without a parent");
        }
        if (key != null) {
            out.writeVarString(key);
        }
    }

    /** All that is deleted. */
    static DeleteSet deletes(Store store) {
        DeleteSet deletes = new DeleteSet();
        for (long client : store.clients()) {
            ClientLog log = store.log(client);
            if (log == null || log.isEmpty()) {
                continue;
            }
            Ranges ranges = new Ranges();
            log.find(0);
            do {
                Item item = log.atCursor();
                if (item.deleted()) {
                    ranges.add(item.clock(), item.end());
                }
            } while (log.stepForward());
            deletes.addAll(client, ranges);
        }
        return deletes;
    }
}
