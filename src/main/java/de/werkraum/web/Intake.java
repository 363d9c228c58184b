package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.wire.Dialect;
import de.werkraum.wire.Goodbye;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.vertx.core.Context;
import io.vertx.core.internal.ContextInternal;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one socket sends, on its way to the room. Frames become messages here, below Vert.x, which says nothing of frames that are under way
 * and would keep several of any length of a socket that is not read:
 *
 * <pre>
 *   network ─► Arrivals ─► frame decoder ─► Frames ─► the room (data), Vert.x (close)
 *              bytes in     holds a frame    bytes out; a message of several frames gathers
 *                           until it is whole
 * </pre>
 *
 * What is held of an unfinished message is told to the {@link Ledger}. A sender is read as fast as its room deals with its messages. On the
 * socket's event loop, but for {@link #handled}.
 */
final class Intake {
    /** What a socket may hold without being counted: most messages are shorter. */
    private static final int FREE_BYTES = 4 * 1024;

    private static final int MASK_BYTES = 4;

    private final ChannelHandlerContext channel;
    private final Dialect dialect;
    private final ContextInternal loop;
    private final Limits.Messages limits;
    private Ledger.Share share;
    private final Consumer<Goodbye> dismiss;
    private final Consumer<byte[]> room;
    private final Unhandled unhandled;
    /** Whether the room is to deal with what there is before more is read. */
    private volatile boolean full;

    private boolean slowed;
    private boolean closed;
    private boolean dropped;
    private boolean ponged;
    private long undecoded;
    private long told;
    private @Nullable ByteArrayOutputStream parts;

    /**
     * @param channel the socket's last handler
     * @param dialect what the client speaks
     * @param dismiss sends the socket away
     * @param room gets every whole binary message
     */
    Intake(
            ChannelHandlerContext channel,
            Dialect dialect,
            Context loop,
            Limits.Messages limits,
            Ledger.Share share,
            Consumer<Goodbye> dismiss,
            Consumer<byte[]> room) {
        this.channel = channel;
        this.dialect = dialect;
        this.loop = (ContextInternal) loop;
        this.limits = limits;
        unhandled = new Unhandled(limits);
        this.share = share;
        this.dismiss = dismiss;
        this.room = room;
        ChannelPipeline pipeline = channel.pipeline();
        String decoder = pipeline.context(WebSocketFrameDecoder.class).name();
        pipeline.addBefore(decoder, null, new Arrivals());
        pipeline.addAfter(decoder, null, new Frames());
    }

