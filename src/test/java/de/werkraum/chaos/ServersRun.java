package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Fleet;
import de.werkraum.support.PlanClient;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Signals;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three servers as one, of which some are stopped, woken, restarted: nothing saved is lost, and one that wakes up commits nothing. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ServersRun {
    private static final int ROOMS = 12;
    private static final Duration LONG = Duration.ofSeconds(40);

    private final Fleet fleet;

    /** All of it over TLS between the servers. */
    ServersRun(@TempDir Path folder) throws IOException, InterruptedException {
        certificates(folder);
        fleet = new Fleet(
                folder,
                TestDatabase.url(),
                3,
                Map.of(
                        "WERKRAUM_CLUSTER_TLS_CERT",
                                folder.resolve("server.pem").toString(),
                        "WERKRAUM_CLUSTER_TLS_KEY", folder.resolve("server.key").toString(),
                        "WERKRAUM_CLUSTER_TLS_CA", folder.resolve("ca.pem").toString()));
    }

    /** As OPERATIONS says. */
    private static void certificates(Path folder) throws IOException, InterruptedException {
        String key = " -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes ";
        String script = "openssl req -x509" + key + "-days 2 -subj /CN=werkraum-servers -keyout ca.key -out ca.pem\n"
                + "openssl req" + key + "-subj /CN=server1 -keyout server.key -out server.csr\n"
                + "openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out server.pem";
        Path said = folder.resolve("said.txt");
        Process made = new ProcessBuilder("sh", "-ec", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertEquals(0, made.waitFor(), Files.readString(said));
    }

    @AfterEach
    void end() {
        fleet.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 90})
    void anOwnerThatWasStoppedCommitsNothingWhenItWakes(int seconds) {
        List<ServerProcess> servers = List.of(fleet.start(0), fleet.start(1), fleet.start(2));
        Workshop room = Workshop.open(servers.get(0).base());
        Api pia = room.participant("Pia").api();
        edit(pia, room, 0, 10);
        int owner = fleet.owner(room.id());
        ServerProcess stopped = servers.get(owner);
        ServerProcess left = servers.get((owner + 1) % servers.size());
        long since = System.nanoTime();
        Signals.send("STOP", List.of(stopped.pid()));
        Api there = pia.on(left.base());
        Conditions.await(
                "another server has the room",
                LONG,
                () -> there.get(room.path() + "/plan").status() == 200);
        System.out.println("stopped " + seconds + " s: the room is elsewhere after " + millis(since) + " ms");
        edit(there, room, 10, 20);
        Conditions.await(
                "it has been stopped for so long",
                Duration.ofSeconds(seconds + 5L),
                () -> millis(since) >= seconds * 1_000L);
        Signals.send("CONT", List.of(stopped.pid()));
        assertEquals(1, stopped.exitCode(LONG));
        assertTrue(stopped.stderr().contains("Another Werkraum has taken over"), stopped.stderr());
        edit(there, room, 20, 21);
        PlanClient late =
                PlanClient.open(pia.on(servers.get((owner + 2) % servers.size()).base()), room.path());
        late.awaits("nothing is lost", doc -> doc.getArray("log").size() == 21);
        late.close();
        ServerProcess again = fleet.start(owner);
        assertEquals(200, pia.on(again.base()).get(room.path() + "/plan").status());
    }

    /** One after the other ends in order and comes again; every room goes on elsewhere meanwhile. */
    @Test
    void aRollingRestartLosesNothing() {
        List<ServerProcess> servers = new ArrayList<>(List.of(fleet.start(0), fleet.start(1), fleet.start(2)));
        Api organiser = Workshop.organiser(servers.get(0).base());
        List<Workshop> rooms = new ArrayList<>();
        List<Api> people = new ArrayList<>();
        for (int i = 0; i < ROOMS; i++) {
            Workshop room = Workshop.open(
                    organiser.on(servers.get(i % 3).base()), Api.object("title", "Raum " + i, "language", "de"));
            rooms.add(room);
            people.add(room.participant("Pia").api());
            edit(people.get(i), room, 0, 5);
        }
        List<Long> away = new ArrayList<>();
        for (int restarted = 0; restarted < servers.size(); restarted++) {
            ServerProcess before = servers.get(restarted);
            before.terminate();
            assertEquals(0, before.exitCode(LONG));
            ServerProcess left = servers.get((restarted + 1) % 3);
            for (int i = 0; i < ROOMS; i++) {
                Api there = people.get(i).on(left.base());
                String path = rooms.get(i).path() + "/plan";
                long since = System.nanoTime();
                Conditions.await(
                        "the room is elsewhere", LONG, () -> there.get(path).status() == 200);
                away.add(millis(since));
            }
            servers.set(restarted, fleet.start(restarted));
        }
        System.out.println("rolling restart: rooms had again after, ms: "
                + away.stream().sorted().toList());
        for (int i = 0; i < ROOMS; i++) {
            PlanClient late = PlanClient.open(
                    people.get(i).on(servers.get(2).base()), rooms.get(i).path());
            late.awaits("nothing is lost", doc -> doc.getArray("log").size() == 5);
            late.close();
        }
    }

    private static long millis(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    /** Writes numbers, and waits until they are saved. */
    private void edit(Api who, Workshop room, int from, int to) {
        try (PlanClient client = PlanClient.open(who, room.path())) {
            for (int i = from; i < to; i++) {
                int number = i;
                client.edit(doc -> doc.getArray("log").push(number));
            }
            PlanClient other = PlanClient.open(who, room.path());
            other.awaits("it has arrived", doc -> doc.getArray("log").size() == to);
            other.close();
            fleet.awaitSaved(room, who, LONG);
        }
    }
}
