package de.werkraum.polls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ballots that race the end of their poll: what got ok is counted, what was told to be late is not. */
class ClosingRaceTest extends PollServer {
    private static final int PEOPLE = 100;
    /** Of these people; they cast when the end has been told, the others race it. */
    private static final int STRAGGLERS = 3;

    private static final int ROUNDS = 5;

    /** What became of a crowd's ballots. */
    private record Outcome(Set<String> receipts, int refused) {}

    @ParameterizedTest
    @ValueSource(strings = {"close", "room"})
    @Tag("V-6")
    @Tag("V-7")
    void everyBallotIsEitherCountedOrToldToBeLate(String end) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        System.out.println("ballots racing " + end + ", seed " + seed);
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, PEOPLE);
        for (int round = 0; round < ROUNDS; round++) {
            Question question = Question.consent(room, moderator, object());
            Outcome outcome = race(question, people, random.nextInt(PEOPLE - STRAGGLERS), () -> {
                if (end.equals("close")) {
                    return moderator.sendLater("POST", question.path() + "/close", object());
                }
                return moderator.sendLater("PATCH", room.path(), object("phase", "closed"));
            });
            JsonNode closed = question.seenBy(moderator);
            assertEquals("closed", closed.get("state").asText());
            assertEquals(outcome.receipts.size(), closed.get("cast").asInt(), "seed " + seed);
            assertEquals(PEOPLE, outcome.receipts.size() + outcome.refused, "seed " + seed);
            if (!closed.has("withheld")) {
                assertEquals(
                        outcome.receipts,
                        new HashSet<>(closed.get("receipts").findValuesAsText("receipt")),
                        "seed " + seed);
            }
            assertTrue(outcome.refused >= STRAGGLERS, "who casts after the end is late, seed " + seed);
            moderator.patch(room.path(), object("phase", "vote")).expect(200);
        }
    }

    /** Casts for everybody, after some of them calls for the end, and lets the last wait until it has come. */
    private static Outcome race(
            Question question, List<Workshop.Person> people, int before, Supplier<CompletableFuture<Api.Answer>> end) {
        List<CompletableFuture<Api.Answer>> answers = new ArrayList<>();
        CompletableFuture<Api.Answer> ended = null;
        for (int i = 0; i < people.size(); i++) {
            if (i == before) {
                ended = end.get();
            }
            if (ended != null && i == people.size() - STRAGGLERS) {
                ended.join().expect(200);
            }
            Object choices = object("choices", object(question.option(), i % 3 == 0 ? "no" : "yes"));
            answers.add(people.get(i).api().sendLater("PUT", question.path() + "/ballot", choices));
        }
        Set<String> receipts = new HashSet<>();
        int refused = 0;
        for (CompletableFuture<Api.Answer> answer : answers) {
            if (answer.join().status() == 200) {
                receipts.add(answer.join().expect(200).get("receipt").asText());
            } else {
                JsonNode problem = answer.join().expect(409);
                assertEquals("pollNotOpen", problem.get("code").asText());
                assertFalse(problem.get("voted").asBoolean());
                refused++;
            }
        }
        return new Outcome(receipts, refused);
    }

    @Test
    void cancelledWhileCastingItKeepsNothing() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, PEOPLE);
        Question question = Question.consent(room, moderator, object());
        Outcome outcome = race(
                question,
                people,
                PEOPLE / 2,
                () -> moderator.sendLater("POST", question.path() + "/cancel", object("reason", "Zu früh")));
        JsonNode cancelled = question.seenBy(moderator);
        assertEquals("cancelled", cancelled.get("state").asText());
        assertEquals("Zu früh", cancelled.get("reason").asText());
        assertEquals(outcome.refused, PEOPLE - cancelled.get("cast").asInt());
        assertFalse(cancelled.has("tally") || cancelled.has("receipts"));
        assertEquals(
                "0",
                TestDatabase.ask(server.databaseUrl(), "select count(*) from pg_class where relname like 'ballot%'"));
        int seen = cancelled.get("cast").asInt();
        server.restart();
        Api again = Api.of(server.base()).as(moderator.token());
        assertEquals(seen, again.get(question.path()).expect(200).get("cast").asInt());
    }

    @Test
    void closedTwiceAtOnceItIsClosedOnce() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 3);
        Question question = Question.consent(room, moderator, object());
        people.forEach(person -> question.say(person.api(), "yes").expect(200));
        List<CompletableFuture<Api.Answer>> closings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            closings.add(moderator.sendLater("POST", question.path() + "/close", object()));
        }
        long done =
                closings.stream().filter(each -> each.join().status() == 200).count();
        long refused =
                closings.stream().filter(each -> each.join().status() == 409).count();
        assertEquals(List.of(1L, 7L), List.of(done, refused));
        assertEquals(3, question.seenBy(moderator).at("/tally/cast").asInt());
    }
}
