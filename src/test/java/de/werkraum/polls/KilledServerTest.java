package de.werkraum.polls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server dies while people vote and comes back: what was answered counts, once, and the clock goes on. */
@Timeout(value = 150, unit = TimeUnit.SECONDS)
class KilledServerTest {
    private static final int PEOPLE = 60;

    @Test
    void everyAnsweredBallotCountsOnceAndThePollClosesAtItsHourWithNobodyThere(@TempDir Path folder) {
        String database = TestDatabase.url();
        Map<String, String> environment = Map.of("DATABASE_URL", database, "WERKRAUM_ORGANISER_KEY", Workshop.KEY);
        Question question;
        List<Workshop.Person> people = new ArrayList<>();
        Set<String> answered = new HashSet<>();
        Instant end;
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            Workshop room = Workshop.open(server.base());
            Api moderator = room.moderator("Mona").api();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(room.participant("Person " + i));
            }
            question = Question.consent(room, moderator, Api.object("grace", 1));
            end = Instant.now().plusSeconds(15);
            moderator
                    .patch(question.path(), Api.object("closesAt", end.toString()))
                    .expect(200);
            answered.addAll(castAndKill(server, question, people));
        }
        assertTrue(answered.size() >= PEOPLE / 3, "answered before the end: " + answered.size());
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            // Nobody asks for the room: its poll closes all the same.
            Conditions.await("closed at its hour", Duration.ofSeconds(90), () -> state(database)
                    .equals("closed"));
            assertTrue(!Instant.now().isBefore(end.plusSeconds(1)), "closed before its hour");
            Api again = Api.of(server.base()).as(question.moderator().token());
            JsonNode closed = again.get(question.path()).expect(200);
            Set<String> counted = new HashSet<>(closed.get("receipts").findValuesAsText("receipt"));
            assertTrue(counted.containsAll(answered), "an answered ballot is not counted");
            assertEquals(closed.get("cast").asInt(), counted.size());
            JsonNode option = closed.at("/tally/options/" + question.option());
            assertEquals(
                    counted.size(), option.get("yes").asInt() + option.get("no").asInt());
            assertTrue(closed.get("cast").asInt() <= PEOPLE, "one ballot each");
        }
    }

    /** Everybody casts twice; the server dies when a third has an answer. */
    private static Set<String> castAndKill(ServerProcess server, Question question, List<Workshop.Person> people) {
        List<CompletableFuture<Api.Answer>> last = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Api person = people.get(i).api();
            Object choices = Api.object("choices", Api.object(question.option(), i % 2 == 0 ? "yes" : "no"));
            String path = question.path() + "/ballot";
            if (i == people.size() / 2) {
                last.forEach(CompletableFuture::join);
            }
            last.add(person.sendLater("PUT", path, choices)
                    .thenCompose(first -> person.sendLater("PUT", path, choices)));
        }
        server.kill();
        Set<String> receipts = new HashSet<>();
        for (CompletableFuture<Api.Answer> answer : last) {
            Api.Answer told = answer.exceptionally(gone -> null).join();
            if (told != null && told.status() == 200) {
                receipts.add(told.expect(200).get("receipt").asText());
            }
        }
        return receipts;
    }

    private static String state(String database) {
        return TestDatabase.ask(database, "select state from poll");
    }
}
