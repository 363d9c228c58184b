package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.metrics.Metrics;
import de.werkraum.wire.Dialect;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Outlet;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket as a room's outlet. Frames are written below the WebSocket encoder, so that many leave with one system call; Vert.x' own
 * back-pressure doesn't see these, so the channel's is watched here. What it sends comes in by its {@link Intake}; a reader that does not keep up
 * loses presence first and is then sent away with a code that invites it back.
 */
final class Socket implements Outlet {
    private final ServerWebSocket socket;
    private final ChannelHandlerContext channel;
    private final Dialect dialect;
    private final Context loop;
    private final Thread thread = Thread.currentThread();
    private final Limits limits;
    private final Metrics metrics;
    private final Patience patience;
    private final Ledger ledger;
    private final Intake intake;
    private final IntConsumer closing;
    private boolean closed;

    /**
     * @param ledger where what it makes the server hold is counted, to the account of {@code member}
     * @param room gets its messages
     * @param closing hears the code of the goodbye
     */
    Socket(
            ServerWebSocket socket,
            Dialect dialect,
            Context loop,
            Limits limits,
            Metrics metrics,
            Ledger ledger,
            UUID member,
            Consumer<byte[]> room,
            IntConsumer closing) {
        this.socket = socket;
        this.dialect = dialect;
        this.loop = loop;
        this.limits = limits;
        this.metrics = metrics;
        this.closing = closing;
        patience = new Patience(limits.connections(), System.nanoTime());
        ChannelHandlerContext handler = ((WebSocketInternal) socket).channelHandlerContext();
        channel = belowTheEncoder(handler);
        this.ledger = ledger;
        intake = new Intake(handler, dialect, loop, limits.messages(), share(member), this::goodbye, room);
        socket.exceptionHandler(failure -> goodbye(Goodbye.MALFORMED));
    }

    private Ledger.Share share(UUID member) {
        return ledger.open(member, why -> loop.runOnContext(there -> drop(why)));
    }

    /** Whose socket it is has turned out. */
    void account(UUID member) {
        intake.account(share(member));
    }

    /**
     * From here writes and flushes go straight to TLS or the network. Vert.x' handler for files, which stands above, would keep back what
     * doesn't fit into a slow reader's socket, out of sight of every limit. Without TLS the first handler of all is where it takes no search for the next
     * one that writes.
     */
    private static ChannelHandlerContext belowTheEncoder(ChannelHandlerContext handler) {
        ChannelPipeline pipeline = handler.pipeline();
        if (pipeline.get(SslHandler.class) == null) {
            return pipeline.firstContext();
        }
        ChannelHandlerContext encoder = pipeline.context(WebSocketFrameEncoder.class);
        return encoder == null ? handler : encoder;
    }

    /** The handshake is over: what it needed may go. */
    void shed(Leftover leftover) {
        leftover.drop(channel.pipeline());
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

    @Override
    public void deliver(List<Outgoing> letters, List<ByteBuf> edits, @Nullable ByteBuf presence) {
        deliver(dialect, letters, edits, presence);
    }

    /** The same in a dialect of its own, where several share the socket. */
    void deliver(Dialect spoken, List<Outgoing> letters, List<ByteBuf> edits, @Nullable ByteBuf presence) {
        if (closed || socket.isClosed()) {
            return;
        }
        boolean behind = !channel.channel().isWritable();
        if (patience.isOver(behind ? channel.channel().bytesBeforeWritable() : 0, System.nanoTime())) {
            goodbye(Goodbye.SLOW_READER);
            return;
        }
        int bytes = 0;
        for (Outgoing letter : letters) {
            ByteBuf frame = spoken.framed(letter, channel.alloc());
            bytes += frame.readableBytes();
            write(frame);
        }
        int answers = bytes;
        for (ByteBuf part : edits) {
            bytes += part.readableBytes();
            write(part.retainedDuplicate());
        }
        if (presence != null && behind) {
            metrics.presenceSpared();
        } else if (presence != null) {
            bytes += presence.readableBytes();
            write(presence.retainedDuplicate());
        }
        channel.flush();
        metrics.wrote(bytes);
        patience.sent(bytes, answers);
    }

    private void write(ByteBuf frames) {
        // A failed write closes the channel, which the close handler tells.
        ChannelFuture unused = channel.write(frames, channel.voidPromise());
    }

    /** Closes for a reason of the server's own, not the room's. */
    void goodbye(Goodbye goodbye) {
        metrics.goodbye(goodbye.word());
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
        closing.accept(code);
        Future<Void> sent = socket.close((short) code, reason);
        intake.close();
        if (intake.deaf()) {
            sent.onSuccess(done -> fallSilent());
        }
        loop.owner().setTimer(TimeUnit.SECONDS.toMillis(limits.connections().goodbyeSeconds()), timer -> cut());
        return sent;
    }

    /**
     * Ends this direction, since the client's goodbye would not be understood: it knows then that nothing more comes. What it is still sending is read
     * and thrown away. Where TLS lies between, the cut does it.
     */
    private void fallSilent() {
        if (channel.channel() instanceof DuplexChannel duplex
                && channel.pipeline().get(SslHandler.class) == null) {
            ChannelFuture unused = duplex.shutdownOutput();
        }
    }

    /** Below Vert.x' own handler, which would wait until the reader has taken all. */
    private void cut() {
        ChannelFuture unused = channel.close();
    }

    /** Closes, and frees at once what it makes the server hold. */
    private void drop(Goodbye why) {
        goodbye(why);
        intake.drop();
    }

    /** The connection has ended. */
    void ended() {
        intake.end();
    }

    @Override
    public void handled(int bytes) {
        intake.handled(bytes);
    }

    /** What came is for no room. On the socket's event loop. */
    void spare(int bytes) {
        intake.spare(bytes);
    }

    boolean closed() {
        return closed || socket.isClosed();
    }
}
