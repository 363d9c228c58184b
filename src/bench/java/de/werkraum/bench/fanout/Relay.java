package de.werkraum.bench.fanout;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The yardstick: what sockets and system calls cost when nothing is understood, checked or stored. One event loop; whatever comes is told to
 * everybody in the room, joined over 5 ms into one buffer and one write a socket.
 */
public final class Relay {
    private static final int WINDOW_MILLIS = 5;

    private Relay() {}

    /** Everybody at one path. */
    private static final class Room {
        final Set<Channel> members = new HashSet<>();
        @Nullable
        ByteBuf frames;

        void relay(ChannelHandlerContext from, ByteBuf message) {
            ByteBuf gathered = frames;
            if (gathered == null) {
                gathered = from.alloc().directBuffer(4_096);
                EventLoop loop = from.channel().eventLoop();
                loop.schedule(this::flush, WINDOW_MILLIS, TimeUnit.MILLISECONDS);
            }
            int size = message.readableBytes();
            gathered.writeByte(0x82);
            if (size <= 125) {
                gathered.writeByte(size);
            } else {
                gathered.writeByte(126).writeShort(size);
            }
            frames = gathered.writeBytes(message);
        }

        private void flush() {
            ByteBuf gathered = frames;
            frames = null;
            if (gathered != null) {
                for (Channel member : members) {
                    // Below the WebSocket encoder, which would make a frame of it.
                    member.pipeline().firstContext().writeAndFlush(gathered.retainedDuplicate(), member.voidPromise());
                }
                gathered.release();
            }
        }
    }

    /** One socket. */
    private static final class Member extends SimpleChannelInboundHandler<WebSocketFrame> {
        private final Map<String, Room> rooms;
        private @Nullable Room room;

        Member(Map<String, Room> rooms) {
            this.rooms = rooms;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete complete) {
                room = rooms.computeIfAbsent(complete.requestUri(), path -> new Room());
                room.members.add(context.channel());
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (room != null && frame instanceof BinaryWebSocketFrame) {
                room.relay(context, frame.content());
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (room != null) {
                room.members.remove(context.channel());
            }
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, Room> rooms = new HashMap<>();
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(65_536),
                                        new WebSocketServerProtocolHandler("/", null, false, 65_536, false, true),
                                        new Member(rooms));
                    }
                });
        bootstrap
                .bind(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }
}
