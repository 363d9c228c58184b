package de.werkraum.bench.fanout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One client socket: handshake, frames in, frames out. It looks into messages no further than it must. */
final class Link {
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int SYNC = 0;
    private static final int EVENT = 100;
    private static final int STEP_1 = 0;
    private static final int STEP_2 = 1;
    private static final int UPDATE = 2;
    private static final int[] EMPTY_STEP_2 = {0, 1, 2, 0, 0};
    /** Frames longer than this are not kept; only what they are is noted. */
    private static final int LONG = 16 * 1024;

    private static final byte[] NOTHING = new byte[0];

    private final Seat seat;
    private final Deliveries deliveries;
    private final Heard heard;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final @Nullable Typist typist;
    private final long reader;
    private final int mask;
    private Bytes out = new Bytes(256);
    private byte[] rest = NOTHING;
    private long skip;
    private boolean skippedStep2;
    private boolean open;
    private long moves;
    private boolean synced;
    private boolean ended;
    private String whyEnded = "";
    private long readyMicros;

    Link(Seat seat, Deliveries deliveries, Selector selector, int mask) throws IOException {
        this.seat = seat;
        this.deliveries = deliveries;
        heard = new Heard(deliveries.answers());
        this.mask = mask;
        Long client = seat.client();
        typist = client == null ? null : new Typist(client);
        reader = client == null ? -1 : client;
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), seat.port()));
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
        byte[] request = ("GET " + seat.path() + " HTTP/1.1\r\nHost: 127.0.0.1:" + seat.port()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                        + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        out.putAll(request, request.length);
        flush();
    }

    /** Whether it is open and, where the server syncs, holds the document. */
    boolean ready() {
        return open && (synced || !seat.syncs());
    }

    /** Whether the server or the network ended it. */
    boolean ended() {
        return ended;
    }

    String whyEnded() {
        return whyEnded;
    }

    /** What the server has told of saving, of ballots and of the room. */
    Heard heard() {
        return heard;
    }

    /** When it had the document for the first time, in microseconds after the beginning of its swarm; 0 before. */
    long readyMicros() {
        return readyMicros;
    }

    /** Updates typed here so far. */
    long typed() {
        return typist == null ? 0 : typist.updates();
    }

    /** How many others get what is typed here. */
    int readers() {
        return seat.readers();
    }

    /** Whether nothing waits to be sent. */
    boolean sent() {
        return out.size() == 0;
    }

    /** Puts the next update into what is to be sent. */
    void type(Bytes message, Bytes scratch, long micros) {
        if (typist == null) {
            throw new IllegalStateException("reads only");
        }
        message.clear().putAll(seat.prefix(), seat.prefix().length);
        typist.type(message, scratch, micros);
        out.putFrame(BINARY, message, mask);
    }

    /** Puts an update that was made elsewhere into what is to be sent. */
    void update(byte[] update) {
        say(new Bytes(update.length + 8).put(SYNC).put(UPDATE).putVar(update.length).putAll(update, update.length));
    }

    /** Asks for what a state vector lacks; it is ready again when that has come. */
    void resync(byte[] stateVector) throws IOException {
        synced = false;
        say(new Bytes(64).put(SYNC).put(STEP_1).putVar(stateVector.length).putAll(stateVector, stateVector.length));
        flush();
    }

    /** Puts a new caret into what is to be sent. */
    void move(Bytes scratch) {
        String state = "{\"user\":{\"name\":\"Person\",\"color\":\"#206090\"},\"cursor\":{\"field\":\"goal\",\"at\":" + ++moves + "}}";
        Bytes states = scratch.clear().put(1).putVar(reader).putVar(moves).putString(state);
        say(new Bytes(states.size() + 8).put(1).putVar(states.size()).putAll(states.array(), states.size()));
    }

    /** Puts a message into what is to be sent. */
    void say(Bytes body) {
        Bytes message = new Bytes(64).putAll(seat.prefix(), seat.prefix().length).putAll(body.array(), body.size());
        out.putFrame(BINARY, message, mask);
    }

    /** Sends as much as the socket takes; the rest goes when it is called again. */
    void flush() throws IOException {
        if (out.size() > 0 && !ended) {
            int sent = channel.write(ByteBuffer.wrap(out.array(), 0, out.size()));
            out.drop(sent);
            if (out.size() == 0 && out.array().length > 65_536) {
                out = new Bytes(256);
            }
            key.interestOps(out.size() == 0 ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    /** Reads what has come, with the help of a buffer that all links share. */
    void read(ByteBuffer shared, long startNanos) throws IOException {
        shared.clear();
        shared.put(rest);
        int got = channel.read(shared);
        long nowMicros = (System.nanoTime() - startNanos) / 1_000;
        if (got < 0) {
            end("end of stream");
            return;
        }
        byte[] bytes = shared.array();
        int from = 0;
        int to = shared.position();
        if (skip > 0) {
            from = (int) Math.min(skip, to);
            skip -= from;
            if (skip == 0 && skippedStep2) {
                ready(nowMicros);
            }
        }
        if (!open) {
            from = opened(bytes, to);
        }
        if (open && skip == 0) {
            from = frames(bytes, from, to, nowMicros);
        }
        rest = from == to ? NOTHING : Arrays.copyOfRange(bytes, from, to);
        if (out.size() > 0) {
            flush();
        }
    }

    private int opened(byte[] bytes, int to) {
        String head = new String(bytes, 0, Math.min(to, 4_096), StandardCharsets.US_ASCII);
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return 0;
        }
        if (!head.startsWith("HTTP/1.1 101")) {
            end(head.substring(0, head.indexOf('\r')));
            return to;
        }
        open = true;
        seat.greeting().forEach(message -> say(new Bytes(message.length + 1).putAll(message, message.length)));
        return end + 4;
    }

    private int frames(byte[] bytes, int start, int to, long nowMicros) {
        int from = start;
        while (to - from >= 2) {
            int head = 2;
            long length = bytes[from + 1];
            if (length == 126) {
                head = 4;
                length = to - from < 4 ? 0 : number(bytes, from + 2, 2);
            } else if (length == 127) {
                head = 10;
                length = to - from < 10 ? 0 : number(bytes, from + 2, 8);
            }
            if (to - from < head) {
                break;
            }
            if (to - from < head + length) {
                int body = from + head + seat.prefix().length;
                if (length > LONG && to - body >= 2 && !(bytes[body] == SYNC && bytes[body + 1] == UPDATE)) {
                    skip = head + length - (to - from);
                    skippedStep2 = bytes[body] == SYNC && bytes[body + 1] == STEP_2;
                    from = to;
                }
                break;
            }
            frame(bytes[from] & 0x0f, bytes, from + head, (int) length, nowMicros);
            from += head + (int) length;
        }
        return from;
    }

    private static long number(byte[] bytes, int from, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes[from + i] & 0xFF;
        }
        return value;
    }

    private void frame(int opcode, byte[] bytes, int from, int length, long nowMicros) {
        if (opcode == PING) {
            out.putFrame(PONG, new Bytes(length + 1).putAll(Arrays.copyOfRange(bytes, from, from + length), length), mask);
        } else if (opcode == CLOSE) {
            end("close code " + (length >= 2 ? number(bytes, from, 2) : 0));
        } else {
            message(bytes, from + seat.prefix().length, from + length, nowMicros);
        }
    }

    private void message(byte[] bytes, int from, int end, long nowMicros) {
        if (bytes[from] != SYNC) {
            deliveries.other();
            if (bytes[from] == EVENT) {
                heard.event(bytes, from + 1, end, nowMicros);
            }
            return;
        }
        int step = bytes[from + 1];
        if (step == UPDATE) {
            int body = from + 2;
            while (bytes[body++] < 0) {
                // the length of the update, which is the rest of the message
            }
            deliveries.update(bytes, body, reader, nowMicros);
        } else if (step == STEP_2) {
            ready(nowMicros);
        } else if (step == STEP_1 && seat.syncs()) {
            Bytes answer = new Bytes(8);
            for (int part : EMPTY_STEP_2) {
                answer.put(part);
            }
            say(answer);
        }
    }

    private void ready(long nowMicros) {
        synced = true;
        if (readyMicros == 0) {
            readyMicros = nowMicros;
        }
    }

    /** The network has ended it. */
    void fail(String why) {
        end(why);
    }

    private void end(String why) {
        ended = true;
        whyEnded = why;
        close();
    }

    void close() {
        try {
            key.cancel();
            channel.close();
        } catch (IOException e) {
            whyEnded = e.toString();
        }
    }
}
