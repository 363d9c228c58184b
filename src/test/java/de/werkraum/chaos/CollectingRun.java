package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while it collects, and between a poll's end and its way back to the rooms: nothing comes twice, nothing is lost. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CollectingRun {
    private static final int ROUNDS = Integer.getInteger("chaos.faults", 6);
    private static final int ROOMS = 4;
    private static final int STEPS = 12;

    /** Latest moment of a kill after the request, in milliseconds: collecting that many takes some 50. */
    private static final int LATEST = 120;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Random random = new Random(Long.getLong("chaos.seed", 20261130));

    @Test
    @DisplayName("Q-2 Q-8")
    void aKillAmidCollectingAndBeforeTheWayBack(@TempDir Path folder) {
        Map<String, String> environment =
                Map.of("DATABASE_URL", TestDatabase.url(), "WERKRAUM_ORGANISER_KEY", Workshop.KEY);
        for (int round = 0; round < ROUNDS; round++) {
            Congress congress;
            String key = UUID.randomUUID().toString();
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                Api organiser = Workshop.organiser(server.base());
                congress = congress(organiser);
                CompletableFuture<Void> collecting =
                        CompletableFuture.runAsync(() -> collect(organiser, congress, key));
                World.pass(Duration.ofMillis(random.nextInt(LATEST)));
                server.kill();
                collecting.exceptionally(killed -> null).join();
            }
            String poll;
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                Api organiser = Workshop.organiser(server.base());
                collect(organiser, congress, key).expect(200);
                whole(organiser, congress);
                poll = closed(organiser, congress);
                server.kill();
            }
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                Api organiser = Workshop.organiser(server.base());
                whole(organiser, congress);
                back(organiser, congress, poll);
            }
        }
    }

    private static Congress congress(Api organiser) {
        List<Object> sessions = new ArrayList<>();
        for (int i = 0; i < ROOMS; i++) {
            sessions.add(Api.object("title", "Sitzung " + i));
        }
        Congress congress = Congress.open(organiser, Congress.bare(organiser), sessions.toArray());
        for (int i = 0; i < ROOMS; i++) {
            List<Object> steps = new ArrayList<>();
            for (int j = 0; j < STEPS; j++) {
                steps.add(Api.object("id", "s" + j, "title", i + "/" + j, "status", "agreed"));
            }
            organiser
                    .put(congress.roomPath(i) + "/plan", Api.object("steps", steps))
                    .expect(200);
        }
        return congress;
    }

    private static Api.Answer collect(Api organiser, Congress congress, String key) {
        try {
            return organiser.under(key).post(congress.path() + "/collect", Api.object("take", "agreed"));
        } catch (UncheckedIOException gone) {
            throw new IllegalStateException("the server was killed, which is what this is about", gone);
        }
    }

    private static void whole(Api organiser, Congress congress) {
        Set<String> titles = new TreeSet<>();
        JsonNode steps = organiser.get(congress.plenary() + "/plan").expect(200).get("steps");
        steps.forEach(step -> titles.add(step.get("title").asText()));
        assertEquals(ROOMS * STEPS, steps.size(), "nothing twice");
        assertEquals(ROOMS * STEPS, titles.size(), "nothing lost");
    }

    /** An open poll of one voter with names, closed a moment ago. */
    private static String closed(Api organiser, Congress congress) {
        List<String> steps = organiser
                .get(congress.plenary() + "/plan")
                .expect(200)
                .get("steps")
                .findValuesAsText("id");
        Api ada = Api.of(organiser.base()).join(congress.plenaryCode(organiser, "participant"), "Ada");
        Poll poll = Poll.open(
                organiser,
                congress.plenary(),
                Api.object(
                        "question",
                        "Was zuerst?",
                        "method",
                        "dots",
                        "options",
                        Poll.ofSteps(steps),
                        "settings",
                        Api.object("secret", false, "minBallots", 1, "budget", 3, "maxPerOption", 3)));
        poll.give(ada, 3).expect(200);
        poll.close();
        return poll.id();
    }

    private static void back(Api organiser, Congress congress, String poll) {
        for (int i = 0; i < ROOMS; i++) {
            String plan = congress.roomPath(i) + "/plan";
            Conditions.await("every step knows its place, once", PATIENCE, () -> {
                for (JsonNode step : organiser.get(plan).expect(200).get("steps")) {
                    JsonNode verdicts = step.path("plenary");
                    if (verdicts.size() != 1 || !verdicts.at("/0/poll").asText().equals(poll)) {
                        return false;
                    }
                }
                return true;
            });
        }
    }
}
