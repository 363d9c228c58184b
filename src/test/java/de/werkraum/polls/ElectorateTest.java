package de.werkraum.polls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who votes, how often, and until when. */
class ElectorateTest extends PollServer {
    @Test
    @Tag("J-7")
    void aRemovedMembersBallotIsGoneFromCountReceiptsAndQuorum() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 5);
        Question question = Question.consent(room, moderator, object("quorum", object("of", "cast", "share", "1/1")));
        List<String> receipts = new ArrayList<>();
        for (Workshop.Person person : people) {
            receipts.add(
                    question.say(person.api(), "no").expect(200).get("receipt").asText());
        }
        try (Tab gone = Tab.open(people.get(0).api(), room.path())) {
            assertTrue(moderator
                            .delete(room.path() + "/members/" + people.get(0).id())
                            .status()
                    < 300);
            assertEquals(401, question.say(people.get(0).api(), "yes").status());
            assertEquals(4, question.seenBy(moderator).get("eligible").asInt());
            assertEquals(4, question.seenBy(moderator).get("cast").asInt());
            assertFalse(gone.heard.isEmpty());
        }
        JsonNode closed = question.close();
        assertEquals(4, closed.at("/tally/options/" + question.option() + "/no").asInt());
        assertTrue(closed.at("/tally/valid").asBoolean(), "all four who are left have cast");
        List<String> listed = closed.get("receipts").findValuesAsText("receipt");
        assertFalse(listed.contains(receipts.get(0)));
        assertTrue(listed.containsAll(receipts.subList(1, 5)));
    }

    @Test
    void onlyThoseNamedAreAdmittedAndMissingFollows() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        people(room, 1);
        Question question = Question.consent(room, moderator, object("secret", false));
        Workshop.Person lara = room.participant("Lara");
        Workshop.Person lena = room.participant("Lena");
        moderator
                .post(question.path() + "/admit", object("members", List.of(lara.id())))
                .expect(200);
        assertEquals(List.of("Person 0", "Lara"), missing(question));
        question.say(lara.api(), "yes").expect(200);
        assertEquals("notEligible", question.say(lena.api(), "yes").problem(403));
        assertEquals(List.of("Person 0"), missing(question));
        question.act("admit").expect(200);
        assertEquals(3, question.close().at("/tally/eligible").asInt());
        assertEquals(List.of("Person 0", "Lena"), missing(question));
    }

    private static List<String> missing(Question question) {
        return question.moderator()
                .get(question.path() + "/missing")
                .expect(200)
                .get("missing")
                .findValuesAsText("name");
    }

    @Test
    @Tag("V-5")
    void onePersonIsOneBallotOverTabsDevicesAndHttp() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 3);
        Workshop.Person paula = people.get(0);
        // A second device joins with the token of the first.
        Api phone = paula.api().join(room.code("participant"), "Paula");
        Question question = Question.consent(room, moderator, object());
        question.say(people.get(1).api(), "yes").expect(200);
        question.say(people.get(2).api(), "yes").expect(200);
        try (Tab one = Tab.open(paula.api(), room.path());
                Tab two = Tab.open(phone, room.path())) {
            List<Integer> ones = new ArrayList<>();
            List<Integer> twos = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                ones.add(one.send(question, object(question.option(), i % 2 == 0 ? "yes" : "no")));
                twos.add(two.send(question, object(question.option(), i % 2 == 0 ? "abstain" : "yes")));
            }
            ones.forEach(id -> assertEquals("ok", one.answer(id).get("type").asText()));
            twos.forEach(id -> assertEquals("ok", two.answer(id).get("type").asText()));
            String first = question.say(phone, "no").expect(200).get("receipt").asText();
            assertEquals(
                    first,
                    question.say(paula.api(), "no").expect(200).get("receipt").asText());
            assertEquals(3, question.seenBy(moderator).get("cast").asInt());
            JsonNode closed = question.close();
            assertEquals(3, closed.get("cast").asInt());
            assertEquals(
                    1, closed.at("/tally/options/" + question.option() + "/no").asInt());
            assertTrue(closed.get("receipts").findValuesAsText("receipt").contains(first));
        }
    }

    @Test
    @Tag("J-4")
    void personalCodesGiveOneVoteEachAndAScreenIsNoWayAround() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        JsonNode codes = moderator
                .post(room.path() + "/codes", object("role", "participant", "count", 2))
                .expect(201)
                .get("codes");
        moderator.patch(room.path(), object("admission", "personal")).expect(200);
        String shared = room.code("participant");
        room.nobody().post("/join", object("code", shared, "name", "Ohne")).refused();
        room.viewer("Leinwand")
                .api()
                .post("/join", object("code", shared, "name", "Doch"))
                .refused();
        List<CompletableFuture<Api.Answer>> joins = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            joins.add(room.nobody()
                    .sendLater("POST", "/join", object("code", codes.get(i % 2).asText(), "name", "Person " + i)));
        }
        long admitted =
                joins.stream().filter(join -> join.join().status() == 200).count();
        assertEquals(2, admitted, "two codes, ten who try at once");
        Question question = Question.consent(room, moderator, object());
        assertEquals(2, question.seenBy(moderator).get("eligible").asInt());
    }

    @Test
    void aQuorumOfThosePresentIsJudgedAtTheOpening() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 4);
        var quorum = object("secret", false, "quorum", object("of", "present", "share", "1/2"));
        Question few = Question.draft(room, moderator, "consent", 0, quorum);
        try (Tab one = Tab.open(people.get(0).api(), room.path())) {
            assertFalse(few.act("open").expect(200).get("quorumMet").asBoolean(), "one of four is there");
            assertFalse(one.heard.isEmpty());
            Question enough = Question.draft(room, moderator, "consent", 0, quorum);
            people.get(1).api().get(room.path() + "/polls").expect(200);
            assertTrue(enough.act("open").expect(200).get("quorumMet").asBoolean(), "one by socket, one by request");
            few.say(people.get(0).api(), "yes").expect(200);
            enough.say(people.get(0).api(), "yes").expect(200);
        }
        assertEquals("quorum", few.close().at("/tally/reason").asText());
        JsonNode valid = enough(room, moderator);
        assertTrue(valid.at("/tally/valid").asBoolean());
        assertEquals(2, valid.at("/tally/present").asInt());
    }

    private static JsonNode enough(Workshop room, Api moderator) {
        JsonNode last = moderator.get(room.path() + "/polls").expect(200).get(1);
        return Question.of(moderator, room.path(), last).close();
    }

    @Test
    void authoritiesCountOnceHoweverManyTheySend() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Api> people = new ArrayList<>();
        for (String organisation : List.of("Stadt A", " stadt  a", "STADT A", "Kreis B", "Kreis B", "Kreis B")) {
            people.add(room.nobody()
                    .as(room.nobody()
                            .post(
                                    "/join",
                                    object(
                                            "code",
                                            room.code("participant"),
                                            "name",
                                            "Wer",
                                            "organisation",
                                            organisation))
                            .expect(200)
                            .get("token")
                            .asText()));
        }
        Question question = Question.consent(room, moderator, object("byAuthority", true));
        for (int i = 0; i < people.size(); i++) {
            question.say(people.get(i), i == 0 || i > 3 ? "yes" : "no").expect(200);
        }
        JsonNode authorities = question.close().at("/tally/byAuthority");
        assertEquals(2, authorities.get("authorities").asInt(), authorities.toString());
        JsonNode option = authorities.at("/options/" + question.option());
        assertEquals(1, option.get("yes").asInt(), "Kreis B: two yes, one no");
        assertEquals(1, option.get("no").asInt(), "Stadt A: one yes, two no");
    }

    @Test
    @Tag("V-6")
    void withinTheGraceABallotCountsAndAfterItIsToldSo() {
        Workshop room = workshop();
        Api moderator = room.moderator("Mona").api();
        List<Workshop.Person> people = people(room, 2);
        Question question = Question.consent(room, moderator, object("secret", false, "grace", 3));
        moderator
                .patch(
                        question.path(),
                        object("closesAt", Instant.now().minusSeconds(1).toString()))
                .problem(422);
        Instant end = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        moderator.patch(question.path(), object("closesAt", end.toString())).expect(200);
        Conditions.await("the hour", Duration.ofSeconds(20), () -> Instant.now().isAfter(end));
        question.say(people.get(0).api(), "yes").expect(200);
        question.awaitState(moderator, "closed", Duration.ofSeconds(30));
        JsonNode closed = question.seenBy(moderator);
        assertEquals(1, closed.get("cast").asInt());
        assertFalse(Instant.parse(closed.get("closedAt").asText()).isBefore(end.plusSeconds(3)));
        JsonNode late = question.say(people.get(0).api(), "no").expect(409);
        assertEquals("pollNotOpen", late.get("code").asText());
        assertTrue(late.get("voted").asBoolean());
        assertFalse(
                question.say(people.get(1).api(), "no").expect(409).get("voted").asBoolean());
    }
}
