package de.werkraum.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a window tells to all, as one dialect frames it: edits frame after frame in one buffer, shared by all its connections. */
final class Bundle {
    private static final int FIRST_BYTES = 256;

    private final Dialect dialect;
    private final @Nullable ByteBuf edits;
    private final @Nullable ByteBuf presence;
    private final List<ByteBuf> whole;
    /** Where the frame of each edit ends. */
    private final int[] ends;

    Bundle(Dialect dialect, List<Outgoing.Update> messages, int bytes, @Nullable Outgoing states) {
        this.dialect = dialect;
        ends = new int[messages.size()];
        if (messages.isEmpty()) {
            edits = null;
            whole = List.of();
        } else {
            edits = PooledByteBufAllocator.DEFAULT.directBuffer(FIRST_BYTES + bytes);
            for (int i = 0; i < ends.length; i++) {
                dialect.frame(messages.get(i), edits);
                ends[i] = edits.writerIndex();
            }
            whole = List.of(edits);
        }
        presence = states == null ? null : dialect.framed(states, PooledByteBufAllocator.DEFAULT);
    }

    /** Whether it is known to be in this dialect, by identity: others may be equal. */
    boolean isFor(Dialect other) {
        return dialect == other;
    }

    /** All edits. */
    List<ByteBuf> edits() {
        return whole;
    }

    /** All edits but for some, by their number: an author's own. */
    List<ByteBuf> without(List<Integer> own) {
        ByteBuf all = whole.get(0);
        List<ByteBuf> parts = new ArrayList<>(own.size() + 1);
        int from = 0;
        for (int one : own) {
            int start = one == 0 ? 0 : ends[one - 1];
            if (start > from) {
                parts.add(all.slice(from, start - from));
            }
            from = ends[one];
        }
        if (all.writerIndex() > from) {
            parts.add(all.slice(from, all.writerIndex() - from));
        }
        return parts;
    }

    @Nullable
    ByteBuf presence() {
        return presence;
    }

    void retain() {
        if (edits != null) {
            edits.retain();
        }
        if (presence != null) {
            presence.retain();
        }
    }

    void release() {
        if (edits != null) {
            edits.release();
        }
        if (presence != null) {
            presence.release();
        }
    }
}
