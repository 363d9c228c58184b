package de.werkraum.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.NodeScript;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real Yjs and the stock client in Node against a server in this JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class WireTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Path TRACE = Path.of("src/test/resources/traces/friendsforever.yupd.gz");

    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"door", "roles", "presence", "ballots", "clients", "editors", "hocuspocus"})
    void keepsTheContract(String part) {
        NodeScript.run(
                "wire/" + part + ".test.js", Map.of("BASE", server.base().toString(), "KEY", Workshop.KEY), LIMIT);
    }

    @Test
    void twoWritersReplayARecordedSessionAndItSurvivesARestart() {
        Workshop workshop = Workshop.open(server.base());
        String tokens = tokens(workshop, 3);
        Map<String, String> environment = Map.of(
                "BASE", server.base().toString(),
                "ROOM", workshop.id(),
                "TOKENS", tokens,
                "TRACE", TRACE.toAbsolutePath().toString());
        JsonNode told = Api.parse(NodeScript.run("wire/replay.js", environment, LIMIT));
        assertEquals(21_362, told.get("chars").asInt());
        server.restart();
        Map<String, String> again = new HashMap<>(environment);
        again.put("BASE", server.base().toString());
        again.put("CHECK", "1");
        assertEquals(
                21_362,
                Api.parse(NodeScript.run("wire/replay.js", again, LIMIT))
                        .get("chars")
                        .asInt());
    }

    @Test
    void sixClientsConvergeOnWhatTheServerSays() {
        int seed = new Random().nextInt(1, 1_000_000);
        System.out.println("random edits of six clients, seed " + seed);
        Workshop workshop = Workshop.open(server.base());
        Map<String, String> environment = Map.of(
                "BASE", server.base().toString(),
                "ROOM", workshop.id(),
                "TOKENS", tokens(workshop, 7),
                "SEED", String.valueOf(seed));
        JsonNode held = Api.parse(NodeScript.run("wire/random.js", environment, LIMIT));
        JsonNode plan = workshop.organiser().get(workshop.path() + "/plan").expect(200);
        assertEquals(held.get("title").asText(), plan.get("title").asText(), "seed " + seed);
        assertEquals(held.get("goal").asText(), plan.get("goal").asText(), "seed " + seed);
        assertEquals(steps(held), steps(plan), "seed " + seed);
        assertTrue(held.get("steps").size() > 2, "seed " + seed + " made too few steps");
    }

    /** Of each step what both sides name alike. */
    private static List<String> steps(JsonNode plan) {
        List<String> steps = new ArrayList<>();
        for (JsonNode step : plan.get("steps")) {
            steps.add(String.join(
                    "|",
                    step.path("id").asText(),
                    step.path("rank").asText(),
                    step.path("title").asText(),
                    step.path("status").asText(),
                    step.path("responsible").asText(""),
                    String.valueOf(step.path("effort").asDouble(0)),
                    String.valueOf(
                            step.path("comments").isArray()
                                    ? step.path("comments").size()
                                    : step.path("comments").asInt())));
        }
        return steps;
    }

    private static String tokens(Workshop workshop, int count) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(workshop.participant("Person " + i).api().token());
        }
        return String.join(" ", tokens);
    }
}
