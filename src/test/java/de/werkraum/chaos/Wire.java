package de.werkraum.chaos;

import de.werkraum.support.CommitAnswers;
import de.werkraum.support.Door;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A TCP proxy on loopback that can be told to behave badly. One thread a direction. */
final class Wire implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final Door door;
    private volatile int target;
    private final Random random;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.PASS;

    /** What becomes of bytes. */
    enum Mode {
        PASS,
        /** Connections end at once; new ones too. */
        CUT,
        /** Each piece arrives up to 400 ms late. */
        DELAY,
        /** Each connection ends in the middle of a random piece. */
        TRUNCATE,
        /** Bytes vanish; connections stay open. */
        SILENT,
        /** Each third answer of PostgreSQL to a commit vanishes, and its connection with it. */
        LOSE_ANSWERS
    }

    private Wire(int target, Random random) {
        this.target = target;
        this.random = random;
        door = Door.open("wire", this::meet);
    }

    static Wire to(int target, Random random) {
        return new Wire(target, random);
    }

    int port() {
        return door.port();
    }

    /** Leads to another port from now on, and ends what leads to the one before. */
    void leadTo(int port) {
        target = port;
        cut();
    }

    /** From now on. What is open is cut where the mode cuts, and also on leaving {@link Mode#SILENT}: those bytes are gone. */
    void become(Mode next) {
        boolean silent = mode == Mode.SILENT;
        mode = next;
        if (next == Mode.CUT || silent) {
            cut();
        }
    }

    /** Ends what is open; new connections are as the mode says. */
    void cut() {
        Set.copyOf(sockets).forEach(this::end);
    }

    private void meet(Socket near) throws IOException {
        if (mode == Mode.CUT) {
            near.close();
        } else {
            door.begin(() -> join(near));
        }
    }

    private void join(Socket near) {
        sockets.add(near);
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(far);
            door.begin(() -> pump(near, far));
            pump(far, near);
        } catch (IOException e) {
            end(near); // nobody there
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (!pass(out, piece, length)) {
                    return;
                }
            }
        } catch (IOException e) {
            return; // one side is gone; both sockets are closed above
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private boolean pass(OutputStream out, byte[] piece, int length) throws IOException {
        switch (mode) {
            case DELAY ->
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());
            case TRUNCATE -> {
                if (random.nextInt(20) == 0) {
                    out.write(piece, 0, random.nextInt(length));
                    return false;
                }
            }
            case SILENT -> {
                return true;
            }
            case LOSE_ANSWERS -> {
                if (CommitAnswers.in(piece, length) && random.nextInt(3) == 0) {
                    return false;
                }
            }
            case CUT -> {
                return false;
            }
            case PASS -> {
                // on it goes
            }
        }
        out.write(piece, 0, length);
        return true;
    }

    private void end(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        door.close();
        cut();
    }
}
