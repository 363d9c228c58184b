package de.werkraum.web;

import de.werkraum.Config;
import de.werkraum.room.Goodbye;
import de.werkraum.room.Outgoing;
import de.werkraum.room.Outlet;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import java.util.function.Consumer;

/**
 * A WebSocket as a room's outlet. Its own event loop only. A sender is read as fast as its room deals with its messages; a reader that does
 * not keep up is sent away with a code that invites it back.
 */
final class Socket implements Outlet {
    private final ServerWebSocket socket;
    private final Context loop;
    private final Config.Limits limits;
    private int waiting;
    private boolean paused;
    private boolean closed;

    Socket(ServerWebSocket socket, Context loop, Config.Limits limits) {
        this.socket = socket;
        this.loop = loop;
        this.limits = limits;
        socket.setWriteQueueMaxSize(limits.writeQueueBytes());
    }

    /** Hands every binary message to the room; anything else ends the socket. */
    void listen(Consumer<byte[]> room) {
        socket.textMessageHandler(text -> goodbye(Goodbye.TEXT_FRAME));
        socket.binaryMessageHandler(message -> {
            waiting++;
            if (waiting >= limits.pendingMessages() && !paused) {
                paused = true;
                socket.pause();
            }
            room.accept(message.getBytes());
        });
        // Frames and messages over the limit end here.
        socket.exceptionHandler(failure -> goodbye(Goodbye.TOO_LONG));
    }

    @Override
    public Context loop() {
        return loop;
    }

    @Override
    public void send(Outgoing message) {
        if (closed || socket.isClosed()) {
            return;
        }
        if (socket.writeQueueFull()) {
            goodbye(Goodbye.SLOW_READER);
        } else {
            socket.writeBinaryMessage(message.frame());
        }
    }

    private void goodbye(Goodbye goodbye) {
        close(goodbye.code(), goodbye.reason());
    }

    @Override
    public void close(int code, String reason) {
        closing(code, reason);
    }

    /** The server stops; completes when the goodbye is sent. */
    Future<Void> end() {
        return closing(Goodbye.SHUTDOWN.code(), Goodbye.SHUTDOWN.reason());
    }

    private Future<Void> closing(int code, String reason) {
        if (closed || socket.isClosed()) {
            return Future.succeededFuture();
        }
        closed = true;
        return socket.close((short) code, reason);
    }

    @Override
    public void handled() {
        waiting--;
        if (paused && waiting <= limits.pendingMessages() / 2) {
            paused = false;
            socket.resume();
        }
    }
}
