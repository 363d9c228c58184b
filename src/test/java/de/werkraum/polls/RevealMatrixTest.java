package de.werkraum.polls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four policies, four readers, every way out of the server: who may not see a tally is told none, nor the ballots behind it. */
class RevealMatrixTest extends PollServer {
    private static final List<String> HIDDEN = List.of("tally", "receipts", "ballots");

    /** The readers of one room, each at a socket, the screen at a stream as well. */
    private final class Readers implements AutoCloseable {
        final Workshop room = workshop();
        final Api moderator = room.moderator("Mona").api();
        final List<Workshop.Person> people = people(room, 4);
        final Api viewer = room.viewer("Leinwand").api();
        final Map<String, Api> apis = new LinkedHashMap<>();
        final Map<String, Ear> ears = new LinkedHashMap<>();
        private final List<Ear> open = new ArrayList<>();

        Readers() {
            apis.put("moderator", moderator);
            apis.put("voter", people.get(0).api());
            apis.put("waiting", people.get(3).api());
            apis.put("viewer", viewer);
            apis.forEach((name, api) -> {
                Tab tab = Tab.open(api, room.path());
                ears.put(name, tab);
                open.add(tab);
            });
            Stream stream = Stream.open(viewer, room.path());
            ears.put("stream", stream);
            open.add(stream);
        }

        @Override
        public void close() {
            open.forEach(Ear::close);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "live, false, moderator voter waiting viewer, moderator voter waiting viewer",
        "live, true, moderator voter waiting viewer, moderator voter waiting viewer",
        "own, false, voter, moderator voter waiting viewer",
        "own, true, voter, moderator voter waiting viewer",
        "closed, false, '', moderator voter waiting viewer",
        "closed, true, '', moderator voter waiting viewer",
        "moderator, false, '', moderator",
        "moderator, true, '', moderator"
    })
    @Tag("V-11")
    void whoSeesWhat(String reveal, boolean secret, String whileOpen, String afterwards) {
        try (Readers readers = new Readers()) {
            Question question = Question.consent(
                    readers.room, readers.moderator, object("reveal", reveal, "secret", secret, "minBallots", 3));
            for (int i = 0; i < 3; i++) {
                question.say(readers.people.get(i).api(), i == 0 ? "no" : "yes").expect(200);
            }
            readers.ears.values().forEach(ear -> ear.hearsCast(question, 3));
            if (!whileOpen.isEmpty()) {
                Conditions.await("the tally shows", Duration.ofSeconds(20), () -> question.seenBy(
                                readers.people.get(0).api())
                        .has("tally"));
            }
            check(readers, question, whileOpen);
            export(readers, question, reveal.equals("live"));
            question.close();
            readers.ears.values().forEach(ear -> ear.hears(question, "closed"));
            check(readers, question, afterwards);
            export(readers, question, !reveal.equals("moderator"));
            if (reveal.equals("moderator")) {
                question.act("reveal").expect(200);
                check(readers, question, "moderator voter waiting viewer");
                export(readers, question, true);
                readers.ears.forEach((name, ear) -> ear.hears(
                        "poll",
                        event -> event.at("/poll/revealed").asBoolean()
                                && event.at("/poll/tally").isObject()));
            }
        }
    }

    private static void check(Readers readers, Question question, String seeing) {
        readers.apis.forEach((name, api) -> {
            boolean sees = seeing.contains(name);
            JsonNode poll = question.seenBy(api);
            assertEquals(sees, poll.has("tally"), name + " asks: " + poll);
            JsonNode listed =
                    api.get(readers.room.path() + "/polls").expect(200).get(0);
            assertEquals(sees, listed.has("tally"), name + " lists: " + listed);
        });
        readers.ears.forEach((name, ear) -> {
            boolean sees = seeing.contains(name.equals("stream") ? "viewer" : name);
            boolean told = ear.heard.stream().anyMatch(event -> holdsCount(event, question));
            if (!sees) {
                assertFalse(told, name + " heard " + ear.heard);
            }
        });
    }

    private static boolean holdsCount(JsonNode event, Question question) {
        JsonNode poll = event.path("type").asText().equals("tally") ? event : event.path("poll");
        boolean about = event.at("/poll/id").asText().equals(question.id())
                || event.path("poll").asText().equals(question.id());
        return about && HIDDEN.stream().anyMatch(poll::has);
    }

    /** What a file may hold at most; files may be refused, but not tell. */
    private void export(Readers readers, Question question, boolean shown) {
        for (String format : List.of("json", "csv", "md")) {
            String file = readers.moderator
                    .get(readers.room.path() + "/export/" + format)
                    .body()
                    .replace("\" : ", "\":");
            assertFalse(file.contains("\"receipts\":["), file);
            if (!shown) {
                for (String trace : List.of("\"tally\"", "\"yes\":2", "\"ballots\"", "2 Ja", "2 yes")) {
                    assertFalse(file.contains(trace), trace + " in " + file);
                }
            }
        }
        Api.Answer metrics = readers.moderator.send("GET", "/api/v1/../../metrics", null);
        assertFalse(metrics.body().contains(question.id()), "metrics name a poll");
        assertTrue(question.options().stream().noneMatch(metrics.body()::contains), "metrics name an option");
    }
}
