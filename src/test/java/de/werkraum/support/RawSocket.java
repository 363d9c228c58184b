package de.werkraum.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A WebSocket to a room, frame by frame and as rude as need be: it reads only when told to. What a thread reads, no other may. Messages are
 * those of y-websocket, first byte their type.
 */
public final class RawSocket implements AutoCloseable {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;
    /** What {@link #readUntilClosed} answers where the connection ended without a goodbye. */
    public static final int CUT = 1006;

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int CODE_BYTES = 2;
    private static final int SMALL_BUFFER = 8 * 1024;
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private int closeCode;

    /** A frame of the server. */
    public record Frame(int opcode, byte[] payload) {
        /** The type of a message, or -1. */
        public int type() {
            return opcode == BINARY && payload.length > 0 ? payload[0] : -1;
        }
    }

    private RawSocket(URI base) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(socket.getOutputStream());
    }

    /** A connection that has said nothing yet. */
    public static RawSocket connect(URI base) {
        try {
            return new RawSocket(base);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A member's socket to its room, with events. */
    public static RawSocket enter(Workshop room, Api member) {
        RawSocket socket = connect(member.base());
        String head = socket.upgrade("/collab/" + room.id() + "?events=1&token=" + member.token());
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new AssertionError(head);
        }
        return socket;
    }

    /** Asks for a WebSocket; answers the head of the response. */
    public String upgrade(String path) {
        write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return head();
    }

    /** Reads the head of a response; what was read so far if the connection ends. */
    public String head() {
        StringBuilder head = new StringBuilder();
        try {
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                head.append((char) next);
            }
        } catch (IOException e) {
            return head.toString();
        }
        return head.toString();
    }

    /** Writes bytes as they are; fails where the server has cut the connection. */
    public void write(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one message in one frame. */
    public void send(byte[] message) {
        write(frame(BINARY, true, message));
    }

    /** A masked frame; the mask is zero, which changes nothing. */
    public static byte[] frame(int opcode, boolean last, byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + 14);
        bytes.writeBytes(header(opcode, last, payload.length));
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }

    /** The head of a frame that declares so many bytes. */
    public static byte[] header(int opcode, boolean last, long length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((last ? FIN : 0) | opcode);
        if (length < 126) {
            bytes.write(MASKED | (int) length);
        } else if (length < 1 << 16) {
            bytes.write(MASKED | 126);
            bytes.write((int) (length >> 8));
            bytes.write((int) length);
        } else {
            bytes.write(MASKED | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                bytes.write((int) (length >>> shift));
            }
        }
        bytes.writeBytes(new byte[4]);
        return bytes.toByteArray();
    }

    /** The next frame of the server, waiting for it. */
    public Frame read() throws IOException {
        int opcode = in.readUnsignedByte() & 15;
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        if (opcode == CLOSE && payload.length >= CODE_BYTES) {
            closeCode = ((payload[0] & 255) << 8) | (payload[1] & 255);
        }
        return new Frame(opcode, payload);
    }

    /** Reads until a frame fits, and answers it; fails if the connection ends before, or nothing but others come for long: a server is never silent. */
    public Frame readUntil(String what, Predicate<Frame> fits) {
        long late = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        try {
            Frame frame = read();
            while (!fits.test(frame)) {
                if (System.nanoTime() - late > 0) {
                    throw new AssertionError("only others came before " + what);
                }
                if (frame.opcode() == CLOSE) {
                    throw new AssertionError("closed with " + closeCode + " before " + what);
                }
                frame = read();
            }
            return frame;
        } catch (IOException e) {
            throw new AssertionError("the connection ended before " + what, e);
        }
    }

    /** Reads all that comes and answers with which code the server closed. */
    public int readUntilClosed() {
        try {
            while (closeCode == 0) {
                read();
            }
        } catch (IOException e) {
            return closeCode == 0 ? CUT : closeCode;
        }
        return closeCode;
    }

    /** Waits until the server has cut the connection; nothing is read. For connections that ended unread. */
    public void awaitCut(Duration limit, byte[] poke) {
        Conditions.await("the server cuts the connection", limit, () -> {
            try {
                out.write(poke);
                out.flush();
                return false;
            } catch (IOException e) {
                return true;
            }
        });
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
