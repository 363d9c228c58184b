package de.werkraum.chaos;

import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    /** Latest moment of a kill after the request, in milliseconds: collecting that many takes some 50. */
    private static final int LATEST = 120;

    private final Random random = new Random(Long.getLong("chaos.seed", 20261130));

    @Test
    @DisplayName("Q-2 Q-8")
    void aKillAmidCollectingAndBeforeTheWayBack(@TempDir Path folder) {
        Map<String, String> environment =
                Map.of("DATABASE_URL", TestDatabase.url(), "WERKRAUM_ORGANISER_KEY", Workshop.KEY);
        for (int round = 0; round < ROUNDS; round++) {
            AgreedRooms rooms;
            String key = UUID.randomUUID().toString();
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                Api organiser = Workshop.organiser(server.base());
                rooms = AgreedRooms.open(organiser, ROOMS);
                CompletableFuture<Void> collecting = CompletableFuture.runAsync(() -> collect(organiser, rooms, key));
                World.pass(Duration.ofMillis(random.nextInt(LATEST)));
                server.kill();
                collecting.exceptionally(killed -> null).join();
            }
            String poll;
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                Api organiser = Workshop.organiser(server.base());
                rooms.collect(organiser, key).expect(200);
                rooms.whole(organiser);
                poll = closed(organiser, rooms);
                server.kill();
            }
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                Api organiser = Workshop.organiser(server.base());
                rooms.whole(organiser);
                rooms.back(organiser, poll);
            }
        }
    }

    private static Api.Answer collect(Api organiser, AgreedRooms rooms, String key) {
        try {
            return rooms.collect(organiser, key);
        } catch (UncheckedIOException gone) {
            throw new IllegalStateException("the server was killed, which is what this is about", gone);
        }
    }

    /** An open poll of one voter with names, closed a moment ago. */
    private static String closed(Api organiser, AgreedRooms rooms) {
        Congress congress = rooms.congress();
        List<String> steps = rooms.whole(organiser);
        Api ada = Api.of(organiser.base()).join(congress.plenaryCode(organiser, "participant"), "Ada");
        Poll poll = Poll.open(
                organiser,
                congress.plenary(),
                Poll.dotsOn(steps, Api.object("secret", false, "minBallots", 1, "budget", 3, "maxPerOption", 3)));
        poll.give(ada, 3).expect(200);
        poll.close();
        return poll.id();
    }
}
