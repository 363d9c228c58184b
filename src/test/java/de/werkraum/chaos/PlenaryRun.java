package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Poll;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed while the plenary votes, while the vote is closed, and while its results come back to the rooms: no ballot that was answered is lost,
 * none counts twice, and each step learns its place once.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class PlenaryRun {
    private static final int ROUNDS = Integer.getInteger("chaos.faults", 6);
    /** Being told takes the longer the more there are: a kill is to fall amid. */
    private static final int ROOMS = 8;

    private static final int PEOPLE = 120;
    private static final int OPTIONS = 60;
    private static final int DOTS = 3;

    /** Latest moment of a kill after the first ballot was answered, in milliseconds: all of them take some 200. */
    private static final int LATEST = 80;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Random random = new Random(Long.getLong("chaos.seed", 20261130));

    /** What was answered: the receipt of each ballot, by its voter's number. */
    private final Map<Integer, String> answered = new ConcurrentHashMap<>();

    @Test
    @DisplayName("Q-8 Q-9 V-5")
    void killsAmidVotingClosingAndTheWayBack(@TempDir Path folder) {
        Map<String, String> environment =
                Map.of("DATABASE_URL", TestDatabase.url(), "WERKRAUM_ORGANISER_KEY", Workshop.KEY);
        for (int round = 0; round < ROUNDS; round++) {
            answered.clear();
            AgreedRooms rooms;
            List<Api> people;
            Poll poll;
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                Api organiser = Workshop.organiser(server.base());
                rooms = AgreedRooms.open(organiser, ROOMS);
                rooms.collect(organiser, UUID.randomUUID().toString()).expect(200);
                people = people(organiser, rooms);
                poll = poll(organiser, rooms);
                voteAndKill(server, poll, people);
            }
            int before = answered.size();
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                poll = at(server, poll);
                everybodyAgain(server, poll, people);
                System.err.println("killed after " + before + " of " + PEOPLE + " ballots were answered");
                closeAndKill(server, poll);
            }
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                poll = at(server, poll);
                closed(poll);
                killAmidTheWayBack(server, rooms, poll);
            }
            try (ServerProcess server = ServerProcess.start(folder, environment)) {
                poll = at(server, poll);
                rooms.whole(poll.moderator());
                rooms.back(poll.moderator(), poll.id());
                closed(poll);
            }
        }
    }

    private static List<Api> people(Api organiser, AgreedRooms rooms) {
        String code = rooms.congress().plenaryCode(organiser, "participant");
        Api nobody = Api.of(organiser.base());
        List<Api> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(nobody.join(code, "Person " + i));
        }
        return people;
    }

    /** Dots on the first steps: labels and results of these, the others just stay. */
    private static Poll poll(Api organiser, AgreedRooms rooms) {
        List<String> steps = rooms.whole(organiser);
        return Poll.open(
                organiser,
                rooms.congress().plenary(),
                Poll.dotsOn(steps, Api.object("budget", DOTS, "maxPerOption", DOTS)));
    }

    private static Poll at(ServerProcess server, Poll poll) {
        return new Poll(poll.moderator().on(server.base()), poll.path(), poll.options());
    }

    private CompletableFuture<Void> cast(Api who, Poll poll, int number) {
        Object choices = Api.object(poll.options().get(number % OPTIONS), DOTS);
        return who.sendLater("PUT", poll.path() + "/ballot", Api.object("choices", choices))
                .thenAccept(answer -> {
                    String receipt = answer.expect(200).get("receipt").asText();
                    String before = answered.putIfAbsent(number, receipt);
                    assertTrue(before == null || before.equals(receipt), "the same ballot keeps its receipt");
                });
    }

    private void voteAndKill(ServerProcess server, Poll poll, List<Api> people) {
        List<CompletableFuture<Void>> casting = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            casting.add(cast(people.get(i), poll, i));
        }
        CompletableFuture.anyOf(casting.toArray(CompletableFuture[]::new)).join();
        World.pass(Duration.ofMillis(random.nextInt(LATEST)));
        server.kill();
        casting.forEach(one -> one.exceptionally(PlenaryRun::killed).join());
    }

    /** A request that a kill cut off may fail, what was answered before may not. */
    private static @Nullable Void killed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        assertInstanceOf(IOException.class, cause);
        return null;
    }

    /** Whose ballot was answered has it still; everybody sends it once more, since nobody knows. */
    private void everybodyAgain(ServerProcess server, Poll poll, List<Api> people) {
        Map<Integer, String> promised = Map.copyOf(answered);
        promised.forEach((number, receipt) -> {
            JsonNode mine = poll.seenBy(people.get(number).on(server.base())).get("mine");
            assertEquals(receipt, mine.get("receipt").asText(), "an answered ballot is there");
        });
        List<CompletableFuture<Void>> casting = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            casting.add(cast(people.get(i).on(server.base()), poll, i));
        }
        casting.forEach(CompletableFuture::join);
        assertEquals(PEOPLE, poll.seenBy(poll.moderator()).get("cast").asInt(), "nobody counts twice");
    }

    private void closeAndKill(ServerProcess server, Poll poll) {
        CompletableFuture<Api.Answer> closing =
                poll.moderator().sendLater("POST", poll.path() + "/close", Api.object());
        World.pass(Duration.ofMillis(random.nextInt(LATEST)));
        server.kill();
        closing.handle((done, lost) -> null).join();
    }

    /** Closes what is not closed so far; all ballots are counted, by their receipts too. */
    private void closed(Poll poll) {
        JsonNode now = poll.seenBy(poll.moderator());
        JsonNode closed = now.get("state").asText().equals("open") ? poll.close() : now;
        assertEquals(PEOPLE, closed.get("cast").asInt());
        List<String> receipts = closed.get("receipts").findValuesAsText("receipt");
        assertEquals(PEOPLE, receipts.size(), "each ballot once");
        assertEquals(new HashSet<>(answered.values()), new HashSet<>(receipts));
        for (int i = 0; i < OPTIONS; i++) {
            JsonNode counted = closed.at("/tally/options/" + poll.options().get(i) + "/dots");
            assertEquals(DOTS * (PEOPLE / OPTIONS), counted.asInt());
        }
    }

    /** Once the first steps know their place: the others may or may not. */
    private void killAmidTheWayBack(ServerProcess server, AgreedRooms rooms, Poll poll) {
        Api organiser = poll.moderator();
        Conditions.await("the first room knows", PATIENCE, () -> known(organiser, rooms, poll) > 0);
        server.kill();
    }

    private static int known(Api organiser, AgreedRooms rooms, Poll poll) {
        int known = 0;
        for (int i = 0; i < ROOMS; i++) {
            known += rooms.congress().placed(organiser, i, poll.id());
        }
        return known;
    }
}
