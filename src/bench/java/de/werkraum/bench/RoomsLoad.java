package de.werkraum.bench;

import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What rooms in the database cost while nobody is in: the same data folder with one room and with 10,000, each with codes, ten people and a
 * plan of 10 KB. Time to the ready line, heap after a collection, and the list of rooms.
 */
public final class RoomsLoad {
    private static final int ROOMS = Integer.getInteger("rooms", 10_000);
    private static final int TIMES = 7;
    private static final Map<String, String> ENVIRONMENT =
            Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "WERKRAUM_DEMO", "false");

    private RoomsLoad() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("werkraum-rooms-");
        try (ServerProcess server = ServerProcess.start(folder, ENVIRONMENT)) {
            Workshop.open(server.base());
        }
        measure(folder, false);
        measure(folder, true);
        measure(folder, false);
    }

    private static void measure(Path folder, boolean fill) throws IOException, SQLException, InterruptedException {
        double[] ready = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            try (ServerProcess server = ServerProcess.start(folder, ENVIRONMENT)) {
                ready[i] = (System.nanoTime() - begin) / 1e6;
                if (i == TIMES - 1) {
                    look(server, ready);
                    if (fill) {
                        fill(folder);
                    }
                }
            }
        }
    }

    private static void look(ServerProcess server, double[] ready) throws IOException, InterruptedException {
        Api organiser = Workshop.organiser(server.base());
        long heap = heap(server.pid());
        double[] list = new double[21];
        int rooms = 0;
        int length = 0;
        for (int i = 0; i < list.length; i++) {
            long begin = System.nanoTime();
            Api.Answer answer = organiser.get("/rooms");
            list[i] = (System.nanoTime() - begin) / 1e6;
            rooms = answer.expect(200).size();
            length = answer.body().length();
        }
        System.out.printf(
                "%d rooms: ready after %.0f ms, heap %d KB, list %.1f ms (first %.0f ms), %d KB%n",
                rooms, median(ready), heap, median(list), list[0], length / 1024);
    }

    private static double median(double[] all) {
        return java.util.Arrays.stream(all).sorted().skip(all.length / 2).findFirst().orElseThrow();
    }

    /** Kilobytes that live. */
    private static long heap(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IOException("no heap told");
        }
        return Long.parseLong(used.group(1));
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        List.of(System.getProperty("java.home") + "/bin/jcmd", String.valueOf(pid), command))
                .start();
        String told = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return told;
    }

    private static void fill(Path folder) throws IOException, SQLException {
        String port = Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(3).strip();
        String password = Files.readString(folder.resolve("password")).strip();
        Doc doc = new Doc();
        IntStream.range(0, 1_000).forEach(i -> doc.getText("goal").insert(0, "acht Z. "));
        byte[] plan = doc.encodeStateAsUpdate();
        try (Connection connection =
                        TestDatabase.connect("postgresql://werkraum:" + password + "@127.0.0.1:" + port + "/werkraum");
                Statement statement = connection.createStatement()) {
            statement.execute("insert into room (id, title, language, created_at, entered_at)"
                    + " select gen_random_uuid(), 'Raum ' || n, 'de', now(), now() from generate_series(1, " + ROOMS + ") n");
            statement.execute("insert into code (code, room, role, hash) select role || title, id, role,"
                    + " sha256(convert_to(role || title, 'UTF8')) from room,"
                    + " unnest(array['moderator', 'participant', 'viewer']) role where title like 'Raum %'");
            statement.execute("insert into member (id, room, name, role, joined_at) select gen_random_uuid(), id,"
                    + " 'Person ' || n, 'participant', now() from room, generate_series(1, 10) n");
            try (PreparedStatement plans =
                    connection.prepareStatement("insert into plan_snapshot (room, seq, data) select id, 1000, ? from room"
                            + " where title like 'Raum %'")) {
                plans.setBytes(1, plan);
                plans.execute();
            }
            statement.execute("analyze");
        }
    }
}
