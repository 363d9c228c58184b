package de.werkraum.limits;

import de.werkraum.support.Door;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands between a server and PostgreSQL and writes down every statement that is run (protocol 3.0, without TLS). */
final class Eavesdropper implements AutoCloseable {
    private static final int PROTOCOL_3 = 196_608;

    private final URI database;
    private final Door door;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    Eavesdropper(String database) {
        this.database = URI.create(database);
        door = Door.open("eavesdropper", this::join);
    }

    /** Where the server is to connect. */
    String url() {
        return database.toString()
                .replace("@" + database.getHost() + ":" + database.getPort(), "@127.0.0.1:" + door.port());
    }

    /** The statements run since the last call. Those of a request that is answered are all there. */
    List<String> heard() {
        List<String> all = new ArrayList<>();
        for (String sql = heard.poll(); sql != null; sql = heard.poll()) {
            all.add(sql);
        }
        return all;
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket(database.getHost(), database.getPort());
        door.begin(() -> pass(client, server, this::listen));
        door.begin(() -> pass(server, client, (in, out) -> in.transferTo(out)));
    }

    @FunctionalInterface
    private interface Passing {
        void pass(InputStream in, DataOutputStream out) throws IOException;
    }

    private static void pass(Socket from, Socket to, Passing passing) {
        try (from;
                to) {
            passing.pass(from.getInputStream(), new DataOutputStream(to.getOutputStream()));
        } catch (IOException e) {
            // One side has ended; so does the other.
        }
    }

    private void listen(InputStream stream, DataOutputStream out) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        Map<String, String> prepared = new HashMap<>();
        int code = 0;
        while (code != PROTOCOL_3) {
            byte[] body = body(in, out, -1);
            code = ByteBuffer.wrap(body).getInt();
            send(out, body);
        }
        for (int type = in.read(); type >= 0; type = in.read()) {
            byte[] body = body(in, out, type);
            if (type == 'P') {
                prepared.put(text(body, 0), text(body, text(body, 0).length() + 1));
            } else if (type == 'B') {
                heard.add(prepared.getOrDefault(text(body, text(body, 0).length() + 1), ""));
            } else if (type == 'Q') {
                heard.add(text(body, 0));
            }
            send(out, body);
        }
    }

    private static void send(DataOutputStream out, byte[] body) throws IOException {
        out.write(body);
        out.flush();
    }

    /** Passes a message's type, where it has one, and length on and answers the rest. */
    private static byte[] body(DataInputStream in, DataOutputStream out, int type) throws IOException {
        byte[] body = new byte[in.readInt() - Integer.BYTES];
        in.readFully(body);
        if (type >= 0) {
            out.write(type);
        }
        out.writeInt(body.length + Integer.BYTES);
        return body;
    }

    private static String text(byte[] bytes, int from) {
        int end = from;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        door.close();
    }
}
