package de.werkraum.crdt;

import org.jspecify.annotations.Nullable;

/**
 * The most frequent update by far, someone typing on at the end of their run, applied without making an item: the run
 * grows in place, which is exactly what integrating and joining would come to. Everything else is left to the general way.
 */
final class Typing {
    private static final int TEXT_BEHIND_ORIGIN = Slice.HAS_ORIGIN | Content.REF_STRING;
    /** Clients 1, structs 1, client, clock, info, origin, text of one byte, deletions 0. */
    private static final int SHORTEST = 10;

    private final Store store;
    private final Pending pending;
    private final Decoder in = new Decoder(new byte[0]);
    private int count;

    Typing(Store store, Pending pending) {
        this.store = store;
        this.pending = pending;
    }

    /** The client whose run the update would make longer; -1 if it is no such update. Changes nothing. */
    long typist(byte[] update) {
        Item last = matches(update);
        return last == null ? -1 : last.client();
    }

    /** The type that the update made longer; null if it is no such update and nothing has been done. */
    @Nullable
    Branch apply(byte[] update) {
        Item last = matches(update);
        if (last == null || pending.concerns(last.client())) {
            return null;
        }
        if (last.content instanceof Glyph one) {
            last.content = one.run();
        }
        if (!(last.content instanceof TextRun run)) {
            return null;
        }
        int end = update.length - 1;
        run.append(update, in.position(), end, count);
        last.length(last.length() + count);
        store.logOrNew(last.client()).extend(count);
        Branch branch = last.branch();
        branch.length += count;
        PositionIndex.resized(last, count);
        return branch;
    }

    /** The item that would grow; its text is then what is left to read, {@link #count} characters. */
    private @Nullable Item matches(byte[] update) {
        int end = update.length - 1;
        if (end < SHORTEST - 1 || update[0] != 1 || update[1] != 1 || update[end] != 0) {
            return null;
        }
        in.reset(update, 2, end);
        long client = in.readVarUint();
        long clock = in.readVarUint();
        int info = in.readByte();
        ClientLog log = store.log(client);
        Item last = log == null ? null : log.last();
        if (log == null || last == null || (info & ~Slice.HAS_RIGHT_ORIGIN) != TEXT_BEHIND_ORIGIN) {
            return null;
        }
        boolean next = log.next() == clock && in.readVarUint() == client && in.readVarUint() == clock - 1;
        boolean bounded = (info & Slice.HAS_RIGHT_ORIGIN) != 0;
        if (!next || !continues(last, bounded) || last.content.ref() != Content.REF_STRING) {
            return null;
        }
        int size = in.readCount(1);
        int from = in.position();
        count = from + size == end ? Utf8.charCount(update, from, end) : 0;
        return count > 0 && (!(last.content instanceof TextRun run) || run.hasRoom(count)) ? last : null;
    }

    /** Whether an item behind the last one, with the right origin to be read next, would just be joined to it. */
    private boolean continues(Item last, boolean bounded) {
        if (last.deleted() || last.key != null) {
            return false;
        }
        Item right = last.right;
        if (!bounded) {
            return last.rightClient() == Item.NONE && right == null;
        }
        long client = in.readVarUint();
        long clock = in.readVarUint();
        return last.rightClient() == client
                && last.rightClock() == clock
                && right != null
                && right.client() == client
                && right.clock() == clock;
    }
}
