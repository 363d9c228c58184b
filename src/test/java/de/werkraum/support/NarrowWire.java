package de.werkraum.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP proxy before the server, as networks of offices and hotels are: it lets some things through. */
public final class NarrowWire implements AutoCloseable {
    /** What it does. */
    public enum Way {
        /** Everything gets through. */
        OPEN,
        /** A WebSocket's request is refused. */
        REFUSES_SOCKETS,
        /** A WebSocket's request is never answered. */
        HANGS_SOCKETS,
        /** A WebSocket opens, and nothing more comes of it. */
        SWALLOWS_SOCKETS,
        /** Whatever is asked for, a page that wants a sign-in is the answer. */
        PORTAL,
        /** Connections are cut. */
        CUT,
        /** Nothing gets through any more, and nobody is told. */
        SILENT
    }

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final String REFUSAL = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final String SIGN_IN = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 23\r\n"
            + "Connection: close\r\n\r\n<h1>Bitte anmelden</h1>";

    private final Door door;
    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Way way;

    public NarrowWire(URI server, Way way) {
        this.server = server;
        this.way = way;
        door = Door.open("narrow-wire", this::meet);
    }

    /** Where it is reached. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + door.port());
    }

    /** From now on; what is open is cut, but for a silence. */
    public void become(Way next) {
        way = next;
        if (next != Way.SILENT) {
            open.forEach(NarrowWire::cut);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void meet(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        open.add(client);
        door.begin(() -> serve(client));
    }

    private void serve(Socket client) {
        try (client) {
            if (way == Way.CUT) {
                return;
            }
            if (way == Way.SILENT) {
                swallow(client.getInputStream());
                return;
            }
            byte[] head = head(client.getInputStream());
            boolean socket = new String(head, StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains("upgrade: websocket");
            if (way == Way.PORTAL) {
                client.getOutputStream().write(SIGN_IN.getBytes(StandardCharsets.US_ASCII));
            } else if (socket && way == Way.REFUSES_SOCKETS) {
                client.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.US_ASCII));
            } else if (socket && way == Way.HANGS_SOCKETS) {
                swallow(client.getInputStream());
            } else {
                pass(client, head, socket && way == Way.SWALLOWS_SOCKETS);
            }
        } catch (IOException e) {
            // one side has gone
        } finally {
            open.remove(client);
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended in its head");
            }
            head.append((char) next);
        }
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void swallow(InputStream in) throws IOException {
        byte[] bytes = new byte[4096];
        while (in.read(bytes) >= 0) {
            // nothing comes of it
        }
    }

    private void pass(Socket client, byte[] head, boolean headOnly) throws IOException {
        try (Socket behind = new Socket(server.getHost(), server.getPort())) {
            behind.setTcpNoDelay(true);
            open.add(behind);
            behind.getOutputStream().write(head);
            door.begin(() -> pump(client, behind));
            if (headOnly) {
                client.getOutputStream().write(head(behind.getInputStream()));
                swallow(behind.getInputStream());
            } else {
                copy(behind, client);
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            copy(from, to);
        } catch (IOException e) {
            // one side has gone
        }
    }

    private void copy(Socket from, Socket to) throws IOException {
        byte[] bytes = new byte[64 * 1024];
        OutputStream out = to.getOutputStream();
        InputStream in = from.getInputStream();
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            if (way != Way.SILENT) {
                out.write(bytes, 0, count);
            }
        }
    }

    @Override
    public void close() {
        door.close();
        open.forEach(NarrowWire::cut);
    }
}
