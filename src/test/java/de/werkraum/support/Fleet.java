package de.werkraum.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several servers on one database, as processes. Closing ends those that still run. */
public final class Fleet implements AutoCloseable {
    /** Of members' list, bus and requests that are passed on. */
    private static final int PORTS_OF_A_SERVER = 3;

    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_000;

    private final Path folder;
    private final String database;
    private final Map<String, String> more;
    private final List<Integer> ports;
    private final List<ServerProcess> started = new ArrayList<>();

    /**
     * @param most servers at the same time
     * @param more variables for each of them
     */
    public Fleet(Path folder, String database, int most, Map<String, String> more) {
        this.folder = folder;
        this.database = database;
        this.more = more;
        ports = ports(most);
    }

    /** Starts one of them, or that one again, and waits until it serves. */
    public ServerProcess start(int index) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DATABASE_URL", database);
        environment.put("WERKRAUM_ORGANISER_KEY", Workshop.KEY);
        environment.put("WERKRAUM_CLUSTER", "hazelcast");
        environment.put("WERKRAUM_CLUSTER_HOST", "127.0.0.1");
        environment.put("WERKRAUM_CLUSTER_PORT", String.valueOf(ports.get(index)));
        environment.put(
                "WERKRAUM_CLUSTER_MEMBERS",
                ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")));
        ServerProcess server = ServerProcess.start(folder, environment);
        started.add(server);
        return server;
    }

    /** The place of a room's server in the order of the starts. */
    public int owner(String room) {
        return Integer.parseInt(TestDatabase.ask(
                database,
                "select count(*) from server s where s.number < (select o.server from room_owner o where o.room = '"
                        + room + "')"));
    }

    /** Waits until everything so far of a room's plan is in PostgreSQL. */
    public void awaitSaved(Workshop room, Api who, Duration limit) {
        String version =
                who.get(room.path() + "/plan").expect(200).get("version").asText();
        String newest = "select coalesce(max(seq), 0) from plan_update where room = '" + room.id() + "'";
        Conditions.await(
                "saved", limit, () -> TestDatabase.ask(database, newest).equals(version));
    }

    /** Free a moment ago, with those after them. */
    private static List<Integer> ports(int most) {
        List<Integer> found = new ArrayList<>();
        int first = FIRST_PORT + (int) (ProcessHandle.current().pid() % 5_000);
        for (int port = first; port < LAST_PORT && found.size() < most; port += PORTS_OF_A_SERVER) {
            if (IntStream.range(port, port + PORTS_OF_A_SERVER).allMatch(Fleet::free)) {
                found.add(port);
            }
        }
        return List.copyOf(found);
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        started.forEach(ServerProcess::close);
    }
}
