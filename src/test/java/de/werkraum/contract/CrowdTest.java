package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred people at once. */
class CrowdTest extends ServerTest {
    private static final int PEOPLE = 100;

    @Test
    @Tag("V-5")
    void everyoneCastsTwiceAtOnceAndCountsOnce() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        List<Workshop.Person> people = crowd(workshop);
        Poll poll =
                Poll.open(workshop, moderator, Poll.dots(5, object("secret", false, "budget", 4, "maxPerOption", 4)));
        List<CompletableFuture<Api.Answer>> answers = new ArrayList<>();
        int[] dots = new int[5];
        int[] supporters = new int[5];
        for (int i = 0; i < PEOPLE; i++) {
            Api person = people.get(i).api();
            Object first = object("choices", object(poll.options().get(0), 4));
            int one = i % 5;
            int other = (i + 1 + i / 5 % 4) % 5;
            Object last = object(
                    "choices", object(poll.options().get(one), 3, poll.options().get(other), 1));
            dots[one] += 3;
            dots[other] += 1;
            supporters[one]++;
            supporters[other]++;
            answers.add(person.sendLater("PUT", poll.path() + "/ballot", first).thenCompose(answer -> {
                answer.expect(200);
                return person.sendLater("PUT", poll.path() + "/ballot", last);
            }));
        }
        answers.forEach(answer -> answer.join().expect(200));
        assertEquals(PEOPLE, poll.seenBy(moderator).get("cast").asInt());
        JsonNode closed = poll.close();
        assertEquals(PEOPLE, closed.get("cast").asInt());
        assertEquals(PEOPLE, closed.get("eligible").asInt());
        assertEquals(PEOPLE, closed.get("ballots").size());
        for (int i = 0; i < 5; i++) {
            JsonNode option =
                    closed.get("tally").get("options").get(poll.options().get(i));
            assertEquals(dots[i], option.get("dots").asInt());
            assertEquals(supporters[i], option.get("supporters").asInt());
        }
    }

    @Test
    @Tag("V-5")
    void oneMembersTabsAreOneBallot() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        List<Workshop.Person> people = crowd(workshop);
        Poll poll = Poll.open(workshop, moderator, Poll.consent(object("secret", true)));
        List<CompletableFuture<Api.Answer>> answers = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String word = i < 60 ? "yes" : i < 85 ? "no" : "abstain";
            Object body = object("choices", object(poll.options().get(0), word));
            for (int tab = 0; tab < 2; tab++) {
                answers.add(people.get(i).api().sendLater("PUT", poll.path() + "/ballot", body));
            }
        }
        answers.forEach(answer -> answer.join().expect(200));
        poll.say(workshop.viewer("Leinwand").api(), "no").problem(403);
        JsonNode closed = poll.close();
        JsonNode option = closed.get("tally").get("options").get(poll.options().get(0));
        assertEquals(60, option.get("yes").asInt());
        assertEquals(25, option.get("no").asInt());
        assertEquals(15, option.get("abstain").asInt());
        assertEquals(PEOPLE, closed.get("cast").asInt());
        assertEquals(PEOPLE, closed.get("receipts").size());
        assertEquals("accepted", option.get("decision").asText());
    }

    private static List<Workshop.Person> crowd(Workshop workshop) {
        List<CompletableFuture<Api.Answer>> joins = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            joins.add(workshop.nobody()
                    .sendLater("POST", "/join", object("code", workshop.code("participant"), "name", "Person " + i)));
        }
        List<Workshop.Person> people = new ArrayList<>();
        for (CompletableFuture<Api.Answer> join : joins) {
            JsonNode answer = join.join().expect(200);
            JsonNode member = answer.get("member");
            people.add(new Workshop.Person(
                    member.get("id").asText(),
                    member.get("name").asText(),
                    workshop.nobody().as(answer.get("token").asText())));
        }
        return people;
    }
}
