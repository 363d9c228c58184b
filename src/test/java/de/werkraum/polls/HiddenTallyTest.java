package de.werkraum.polls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tally that is not to be seen stays unseen whatever moderators do next. */
class HiddenTallyTest extends PollServer {
    private static final List<String> FORMATS = List.of("md", "csv", "json");

    /** Everything a participant and a screen can get hold of in a room. */
    private record Outsiders(Workshop room, Tab tab, Stream wall, List<Api> apis) implements AutoCloseable {
        static Outsiders of(Workshop room, Workshop.Person person) {
            Api screen = room.viewer("Leinwand").api();
            return new Outsiders(
                    room,
                    Tab.open(person.api(), room.path()),
                    Stream.open(screen, room.path()),
                    List.of(person.api(), screen));
        }

        List<String> everything() {
            List<String> all = new ArrayList<>();
            tab.heard.forEach(event -> all.add(event.toString()));
            wall.heard.forEach(event -> all.add(event.toString()));
            for (Api api : apis) {
                JsonNode list = api.get(room.path() + "/polls").expect(200);
                all.add(list.toString());
                list.forEach(poll ->
                        all.add(api.get(room.path() + "/polls/" + poll.get("id").asText())
                                .expect(200)
                                .toString()));
                all.add(api.send("GET", "/api/v1/../../metrics", null).body());
            }
            return all;
        }

        @Override
        public void close() {
            tab.close();
            wall.close();
        }
    }

    private static void nothingOf(Question question, Workshop room, Outsiders outsiders) {
        for (String text : outsiders.everything()) {
            for (String trace :
                    List.of("\"tally\":", "\"receipts\":[", "\"ballots\":[", "\"runoff\":", "\"decision\"")) {
                assertFalse(text.contains(trace), trace + " in " + text);
            }
        }
        for (String format : FORMATS) {
            String file = question.moderator()
                    .get(room.path() + "/export/" + format)
                    .body()
                    .replace("\" : ", "\":");
            for (String trace :
                    List.of("\"tally\":", "\"receipts\":[", "\"ballots\":", "2 Ja", "1 Nein", "ngenommen: 2")) {
                assertFalse(file.contains(trace), trace + " in " + file);
            }
        }
        Api.Answer audit = question.moderator().get(room.path() + "/audit");
        assertFalse(audit.body().contains("yes") || audit.body().contains("ballot"), audit.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled while open", "cancelled after closing", "repeated", "left closed"})
    @Tag("V-11")
    void whatTheModeratorKeepsToItselfIsKept(String end) {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 3);
        Question question = Question.consent(room, moderator, object("reveal", "moderator", "secret", false));
        try (Outsiders outsiders = Outsiders.of(room, people.get(0))) {
            question.say(people.get(1).api(), "yes").expect(200);
            question.say(people.get(2).api(), "yes").expect(200);
            question.say(people.get(0).api(), "no").expect(200);
            outsiders.tab().hearsCast(question, 3);
            nothingOf(question, room, outsiders);
            if (end.equals("cancelled while open")) {
                assertFalse(question.cancel().has("tally"), "its ballots are gone, for moderators too");
                outsiders.wall().hears(question, "cancelled");
            } else {
                assertTrue(question.close().has("tally"));
                outsiders.wall().hears(question, "closed");
            }
            if (end.equals("cancelled after closing")) {
                question.cancel();
                outsiders.wall().hears(question, "cancelled");
            } else if (end.equals("repeated")) {
                Question again = Question.of(
                        moderator, room.path(), question.act("repeat").expect(201));
                again.act("open").expect(200);
                again.say(people.get(0).api(), "yes").expect(200);
                outsiders.wall().hearsCast(again, 1);
                again.close();
                outsiders.wall().hears(again, "closed");
            }
            nothingOf(question, room, outsiders);
            if (end.equals("left closed")) {
                question.act("reveal").expect(200);
                outsiders.tab().hears("poll", event -> event.at("/poll/tally").isObject());
                assertEquals(
                        2,
                        question.seenBy(people.get(0).api())
                                .at("/tally/options/" + question.option() + "/yes")
                                .asInt());
            } else if (end.startsWith("cancelled")) {
                question.act("reveal").problem(409);
                nothingOf(question, room, outsiders);
            }
        }
    }
}
