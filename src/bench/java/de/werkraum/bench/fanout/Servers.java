package de.werkraum.bench.fanout;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starts the servers by name. One that is kept is started and warmed when it is first needed, and stays till the end. */
final class Servers implements AutoCloseable {
    /** What a server of many screens may be started with: a small young generation, and a heap that shrinks to what lives. */
    private static final String[] IDLE = {"-Xmx1g", "-Xmn24m", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=15"};

    static final String[] USUAL = System.getProperty("options", "-Xmx1g -XX:TieredStopAtLevel=1").split(" ");
    private static final File PEERS = new File("src/bench/peers");
    private static final double WARM_SECONDS = Double.parseDouble(System.getProperty("warm", "60"));

    private final File folder;
    private final String admin;
    private final Map<String, Server> kept = new LinkedHashMap<>();
    private int databases;

    /**
     * @param folder for logs and what servers store
     * @param admin address of PostgreSQL's own database
     */
    Servers(File folder, String admin) {
        this.folder = folder;
        this.admin = admin;
    }

    Server kept(String name) throws IOException {
        Server server = kept.get(name);
        if (server == null) {
            server = start(name);
            kept.put(name, server);
            warm(server);
        }
        return server;
    }

    /** Ends one that is kept: after a failure its state is unknown. */
    void end(String name) {
        Server server = kept.remove(name);
        if (server != null) {
            server.close();
        }
    }

    /** A new one, cold; the caller ends it. */
    Server start(String name) throws IOException {
        return switch (name) {
            case "werkraum" -> Werkraum.start(name, folder, database(), USUAL);
            case "werkraum-before" -> Werkraum.before(name, folder, database(), USUAL);
            case "werkraum-hocuspocus" -> Werkraum.forProviders(name, folder, database(), USUAL);
            case "werkraum-idle" -> Werkraum.start(name, folder, database(), IDLE);
            case "werkraum-256m" -> Werkraum.start(name, folder, database(), "-Xmx256m");
            case "y-websocket" -> Peer.yWebsocket(folder, PEERS);
            case "y-websocket-leveldb" -> Peer.yWebsocketOnLevelDb(folder, PEERS);
            case "hocuspocus" -> Peer.hocuspocus(folder, PEERS);
            case "bare relay" -> Peer.relay(folder);
            default -> throw new IllegalArgumentException("no server is called " + name);
        };
    }

    /** An address of an embedded server as JDBC has it. */
    static String jdbc(String address) {
        URI uri = URI.create(address);
        String[] login = uri.getUserInfo().split(":", 2);
        return "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath() + "?user=" + login[0] + "&password="
                + login[1];
    }

    /** A new database, since each has one server. */
    String database() throws IOException {
        String name = "load" + ++databases;
        try (Connection connection = DriverManager.getConnection(jdbc(admin));
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return admin.replaceFirst("/postgres$", "/" + name);
    }

    /** For compilers that work at run time: both shapes of load, at what every server can bear. */
    private static void warm(Server server) throws IOException {
        double rate = server.name().startsWith("y-websocket") ? 80 : 1_000;
        warm(server, Shape.ONE_ROOM, rate);
        warm(server, Shape.GROUPS, 2_000);
    }

    private static void warm(Server server, Shape shape, double rate) throws IOException {
        try (Swarm swarm = new Swarm(shape.seats(server), 0)) {
            Figures.measure(server, swarm, rate, WARM_SECONDS / 2, 0.1);
        }
    }

    @Override
    public void close() {
        kept.values().forEach(Server::close);
    }
}
