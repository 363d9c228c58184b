package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL loses what it had committed, by settings of its operator: a standby that was behind takes over, or {@code synchronous_commit = off}
 * meets a crash. Edits come back from memory, or, where the server has died as well, from the pages; ballots can't, and that is told. Nothing
 * else is touched.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FailoverRun {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration BEHIND = Duration.ofSeconds(4);

    @Test
    void aStandbyThatIsBehindTakesOver(@TempDir Path folder) {
        standby(folder, false);
    }

    @Test
    void aStandbyThatIsBehindTakesOverAndTheServerDies(@TempDir Path folder) {
        standby(folder, true);
    }

    @Test
    void aCrashUnderAsynchronousCommit(@TempDir Path folder) {
        crash(folder, false);
    }

    @Test
    void aCrashUnderAsynchronousCommitThatTakesTheServerAlong(@TempDir Path folder) {
        crash(folder, true);
    }

    private static void standby(Path folder, boolean serverToo) {
        assertTrue(OwnPostgres.available(), "Debian's package postgresql-15 is needed");
        Random random = new Random(7);
        try (OwnPostgres postgres = OwnPostgres.in(folder, random);
                World world = new World(folder, postgres, random)) {
            Scene scene = new Scene(world);
            try (OwnPostgres.Standby standby = postgres.standby(random)) {
                scene.play(
                        "a standby that was behind",
                        serverToo,
                        () -> {
                            standby.awaitCaughtUp();
                            standby.behind().become(Wire.Mode.SILENT);
                        },
                        () -> {
                            world.killPostgres(true);
                            standby.takeOver();
                        });
            }
        }
    }

    private static void crash(Path folder, boolean serverToo) {
        assertTrue(OwnPostgres.available(), "Debian's package postgresql-15 is needed");
        Random random = new Random(8);
        try (OwnPostgres postgres = OwnPostgres.in(folder, random);
                World world = new World(folder, postgres, random)) {
            Scene scene = new Scene(world);
            scene.play("synchronous_commit = off", serverToo, postgres::commitLater, () -> {
                world.killPostgres(true);
                postgres.revive();
            });
        }
    }

    /** A room that is written in and votes, and one that is quiet. */
    private static final class Scene {
        private final World world;
        private final Workshop room;
        private final Api mona;
        private final Map<String, JsonNode> quiet = new HashMap<>();
        private final Map<String, String> people;

        Scene(World world) {
            this.world = world;
            room = Workshop.open(world.direct());
            mona = room.moderator("Mona").api();
            people = Crowd.people(room, world.front(), 7);
            Workshop other = Workshop.open(world.direct());
            Api otto = other.moderator("Otto").api();
            otto.put(other.path() + "/plan", Api.object("title", "Hier ist es still"))
                    .expect(200);
            for (String path : Set.of("", "/plan", "/members", "/polls")) {
                quiet.put(
                        other.path() + path,
                        other.organiser().get(other.path() + path).expect(200));
            }
        }

        void play(String what, boolean serverToo, Runnable lag, Runnable loss) {
            try (Crowd crowd = Crowd.start(people)) {
                Inquiry inquiry = new Inquiry(world, crowd, room, mona.token());
                Ballots poll = Ballots.open(world, crowd, room, mona.token(), 0);
                crowd.awaitProgress();
                crowd.count();
                lag.run();
                poll.vote();
                World.pass(BEHIND);
                JsonNode told = crowd.count();
                int answered = answered(told);
                Set<String> saved = crowd.saved();
                if (serverToo) {
                    world.killServer();
                }
                loss.run();
                int lost = inquiry.missing(saved, world.postgres().url());
                int there = poll.stored();
                int former = poll.lost(told);
                if (serverToo) {
                    world.startServer();
                } else {
                    awaitTold(former > 0);
                }
                world.awaitReady();
                assertQuiet();
                Conditions.await("the poll is as stored", LONG, () -> poll.there() == there);
                crowd.awaitSaved();
                world.killServer();
                world.startServer();
                crowd.pause();
                inquiry.everythingIsThereOnce();
                assertEquals(there, poll.there(), "what is there of ballots stays");
                assertQuiet();
                assertFalse(world.log().contains("\tat "), world.log());
                Chaos.say(
                        "Lost by %s%s: %d of %d saved edits, %d of %d answered ballots; after it %d edits, none lost, none twice, %d ballots"
                                .formatted(
                                        what,
                                        serverToo ? ", the server dead too" : "",
                                        lost,
                                        saved.size(),
                                        former,
                                        answered,
                                        crowd.state("written"),
                                        there));
                assertTrue(lost > 0, "PostgreSQL lost nothing: the run has shown nothing");
            }
        }

        /** The server has noticed by itself, whatever was lost is told, and the plan is stored again. */
        private void awaitTold(boolean ballots) {
            Conditions.await("the loss is noticed", LONG, () -> world.log()
                    .contains("PostgreSQL has lost updates of room " + room.id()));
            Conditions.await(
                    "lost ballots are told",
                    LONG,
                    () -> !ballots || world.log().contains(" ballots are not there as they were answered"));
            Conditions.await(
                    "it is mended", LONG, () -> world.log().contains("What PostgreSQL had lost is written again"));
        }

        private void assertQuiet() {
            Api organiser = Workshop.organiser(world.direct());
            quiet.forEach((path, told) -> assertEquals(told, organiser.get(path).expect(200), path));
        }

        private static int answered(JsonNode told) {
            int answered = 0;
            for (JsonNode voter : told) {
                answered += voter.get("ok").isNull() ? 0 : 1;
            }
            return answered;
        }
    }
}