    /** What comes from the network, before it is taken apart. */
    private final class Arrivals extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (!(message instanceof ByteBuf bytes)) {
                context.fireChannelRead(message);
            } else if (dropped) {
                bytes.release();
            } else {
                undecoded += bytes.readableBytes();
                context.fireChannelRead(bytes);
                tell();
                if (ponged) {
                    ponged = false;
                    channel.flush();
                }
            }
        }
    }

    /** Whole frames. */
    private final class Frames extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof WebSocketFrame frame) {
                undecoded = Math.max(0, undecoded - length(frame));
                // The room's timers are to be those of its loop.
                loop.dispatch(frame, next -> take(context, next));
            } else if (!dropped) {
                context.fireChannelRead(message);
            } else if (message instanceof ByteBuf rest) {
                rest.release();
            }
        }

        /**
         * Frames that are none, or too long, end here. Vert.x would close the connection at once, and TCP then throws away what is on its way to a
         * client that is still sending: the goodbye, and with it the reason not to come back.
         */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            if (!(failure instanceof CorruptedWebSocketFrameException corrupted)) {
                context.fireExceptionCaught(failure);
                return;
            }
            dropped = true;
            boolean tooLong = corrupted.closeStatus().code() == WebSocketCloseStatus.MESSAGE_TOO_BIG.code();
            loop.dispatch(tooLong ? Goodbye.TOO_LONG : Goodbye.MALFORMED, dismiss::accept);
        }
    }

    /** Bytes of a client's frame, its head included (RFC 6455, section 5.2). */
    private static int length(WebSocketFrame frame) {
        int payload = frame.content().readableBytes();
        return 2 + (payload < 126 ? 0 : payload < 1 << 16 ? 2 : 8) + MASK_BYTES + payload;
    }

    private void take(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof CloseWebSocketFrame) {
            context.fireChannelRead(frame);
            return;
        }
        try {
            boolean control = frame instanceof PingWebSocketFrame || frame instanceof PongWebSocketFrame;
            if (control || !frame.isFinalFragment()) {
                pace();
            }
            if (frame instanceof PingWebSocketFrame) {
                pong(frame.content());
            } else if (frame instanceof TextWebSocketFrame && !closed) {
                dismiss.accept(Goodbye.TEXT_FRAME);
            } else if (!control && !closed) {
                data(frame.content(), frame.isFinalFragment());
            }
        } finally {
            frame.release();
        }
    }

    /** Written as the room's messages are: what Vert.x writes waits in a queue of its own while the channel is full. */
    private void pong(ByteBuf content) {
        ChannelFuture unused = channel.write(new PongWebSocketFrame(content.retain()), channel.voidPromise());
        ponged = true;
    }

    private void data(ByteBuf content, boolean last) {
        ByteArrayOutputStream before = parts;
        if (before == null && last) {
            message(ByteBufUtil.getBytes(content));
            return;
        }
        ByteArrayOutputStream all = before == null ? new ByteArrayOutputStream() : before;
        all.writeBytes(ByteBufUtil.getBytes(content));
        parts = last ? null : all;
        if (last) {
            message(all.toByteArray());
        } else if (all.size() > limits.offlineBytes()) {
            parts = null;
            dismiss.accept(Goodbye.TOO_LONG);
        }
    }

    private void message(byte[] message) {
        if (message.length > limits.messageBytes() && !dialect.isStep2(message)) {
            dismiss.accept(Goodbye.TOO_LONG);
            return;
        }
        if (unhandled.add(message.length) && !full) {
            full = true;
            // The room may have dealt with all of them before it could see that it is waited for.
            full = !unhandled.few();
            readOrNot();
        }
        room.accept(message);
    }

    /** A frame that is no message: more than a few of them are taken slowly. */
    private void pace() {
        long pause = share.frame();
        if (pause > 0 && !slowed) {
            slowed = true;
            readOrNot();
            loop.owner().setTimer(1 + TimeUnit.NANOSECONDS.toMillis(pause), timer -> {
                slowed = false;
                readOrNot();
            });
        }
    }

    /** The room has dealt with a message of that many bytes. May be called from any thread. */
    void handled(int bytes) {
        unhandled.handled(bytes);
        if (full && unhandled.few()) {
            loop.runOnContext(there -> {
                full = full && !unhandled.few();
                readOrNot();
            });
        }
    }

    private void readOrNot() {
        channel.channel().config().setAutoRead(closed || !(full || slowed));
    }

    /** A frame that is no message for a room: dealt with, and not taken without end. */
    void spare(int bytes) {
        pace();
        handled(bytes);
    }

    /** From now on another share counts what it holds. */
    void account(Ledger.Share other) {
        share.close();
        share = other;
        told = 0;
        tell();
    }

    private void tell() {
        ByteArrayOutputStream gathered = parts;
        long held = undecoded + (gathered == null ? 0 : gathered.size());
        long counted = held <= FREE_BYTES ? 0 : held;
        if (counted != told) {
            told = counted;
            share.hold(counted);
        }
    }

    /** The socket has been said goodbye to: its messages are dropped, its own goodbye is waited for. */
    void close() {
        closed = true;
        parts = null;
        readOrNot();
    }

    /** Lets go of what is there and of all that comes: memory is short. */
    void drop() {
        dropped = true;
        close();
        // What a decoder holds comes out of it when it goes.
        channel.pipeline()
                .remove(channel.pipeline().context(WebSocketFrameDecoder.class).handler());
    }

    /** Whether nothing that comes is understood any more, the client's own goodbye neither. */
    boolean deaf() {
        return dropped;
    }

    /** The connection has ended. */
    void end() {
        share.close();
    }
}
