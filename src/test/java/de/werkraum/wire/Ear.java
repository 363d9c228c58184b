package de.werkraum.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An outlet that keeps each write as text: what it was told, message by message. */
final class Ear implements Outlet {
    private final Context loop;
    private final Dialect dialect;
    private final CopyOnWriteArrayList<String> writes = new CopyOnWriteArrayList<>();

    Ear(Context loop, Dialect dialect) {
        this.loop = loop;
        this.dialect = dialect;
    }

    /** What it heard, a string for each write. */
    List<String> writes() {
        return List.copyOf(writes);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Context loop() {
        return loop;
    }

    @Override
    public boolean here() {
        return Vertx.currentContext() == loop;
    }

    @Override
    public void deliver(List<Outgoing> letters, List<ByteBuf> edits, @Nullable ByteBuf presence) {
        ByteBuf all = Unpooled.buffer();
        letters.forEach(letter -> dialect.frame(letter, all));
        edits.forEach(part -> all.writeBytes(part.duplicate()));
        if (presence != null) {
            all.writeBytes(presence.duplicate());
        }
        writes.add(all.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close(int code, String reason) {
        writes.add("closed " + code);
    }

    @Override
    public void handled(int bytes) {
        // Nobody is slowed here.
    }
}
