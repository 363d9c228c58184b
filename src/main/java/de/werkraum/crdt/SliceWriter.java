package de.werkraum.crdt;

import org.jspecify.annotations.Nullable;

/** Writes one client's slices, given by rising clock: skips what is known, fills gaps, joins what belongs together. */
final class SliceWriter {
    private final long client;
    private final Encoder structs = new Encoder(256);
    private final Encoder content = new Encoder(256);
    private long start = -1;
    private long next;
    private int count;
    private @Nullable Slice first;
    private @Nullable Slice last;

    /** @param known the clock below which nothing is to be written */
    SliceWriter(long client, long known) {
        this.client = client;
        this.next = known;
    }

    void add(Slice given) {
        if (given.end() <= next) {
            return;
        }
        Slice slice = given.from(next - given.clock);
        if (start < 0) {
            start = slice.clock;
        } else if (slice.clock > next) {
            flush();
            structs.writeByte(Content.REF_SKIP).writeVarUint(slice.clock - next);
            count++;
        }
        if (last == null || !last.continuedBy(slice)) {
            flush();
            first = slice;
        }
        last = slice;
        slice.writeContent(content);
        next = slice.end();
    }

    private void flush() {
        if (first != null && last != null) {
            first.writeHead(structs);
            Long number = first.count(last.end() - first.clock, content.size());
            if (number != null) {
                structs.writeVarUint(number);
            }
            structs.writeAll(content);
            count++;
        }
        content.clear();
        first = null;
        last = null;
    }

    /** Appends the client's section, if there is anything in it. */
    boolean writeTo(Encoder out) {
        flush();
        if (count == 0) {
            return false;
        }
        out.writeVarUint(count).writeVarUint(client).writeVarUint(start).writeAll(structs);
        return true;
    }
}
