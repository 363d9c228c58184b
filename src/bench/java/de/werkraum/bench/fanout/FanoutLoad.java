package de.werkraum.bench.fanout;

import de.werkraum.store.EmbeddedDatabase;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The loads of {@code src/bench/fanout.sh}: {@code FanoutLoad LOAD,LOAD,… RUNS}. Servers are started once, pinned to the cores of the system
 * property {@code cores}, and warmed; in each run of a load they take turns. PostgreSQL runs on the cores of this process.
 */
public final class FanoutLoad {
    private static final Path FOLDER = Path.of("target", "fanout");

    /** What a server of many screens may be started with: a small young generation, and a heap that shrinks to what lives. */
    private static final String[] IDLE = {"-Xmx1g", "-Xmn24m", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=15"};

    private FanoutLoad() {}

    public static void main(String[] arguments) throws Exception {
        List<String> loads = List.of(arguments[0].split(","));
        int runs = Integer.parseInt(arguments[1]);
        File folder = Files.createDirectories(FOLDER).toFile();
        Results results = new Results(FOLDER.resolve("results.tsv"));
        System.out.println("load before: " + Usage.load());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(FOLDER.resolve("database"))) {
            List<Server> servers = servers(folder, fresh(database.adminUrl()), Loads.servers(loads));
            try {
                new Loads(servers, new Storage(FOLDER.resolve("database")), results, runs).run(loads);
            } finally {
                servers.forEach(Server::close);
            }
        }
        System.out.println("\n" + results.table());
        System.exit(0);
    }

    /** A new database on that server; the old one goes. */
    private static String fresh(String admin) throws SQLException {
        URI uri = URI.create(admin);
        String[] login = uri.getUserInfo().split(":", 2);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), login[0], login[1]);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists load with (force)");
            statement.execute("create database load");
        }
        return admin.replaceFirst("/postgres$", "/load");
    }

    private static List<Server> servers(File folder, String database, Collection<String> names) throws IOException {
        File peers = new File("src/bench/peers");
        Map<String, Supplier<Server>> known = new LinkedHashMap<>();
        known.put("werkraum", () -> Werkraum.start("werkraum", folder, database, options()));
        known.put("werkraum-idle", () -> Werkraum.start("werkraum-idle", folder, database, IDLE));
        known.put("werkraum-256m", () -> Werkraum.start("werkraum-256m", folder, database, "-Xmx256m"));
        known.put("y-websocket", () -> Peer.yWebsocket(folder, peers));
        known.put("y-websocket-leveldb", () -> Peer.yWebsocketOnLevelDb(folder, peers));
        known.put("hocuspocus", () -> Peer.hocuspocus(folder, peers));
        known.put("bare relay", () -> Peer.relay(folder));
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
