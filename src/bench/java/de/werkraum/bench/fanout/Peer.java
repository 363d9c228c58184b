package de.werkraum.bench.fanout;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A server that needs no rooms made and no people: the peers from npm, and the bare relay. */
final class Peer implements Server {
    private static final AtomicLong ROOMS = new AtomicLong();
    private static final String NODE_HEAP = "--max-old-space-size=1024";
    private static final byte[] STEP_1 = {0, 0, 1, 0};

    private final Running running;
    private final Kind kind;

    private enum Kind {
        RELAY,
        Y_WEBSOCKET,
        HOCUSPOCUS
    }

    private Peer(Running running, Kind kind) {
        this.running = running;
        this.kind = kind;
    }

    /** y-websocket's own server, documents in memory. */
    static Peer yWebsocket(File folder, File peers) {
        return yWebsocket("y-websocket", folder, peers, Map.of());
    }

    /** y-websocket's own server, documents in a LevelDB of its own. */
    static Peer yWebsocketOnLevelDb(File folder, File peers) throws IOException {
        String documents = Files.createTempDirectory(folder.toPath(), "leveldb").toString();
        return yWebsocket("y-websocket-leveldb", folder, peers, Map.of("YPERSISTENCE", documents));
    }

    private static Peer yWebsocket(String name, File folder, File peers, Map<String, String> more) {
        int port = Launch.freePort();
        Map<String, String> environment = new HashMap<>(more);
        environment.put("HOST", "127.0.0.1");
        environment.put("PORT", String.valueOf(port));
        File script = new File(peers, "node_modules/y-websocket/bin/server.cjs");
        List<String> command = List.of("node", NODE_HEAP, script.getPath());
        return new Peer(Launch.start(folder, name, command, environment, port), Kind.Y_WEBSOCKET);
    }

    /** Hocuspocus without extensions: documents in memory. */
    static Peer hocuspocus(File folder, File peers) {
        int port = Launch.freePort();
        List<String> command =
                List.of("node", NODE_HEAP, new File(peers, "hocuspocus.js").getPath(), String.valueOf(port));
        return new Peer(Launch.start(folder, "hocuspocus", command, Map.of(), port), Kind.HOCUSPOCUS);
    }

    /** The bare relay, see {@link Relay}. */
    static Peer relay(File folder) {
        int port = Launch.freePort();
        List<String> command = List.of(
                Launch.java(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Relay.class.getName(),
                String.valueOf(port));
        return new Peer(Launch.start(folder, "bare relay", command, Map.of(), port), Kind.RELAY);
    }

    @Override
    public Running running() {
        return running;
    }

    @Override
    public List<Seat> room(int clients, int writers) {
        String room = "room-" + ROOMS.incrementAndGet();
        byte[] prefix = kind == Kind.HOCUSPOCUS ? new Bytes(32).putString(room).copy() : new byte[0];
        byte[] token = new Bytes(16).put(2).put(0).putString("anybody").copy();
        List<byte[]> greeting =
                switch (kind) {
                    case RELAY -> List.of();
                    case Y_WEBSOCKET -> List.of(STEP_1);
                    case HOCUSPOCUS -> List.of(token, STEP_1);
                };
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Long client = i < writers ? Clients.next() : null;
            seats.add(new Seat(running.port(), "/" + room, prefix, greeting, kind != Kind.RELAY, clients - 1, client));
        }
        return seats;
    }
}
