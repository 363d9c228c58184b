package de.werkraum.bench.fanout;

import de.werkraum.store.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The loads of {@code src/bench/fanout.sh}: {@code FanoutLoad LOAD RUNS}. Servers are started once, pinned to the cores of the system property
 * {@code cores}; in each run they take turns. PostgreSQL runs on the cores of this process.
 */
public final class FanoutLoad {
    private static final Path FOLDER = Path.of("target", "fanout");

    private FanoutLoad() {}

    public static void main(String[] arguments) throws Exception {
        String load = arguments[0];
        int runs = Integer.parseInt(arguments[1]);
        File folder = Files.createDirectories(FOLDER).toFile();
        Results results = new Results(FOLDER.resolve("results.tsv"));
        System.out.println("load before: " + Usage.load());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(FOLDER.resolve("database"))) {
            List<Server> servers = servers(folder, database.adminUrl(), Loads.servers(load));
            try {
                new Loads(servers, results, runs).run(load);
            } finally {
                servers.forEach(Server::close);
            }
        }
        System.out.println("\n" + results.table());
        System.exit(0);
    }

    private static List<Server> servers(File folder, String database, List<String> names) throws IOException {
        File peers = new File("src/bench/peers");
        Map<String, Supplier<Server>> known = new LinkedHashMap<>();
        known.put("werkraum", () -> Werkraum.start("werkraum", folder, database, options()));
        known.put("y-websocket", () -> Peer.yWebsocket(folder, peers));
        known.put("y-websocket-leveldb", () -> Peer.yWebsocketOnLevelDb(folder, peers));
        known.put("hocuspocus", () -> Peer.hocuspocus(folder, peers));
        known.put("relay", () -> Peer.relay(folder));
        List<Server> servers = new ArrayList<>();
        String only = System.getProperty("servers", "");
        for (String name : names) {
            if (only.isEmpty() || List.of(only.split(",")).contains(name)) {
                servers.add(known.get(name).get());
            }
        }
        return servers;
    }

    private static String[] options() {
        return System.getProperty("options", "-Xmx1g").split(" ");
    }
}
