package de.werkraum.web;

import de.werkraum.wire.Dialect;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Hocuspocus;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Outlet;
import de.werkraum.wire.Session;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A document on a provider's socket from its login until it is left, as a room's outlet. What it says before the room has taken it in waits here. On
 * the socket's event loop.
 */
final class Seat implements Outlet {
    private final Socket socket;
    private final Hocuspocus dialect;
    private final boolean hearsFarewells;
    private final BooleanSupplier beside;
    private final Entering entering = new Entering();
    private @Nullable UUID member;

    /**
     * @param hearsFarewells whether the client knows what a document's own goodbye is
     * @param beside whether other documents are open on the socket
     * @param early what it has said so far
     */
    Seat(Socket socket, Hocuspocus dialect, boolean hearsFarewells, BooleanSupplier beside, List<byte[]> early) {
        this.socket = socket;
        this.dialect = dialect;
        this.hearsFarewells = hearsFarewells;
        this.beside = beside;
        early.forEach(entering::receive);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Context loop() {
        return socket.loop();
    }

    @Override
    public boolean here() {
        return socket.here();
    }

    /** Whose it is. */
    void belongs(UUID someone) {
        member = someone;
    }

    /** Whether its room has taken it in. */
    boolean taken() {
        return entering.session() != null;
    }

    /** A token of somebody is good until then; false where the seat is somebody else's. */
    boolean renew(UUID someone, Instant until) {
        Session renewed = entering.session();
        if (renewed == null || !someone.equals(member)) {
            return false;
        }
        renewed.renew(until);
        return true;
    }

    /** Something for its room. */
    void receive(byte[] message) {
        if (left()) {
            socket.spare(message.length);
        } else {
            entering.receive(message);
        }
    }

    /** The room has taken it in. */
    void entered(Session entered) {
        entering.entered(entered);
    }

    /** The document is left, or the socket has ended. What was said before is still dealt with. */
    void leave() {
        entering.close();
    }

    /** It was not let in. */
    void refused() {
        entering.refused().forEach(message -> socket.handled(message.length));
    }

    boolean left() {
        return entering.closed();
    }

    /** Confirms that the document is left. */
    void farewell(String reason) {
        if (hearsFarewells) {
            socket.deliver(dialect, List.of(), List.of(dialect.farewell(reason)), null);
        }
    }

    @Override
    public void deliver(List<Outgoing> letters, List<ByteBuf> edits, @Nullable ByteBuf presence) {
        if (!left()) {
            socket.deliver(dialect, letters, edits, presence);
        }
    }

    /** Providers that were told goodbye don't log in again on the same socket, so it goes, and they come with a new one. */
    @Override
    public void close(int code, String reason) {
        if (!left()) {
            farewell(reason);
            if (Goodbye.endsOne(code) && beside.getAsBoolean()) {
                socket.close(Goodbye.LOG_IN_ANEW.code(), Goodbye.LOG_IN_ANEW.reason());
            } else {
                socket.close(code, reason);
            }
        }
    }

    @Override
    public void handled(int bytes) {
        socket.handled(bytes);
    }
}
