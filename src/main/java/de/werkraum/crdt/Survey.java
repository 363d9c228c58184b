package de.werkraum.crdt;

import java.util.HashSet;
import java.util.Set;

/**
 * Reads over an update once without making anything of it: whether it holds what a store lacks, and about how much heap it would take. For
 * those whose updates are not to be applied anyway, and before any room is taken for those that are.
 */
final class Survey {
    /** Heap of an item and of what its content takes at the least, in bytes. */
    private static final int ITEM = 100;
    /** Heap of a client that is new, in bytes: its log and where that is found. */
    private static final int CLIENT = 250;
    /** Heap of a deletion within a run, in bytes: it makes three items of one. */
    private static final int DELETION = 150;
    /** Heap of a value within a run: a boxed number or an empty string and the reference to it. */
    private static final int VALUE = 32;
    /** Heap of an object or an array with a few members. */
    private static final int CONTAINER = 120;

    private final Decoder in;
    private final Store store;
    private final Set<Long> novel = new HashSet<>();
    private long heap;

    private Survey(byte[] update, Store store) {
        in = new Decoder(update);
        this.store = store;
    }

    /** What of an update the store lacks. */
    static Novelty of(Store store, byte[] update) {
        Survey survey = new Survey(update, store);
        survey.items();
        DeleteSet deletes = DeleteSet.read(survey.in);
        survey.in.expectEnd();
        int deletions = Inspection.deletions(store, deletes);
        return new Novelty(
                !survey.novel.isEmpty() || deletions > 0, survey.novel, survey.heap + (long) deletions * DELETION);
    }

    /** About how many bytes of heap the items of an update take, in a document or waiting. */
    static long heap(byte[] update) {
        Survey survey = new Survey(update, new Store());
        survey.items();
        return survey.heap;
    }

    private void items() {
        int sections = in.readCount(3);
        for (int i = 0; i < sections; i++) {
            int count = in.readCount(2);
            long client = in.readVarUint();
            long clock = in.readVarUint();
            long known = store.state(client);
            for (int k = 0; k < count; k++) {
                long before = heap;
                int info = in.readByte();
                long length = struct(info);
                clock += length;
                if (clock > Decoder.MAX_SAFE) {
                    throw new MalformedUpdateException("clock beyond 2^53 - 1");
                }
                if (length == 0 || clock <= known || (info & Slice.CONTENT) == Content.REF_SKIP) {
                    heap = before;
                } else if (novel.add(client) && known == 0) {
                    heap += CLIENT;
                }
            }
        }
    }

    private long struct(int info) {
        int ref = info & Slice.CONTENT;
        if (ref == Content.REF_COLLECTED || ref == Content.REF_SKIP) {
            return in.readVarUint();
        }
        heap += ITEM;
        boolean origin = (info & Slice.HAS_ORIGIN) != 0;
        boolean right = (info & Slice.HAS_RIGHT_ORIGIN) != 0;
        numbers((origin ? 2 : 0) + (right ? 2 : 0));
        if (!origin && !right) {
            if (in.readVarUint() == 1) {
                in.skip(in.readCount(1));
            } else {
                numbers(2);
            }
            if ((info & Slice.HAS_KEY) != 0) {
                string();
            }
        }
        return content(ref);
    }

    private void numbers(int count) {
        for (int i = 0; i < count; i++) {
            in.readVarUint();
        }
    }

    private long content(int ref) {
        switch (ref) {
            case Content.REF_DELETED -> {
                return in.readVarUint();
            }
            case Content.REF_STRING -> {
                return string();
            }
            case Content.REF_ANY, Content.REF_JSON -> {
                int count = in.readCount(1);
                for (int i = 0; i < count; i++) {
                    if (ref == Content.REF_ANY) {
                        value(0);
                    } else {
                        json();
                    }
                }
                return count;
            }
            case Content.REF_BINARY -> bytes();
            case Content.REF_EMBED -> json();
            case Content.REF_FORMAT -> {
                string();
                json();
            }
            case Content.REF_TYPE -> type();
            case Content.REF_DOCUMENT -> {
                string();
                value(0);
            }
            default -> throw new MalformedUpdateException("unknown content " + ref);
        }
        return 1;
    }

    private void type() {
        long ref = in.readVarUint();
        TypeKind kind = TypeKind.ofRef(ref);
        if (kind == null) {
            throw new MalformedUpdateException("unknown type " + ref);
        }
        heap += CONTAINER;
        if (kind.named()) {
            string();
        }
    }

    /** Skips a text and answers its length. */
    private int string() {
        int size = in.readCount(1);
        int from = in.position();
        in.skip(size);
        int count = Utf8.charCount(in.source(), from, from + size);
        if (count < 0) {
            throw new MalformedUpdateException("text is not UTF-8");
        }
        heap += 2L * count;
        return count;
    }

    /** JSON is not looked into; its values take more heap than their text. */
    private void json() {
        heap += VALUE + (long) VALUE / 2 * string();
    }

    private void bytes() {
        int size = in.readCount(1);
        in.skip(size);
        heap += VALUE + size;
    }

    private void value(int depth) {
        if (depth > Decoder.MAX_DEPTH) {
            throw new MalformedUpdateException("value nested deeper than " + Decoder.MAX_DEPTH);
        }
        heap += VALUE;
        int type = in.readByte();
        switch (type) {
            case 127, 126, 121, 120 -> {}
            case 125 -> varInt();
            case 124 -> in.skip(4);
            case 123, 122 -> in.skip(8);
            case 119 -> string();
            case 118, 117 -> members(type == 118, depth);
            case 116 -> bytes();
            default -> throw new MalformedUpdateException("unknown value type " + type);
        }
    }

    private void varInt() {
        int size = 1;
        while (in.readByte() >= 0x80) {
            if (++size > 8) {
                throw new MalformedUpdateException("number beyond 2^53 - 1");
            }
        }
    }

    private void members(boolean named, int depth) {
        int count = in.readCount(1);
        heap += count == 0 ? 0 : CONTAINER;
        for (int i = 0; i < count; i++) {
            if (named) {
                heap += VALUE;
                string();
            }
            value(depth + 1);
        }
    }
}
