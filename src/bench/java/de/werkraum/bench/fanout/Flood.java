package de.werkraum.bench.fanout;

import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.RawSocket;
import de.werkraum.support.Workshop;
import de.werkraum.sync.AwarenessState;
import de.werkraum.sync.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One member that sends as fast as it is read, or answered, up to 10,000 a second. */
final class Flood implements AutoCloseable {
    private static final double PER_SECOND = Double.parseDouble(System.getProperty("flood", "10000"));
    /** HTTP connections: more than the server lets wait for one member, so that some are refused. */
    private static final int CONNECTIONS = 1_000;

    private final AtomicLong sent = new AtomicLong();
    private final List<RawSocket> sockets = new ArrayList<>();
    private volatile boolean over;

    /** What it sends. */
    enum Kind {
        edits,
        presence,
        requests
    }

    private Flood() {}

    static Flood start(Kind kind, Workshop room) throws IOException {
        Api flora = room.participant("Flora").api();
        Flood flood = new Flood();
        if (kind == Kind.requests) {
            Selector selector = Selector.open();
            String path = "/api/v1" + room.path();
            byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + flora.token() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            int port = flora.base().getPort();
            begin(() -> flood.ask(selector, port, request));
        } else {
            RawSocket socket = RawSocket.enter(room, flora);
            flood.sockets.add(socket);
            begin(socket::readUntilClosed);
            begin(() -> flood.say(socket, kind));
        }
        return flood;
    }

    private static void begin(Runnable action) {
        Thread thread = new Thread(action);
        thread.setDaemon(true);
        thread.start();
    }

    /** How many were sent, or answered, since the last call. */
    long count() {
        return sent.getAndSet(0);
    }

    private void say(RawSocket socket, Kind kind) {
        Doc doc = new Doc();
        long begin = System.nanoTime();
        try {
            for (long i = 0; !over; i++) {
                long clock = i + 1;
                // Single characters: the load counts pieces of eight.
                socket.send(kind == Kind.edits
                        ? Message.sync(Message.UPDATE, doc.transact(() -> doc.getText("goal").insert(doc.getText("goal").length(), "x")))
                        : Message.awareness(List.of(new AwarenessState(7, clock, "{\"caret\":" + clock + "}"))));
                sent.incrementAndGet();
                LockSupport.parkNanos(begin + (long) (i * (TimeUnit.SECONDS.toNanos(1) / PER_SECOND)) - System.nanoTime());
            }
        } catch (UncheckedIOException e) {
            if (!over) {
                System.out.println("  the flood was cut");
            }
        }
    }

    private void ask(Selector selector, int port, byte[] request) {
        Queue<SocketChannel> free = new ArrayDeque<>();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try (selector) {
            for (int i = 0; i < CONNECTIONS; i++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
                free.add(channel);
            }
            long begin = System.nanoTime();
            long asked = 0;
            while (!over) {
                long due = (long) ((System.nanoTime() - begin) / 1e9 * PER_SECOND);
                for (SocketChannel channel = free.peek(); channel != null && asked < due; channel = free.peek()) {
                    channel.write(ByteBuffer.wrap(request));
                    free.remove();
                    asked++;
                }
                // What the server did not take is not made up for.
                asked = Math.max(asked, due - CONNECTIONS);
                selector.select(
                        key -> {
                            try {
                                buffer.clear();
                                if (((SocketChannel) key.channel()).read(buffer) < 0) {
                                    key.cancel();
                                } else {
                                    free.add((SocketChannel) key.channel());
                                    sent.incrementAndGet();
                                }
                            } catch (IOException e) {
                                key.cancel();
                            }
                        },
                        1);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        over = true;
        sockets.forEach(RawSocket::close);
    }
}
