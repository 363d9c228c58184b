package de.werkraum.polls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.Limits;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long lists of ballots are told to those who ask, not to everybody. */
class LongListTest extends PollServer {
    private static final int MOST = Limits.standard().polls().listedBallots();

    @ParameterizedTest
    @CsvSource({"false, ballots", "true, receipts"})
    @Tag("V-16")
    void eventsNameALongListAndThePollItselfHasIt(boolean secret, String list) {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, MOST + 1);
        Question few = Question.consent(room, moderator, object("secret", secret));
        cast(few, people.subList(0, MOST));
        few.close();
        Question many = Question.consent(room, moderator, object("secret", secret));
        cast(many, people);
        Api screen = room.viewer("Leinwand").api();
        try (Tab tab = Tab.open(people.get(0).api(), room.path());
                Stream wall = Stream.open(screen, room.path())) {
            JsonNode closed = many.close();
            assertEquals(MOST + 1, closed.get(list).size(), "the moderator's answer is whole");
            for (Ear ear : List.of(tab, wall)) {
                JsonNode told = ear.hears(many, "closed");
                assertEquals(list, told.get("omitted").asText());
                assertFalse(told.has(list));
                assertEquals(closed.get("tally"), told.get("tally"));
                JsonNode small = ear.hears(few, "closed");
                assertEquals(MOST, small.get(list).size());
                assertFalse(small.has("omitted"));
            }
            for (Api who : List.of(moderator, people.get(3).api(), screen)) {
                JsonNode whole = many.seenBy(who);
                assertEquals(closed.get(list), whole.get(list));
                assertEquals(closed.get("tally"), whole.get("tally"));
                assertFalse(whole.has("omitted"));
                JsonNode inList = who.get(room.path() + "/polls").expect(200).get(1);
                assertEquals(list, inList.get("omitted").asText());
                assertFalse(inList.has(list));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"no", "abstain"})
    void whileOpenTheWholeListFollowsEveryBallot(String second) {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 3);
        Question question = Question.consent(room, moderator, object("secret", false, "reveal", "live"));
        question.say(people.get(0).api(), "yes").expect(200);
        assertEquals(List.of("yes"), words(question, moderator));
        question.say(people.get(1).api(), second).expect(200);
        assertEquals(List.of("yes", second), words(question, moderator));
        question.say(people.get(1).api(), "yes").expect(200);
        assertEquals(List.of("yes", "yes"), words(question, people.get(2).api()));
        moderator.delete(room.path() + "/members/" + people.get(0).id());
        assertEquals(List.of("yes"), words(question, moderator));
        question.close();
        assertEquals(List.of("yes"), words(question, moderator));
    }

    private static List<String> words(Question question, Api who) {
        List<String> words = new ArrayList<>();
        question.seenBy(who)
                .get("ballots")
                .forEach(ballot ->
                        words.add(ballot.get("choices").get(question.option()).asText()));
        return words;
    }

    private static void cast(Question question, List<Workshop.Person> people) {
        List<CompletableFuture<Api.Answer>> answers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Workshop.Person person : people) {
            Object body = object("choices", object(question.option(), names.size() % 2 == 0 ? "yes" : "no"));
            names.add(person.name());
            answers.add(person.api().sendLater("PUT", question.path() + "/ballot", body));
        }
        answers.forEach(answer -> answer.join().expect(200));
    }
}
