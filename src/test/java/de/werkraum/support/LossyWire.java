package de.werkraum.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A TCP proxy before PostgreSQL that loses the answer to a command that was done, once, and the connection with it. */
public final class LossyWire implements AutoCloseable {
    private final Door door;
    private final int target;
    private final AtomicReference<@Nullable String> losing = new AtomicReference<>();
    private final AtomicInteger commits = new AtomicInteger();

    /** @param target the port of PostgreSQL on this machine */
    public LossyWire(int target) {
        this.target = target;
        door = Door.open("lossy-wire", this::join);
    }

    public int port() {
        return door.port();
    }

    /** Loses the next answer that holds this word, such as {@code COMMIT}. */
    public void loseNext(String answer) {
        losing.set(answer);
    }

    /** Loses the answer to one of the next commits, counted from 1. */
    public void loseCommit(int number) {
        commits.set(number);
    }

    /** Whether the answer was lost. */
    public boolean lost() {
        return losing.get() == null && commits.get() <= 0;
    }

    /** Loses nothing any more. */
    public void behave() {
        losing.set(null);
        commits.set(0);
    }

    private boolean loses(byte[] bytes, int count) {
        if (commits.get() > 0 && CommitAnswers.in(bytes, count)) {
            return commits.decrementAndGet() == 0;
        }
        String word = losing.get();
        return word != null
                && new String(bytes, 0, count, StandardCharsets.ISO_8859_1).contains(word)
                && losing.compareAndSet(word, null);
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        door.begin(() -> pump(client, server, false));
        door.begin(() -> pump(server, client, true));
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (answers && loses(bytes, count)) {
                    return;
                }
                out.write(bytes, 0, count);
            }
        } catch (IOException e) {
            // the other side has gone
        }
    }

    @Override
    public void close() {
        door.close();
    }
}
