package de.werkraum.bridge;

import de.werkraum.wire.Dialect;
import de.werkraum.wire.Edge;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Outlet;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection of another server, as an outlet of the room: a number. */
final class Distant implements Outlet {
    private final Near edge;
    private final int connection;
    private final Dialect dialect;
    private final Context loop;
    private final Thread thread = Thread.currentThread();

    Distant(Near edge, int connection, Dialect dialect, Context loop) {
        this.edge = edge;
        this.connection = connection;
        this.dialect = dialect;
        this.loop = loop;
    }

    @Override
    public int connection() {
        return connection;
    }

    @Override
    public Edge edge() {
        return edge;
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
        return Thread.currentThread() == thread;
    }

    /** What is for it goes to its edge. */
    @Override
    public void deliver(List<Outgoing> letters, List<ByteBuf> edits, @Nullable ByteBuf presence) {
        throw new IllegalStateException("a connection of another server");
    }

    /** A write to it failed; whatever else ends it does so by its edge. */
    @Override
    public void close(int code, String reason) {
        edge.bye(connection, Goodbye.INTERNAL);
    }

    @Override
    public void handled(int bytes) {
        if (here()) {
            edge.handled(connection, bytes);
        } else {
            loop.runOnContext(there -> edge.handled(connection, bytes));
        }
    }
}
