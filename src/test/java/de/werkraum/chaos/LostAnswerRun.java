package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.LossyWire;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL commits and the answer gets lost with its connection: every commit of every act, one after the other. Whoever asked sends the same
 * again, as pages do; it is done, once, and still so after a restart.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LostAnswerRun {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int MOST_COMMITS = 9;

    @Test
    void postgresql15(@TempDir Path folder) {
        assertTrue(OwnPostgres.available(), "Debian's package postgresql-15 is needed");
        try (OwnPostgres postgres = OwnPostgres.in(folder, new Random(1))) {
            run(postgres.name(), postgres.url());
        }
    }

    @Test
    void embedded() {
        run("embedded PostgreSQL", TestDatabase.url());
    }

    private static void run(String name, String database) {
        int port = URI.create(database).getPort();
        Map<String, JsonNode> before = new LinkedHashMap<>();
        List<String> account = new ArrayList<>();
        int lost = 0;
        try (LossyWire wire = new LossyWire(port);
                TestServer server = TestServer.start(
                        Map.of(), Map.of("DATABASE_URL", database.replace(":" + port, ":" + wire.port())))) {
            Api organiser = Workshop.organiser(server.base());
            for (LostAct act : LostAct.all()) {
                int commits = suffer(act, wire, organiser, before);
                assertTrue(commits > 0, act.name() + " commits nothing");
                account.add(act.name() + " " + commits);
                lost += commits;
            }
            server.restart();
            Api again = organiser.on(server.base());
            before.forEach((path, told) -> assertEquals(told, again.get(path).expect(200), path));
        }
        Chaos.say("Answers lost on %s: %d acts, %d commits; all done once. %s"
                .formatted(name, account.size(), lost, String.join(", ", account)));
    }

    /** Loses the first commit's answer of the act, on a new stage that of its second, and so on; answers how many there were. */
    private static int suffer(LostAct act, LossyWire wire, Api organiser, Map<String, JsonNode> before) {
        for (int number = 1; number <= MOST_COMMITS; number++) {
            LostAct.Stage stage = LostAct.Stage.set(organiser, act.name() + " " + number);
            act.prepare().accept(stage);
            wire.loseCommit(number);
            int[] tries = {0};
            Conditions.await(act.name(), LONG, () -> {
                tries[0]++;
                int status = act.send().apply(stage).status();
                boolean done = status < 300 || (tries[0] > 1 && act.goneAfter() && status == 404);
                assertTrue(done || status == 503, act.name() + " answered " + status);
                return done;
            });
            boolean lost = wire.lost();
            wire.behave();
            act.check().accept(stage);
            stage.keep(before);
            if (!lost) {
                return number - 1;
            }
        }
        throw new AssertionError(act.name() + " commits more than " + MOST_COMMITS + " times");
    }
}
