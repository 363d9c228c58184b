package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ideas and questions of a room, as a moderator, participants and a screen find them. */
class CardTest extends ServerTest {
    private static final String SECRET = "Formulare abschaffen";

    private final Api organiser = organiser();
    private Workshop room;
    private String cards;
    private Api mona;
    private Workshop.Person paul;
    private Workshop.Person petra;
    private Api screen;

    @BeforeEach
    void open() {
        room = Workshop.open(organiser, object("title", "Ideen"));
        cards = room.path() + "/cards";
        mona = room.moderator("Mona").api();
        paul = room.participant("Paul");
        petra = room.participant("Petra");
        screen = room.viewer("Leinwand").api();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private void set(Object... fields) {
        mona.patch(cards, object(fields)).expect(200);
    }

    private String idea(Api who, String text) {
        return write(who, "idea", text);
    }

    private String write(Api who, String kind, String text) {
        String id = id();
        who.put(cards + "/" + id, object("kind", kind, "text", text)).expect(200);
        return id;
    }

    private JsonNode seen(Api who) {
        return who.get(cards).expect(200);
    }

    private static JsonNode find(JsonNode seen, String id) {
        for (JsonNode card : seen.get("cards")) {
            if (card.get("id").asText().equals(id)) {
                return card;
            }
        }
        throw new AssertionError(id + " is not in " + seen);
    }

    @Test
    @Tag("ID-1")
    void ideasAreSilentUntilTheyAreRevealed() {
        mona.put(cards + "/" + id(), object("kind", "idea", "text", SECRET)).problem(409);
        set("ideas", "silent");
        StreamEar wall = StreamEar.of(room, screen);
        StreamEar petras = StreamEar.of(room, petra.api());
        StreamEar monas = StreamEar.of(room, mona);
        String id = idea(paul.api(), SECRET);
        assertEquals(SECRET, seen(paul.api()).at("/own/0/text").asText());
        for (StreamEar other : List.of(wall, petras, monas)) {
            other.hears("cardCounts", event -> event.get("silent").asInt() == 1);
        }
        for (Api other : List.of(mona, petra.api(), screen, organiser)) {
            JsonNode seen = seen(other);
            assertEquals(1, seen.get("silent").asInt());
            assertEquals(1, seen.get("writers").asInt());
            assertEquals(0, seen.get("cards").size());
            other.put(cards + "/" + id + "/vote", object()).refused();
        }
        mona.post(cards + "/" + id + "/step", object()).problem(404);
        mona.patch(cards + "/" + id, object("state", "hidden")).problem(404);
        for (String path :
                List.of("/plan", "/export/json", "/export/md", "/audit", "/members/" + paul.id() + "/data")) {
            assertFalse(mona.get(room.path() + path).body().contains(SECRET), path);
        }
        for (StreamEar other : List.of(wall, petras, monas)) {
            assertTrue(other.lines.stream().noneMatch(line -> line.contains(SECRET)));
        }
        set("ideas", "shown");
        for (StreamEar other : List.of(wall, petras, monas)) {
            other.hears("cards", event -> event.path("cards").size() == 1);
        }
        assertEquals(SECRET, find(seen(screen), id).get("text").asText());
        String late = idea(petra.api(), "Später");
        assertEquals("Später", find(seen(paul.api()), late).get("text").asText());
        set("ideas", "silent");
        idea(petra.api(), "Zweite Runde");
        assertEquals(2, seen(paul.api()).get("cards").size());
        assertEquals(1, seen(paul.api()).get("silent").asInt());
    }

    @Test
    @Tag("ID-2")
    void anIdeaIsWrittenOnceHoweverOftenItIsSent() {
        set("ideas", "silent");
        String path = cards + "/" + id();
        Object body = object("kind", "idea", "text", "Ein Amt\nfür alle");
        List<CompletableFuture<Api.Answer>> sent = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sent.add(paul.api().sendLater("PUT", path, body));
        }
        sent.forEach(answer -> answer.join().expect(200));
        assertEquals(1, seen(paul.api()).get("own").size());
        paul.api().put(path, object("kind", "idea", "text", "Ein Amt")).expect(200);
        assertEquals("Ein Amt", seen(paul.api()).at("/own/0/text").asText());
        assertEquals("otherCard", petra.api().put(path, body).problem(409));
        assertEquals("onlyReads", screen.put(cards + "/" + id(), body).problem(403));
        paul.api().put(cards + "/" + id(), object("kind", "idea", "text", "")).problem(422);
        paul.api()
                .put(cards + "/" + id(), object("kind", "idea", "text", "x".repeat(501)))
                .problem(422);
        String second = idea(paul.api(), "Zurückgenommen");
        petra.api().delete(cards + "/" + second).problem(404);
        paul.api().delete(cards + "/" + second).expect(204);
        set("ideas", "shown");
        assertEquals(1, seen(mona).get("cards").size());
        assertEquals(
                "seen",
                paul.api().put(path, object("kind", "idea", "text", "Anders")).problem(409));
        assertEquals("seen", paul.api().delete(path).problem(409));
        paul.api().put(path, object("kind", "idea", "text", "Ein Amt")).expect(200);
        set("ideas", "off");
        assertEquals("notAsked", paul.api().put(cards + "/" + id(), body).problem(409));
    }

    @Test
    @Tag("ID-3")
    void votesAreOnePersonsEachAndCountedExactly() {
        set("ideas", "shown");
        String card = idea(paul.api(), "Bürgerbüro bis 20 Uhr");
        String vote = cards + "/" + card + "/vote";
        List<Workshop.Person> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            people.add(room.participant("Person " + i));
        }
        List<CompletableFuture<Api.Answer>> sent = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            people.forEach(one -> sent.add(one.api().sendLater("PUT", vote, object())));
        }
        sent.forEach(answer -> answer.join().expect(200));
        assertEquals(30, find(seen(screen), card).get("votes").asInt());
        people.get(0).api().delete(vote).expect(200);
        people.get(0).api().delete(vote).expect(200);
        people.get(1).api().delete(room.path() + "/members/" + people.get(1).id());
        JsonNode now = find(seen(screen), card);
        assertEquals(28, now.get("votes").asInt());
        assertFalse(now.has("supporters"), "no name is shown");
        assertEquals(card, seen(people.get(2).api()).at("/votes/0").asText());
        screen.put(vote, object()).problem(403);
        mona.patch(room.path(), object("phase", "closed")).expect(200);
        assertEquals("closed", people.get(0).api().put(vote, object()).problem(409));
        people.get(3).api().delete(room.path() + "/members/" + people.get(3).id());
        assertEquals(28, find(seen(screen), card).get("votes").asInt(), "in a closed room votes count on");
    }

    @Test
    @Tag("ID-4")
    void namesStandOnlyAtWhatWasGivenWithThem() {
        set("ideas", "shown");
        String before = idea(paul.api(), "Ohne Namen");
        petra.api().put(cards + "/" + before + "/vote", object()).expect(200);
        set("names", true);
        assertFalse(seen(mona).toString().contains("Paul"));
        assertFalse(seen(mona).toString().contains("Petra"));
        String after = idea(paul.api(), "Mit Namen");
        petra.api().put(cards + "/" + after + "/vote", object()).expect(200);
        JsonNode named = find(seen(screen), after);
        assertEquals("Paul", named.get("by").asText());
        assertEquals("Petra", named.at("/supporters/0").asText());
        paul.api()
                .patch(room.path() + "/members/" + paul.id(), object("name", "Paul Pohl"))
                .expect(200);
        assertEquals("Paul Pohl", find(seen(screen), after).get("by").asText());

        set("questions", true, "moderated", false);
        String asked = id();
        petra.api()
                .put(cards + "/" + asked, object("kind", "question", "text", "Wann?", "anonymous", true))
                .expect(200);
        assertFalse(find(seen(mona), asked).has("by"));
        set("anonymity", "never");
        String open = id();
        petra.api()
                .put(cards + "/" + open, object("kind", "question", "text", "Wer?", "anonymous", true))
                .expect(200);
        assertEquals("Petra", find(seen(paul.api()), open).get("by").asText());
        set("anonymity", "always");
        String never = write(petra.api(), "question", "Wozu?");
        assertFalse(find(seen(mona), never).has("by"));
    }

    @Test
    @Tag("ID-5")
    void ideasThatSayTheSameLieOnOnePile() {
        set("ideas", "shown");
        String one = idea(paul.api(), "Öffnungszeiten");
        String two = idea(petra.api(), "Länger offen");
        String three = idea(petra.api(), "Samstags offen");
        paul.api().patch(cards + "/" + one, object("onto", two)).expect(204);
        paul.api().patch(cards + "/" + three, object("onto", one)).expect(204);
        paul.api().patch(cards + "/" + three, object("onto", two)).expect(204);
        String pile = find(seen(mona), one).get("pile").asText();
        assertEquals(pile, find(seen(mona), three).get("pile").asText());
        mona.patch(room.path() + "/piles/" + pile, object("title", "Zeiten")).expect(204);
        assertEquals("Zeiten", seen(screen).at("/piles/0/title").asText());
        paul.api().patch(cards + "/" + one, object("onto", null)).expect(204);
        paul.api().patch(cards + "/" + two, object("onto", null)).expect(204);
        assertFalse(find(seen(mona), three).has("pile"), "a pile of one is none");
        paul.api().patch(cards + "/" + one, object("onto", one)).problem(422);
        screen.patch(cards + "/" + one, object("onto", two)).problem(403);
        mona.patch(room.path(), object("locked", true)).expect(200);
        paul.api().patch(cards + "/" + one, object("onto", two)).problem(403);
        mona.patch(cards + "/" + one, object("onto", two)).expect(204);
    }

    @Test
    @Tag("ID-6")
    void aPileBecomesOneStepAndKeepsItsSupporters() {
        set("ideas", "shown");
        String one = idea(paul.api(), "Öffnungszeiten");
        String two = idea(petra.api(), "Länger offen");
        mona.patch(cards + "/" + one, object("onto", two)).expect(204);
        paul.api().put(cards + "/" + two + "/vote", object()).expect(200);
        petra.api().put(cards + "/" + two + "/vote", object()).expect(200);
        paul.api().put(cards + "/" + one + "/vote", object()).expect(200);
        String step = mona.post(cards + "/" + one + "/step", object())
                .expect(200)
                .get("step")
                .asText();
        assertEquals(
                step,
                mona.post(cards + "/" + two + "/step", object())
                        .expect(200)
                        .get("step")
                        .asText());
        JsonNode steps = mona.get(room.path() + "/plan").expect(200).get("steps");
        assertEquals(1, steps.size());
        assertEquals(step, steps.at("/0/id").asText());
        assertEquals("Länger offen", steps.at("/0/title").asText());
        assertEquals("Öffnungszeiten", steps.at("/0/details").asText().strip());
        assertEquals("idea", steps.at("/0/status").asText());
        assertEquals(2, steps.at("/0/supporters").asInt(), "two people, though three votes");
        String document = mona.get(room.path() + "/export/md").body();
        assertTrue(document.contains("Dafür als Idee") && !document.contains("Petra"), document);
        assertEquals(step, find(seen(screen), two).get("step").asText());
        assertEquals(2, find(seen(screen), two).get("votes").asInt());
        screen.post(cards + "/" + one + "/step", object()).problem(403);
    }

    @Test
    @Tag("ID-7")
    void questionsAreLetInVotedAnsweredAndTakenAway() {
        assertEquals(
                "notAsked",
                paul.api()
                        .put(cards + "/" + id(), object("kind", "question", "text", "Wann?"))
                        .problem(409));
        set("questions", true);
        String first = write(paul.api(), "question", "Wann?");
        String second = write(petra.api(), "question", "Wer zahlt?");
        assertEquals(0, seen(petra.api()).get("cards").size());
        assertEquals(2, seen(mona).get("cards").size());
        assertEquals("waiting", seen(paul.api()).at("/own/0/state").asText());
        petra.api().put(cards + "/" + first + "/vote", object()).problem(404);
        petra.api().patch(cards + "/" + first, object("state", "open")).problem(403);
        for (String one : List.of(first, second)) {
            mona.patch(cards + "/" + one, object("state", "open")).expect(204);
        }
        petra.api().put(cards + "/" + first + "/vote", object()).expect(200);
        mona.patch(cards + "/" + first, object("state", "answering")).expect(204);
        mona.patch(cards + "/" + second, object("state", "answering")).expect(204);
        assertEquals("answered", find(seen(screen), first).get("state").asText());
        assertEquals("answering", find(seen(screen), second).get("state").asText());
        mona.patch(cards + "/" + second, object("state", "hidden")).expect(204);
        assertEquals(1, seen(screen).get("cards").size());
        assertEquals("hidden", find(seen(mona), second).get("state").asText());
        set("moderated", false);
        String free = write(petra.api(), "question", "Wo?");
        assertEquals("open", find(seen(paul.api()), free).get("state").asText());
        JsonNode log = mona.get(room.path() + "/audit").expect(200);
        assertTrue(log.findValuesAsText("act").containsAll(List.of("cardsSet", "cardTurned")), log.toString());
        assertFalse(log.toString().contains("Wer zahlt"));
    }

    @Test
    @Tag("ID-8")
    void whoComesLateKnowsWhatTheOthersHeard() {
        StreamEar early = StreamEar.of(room, petra.api());
        set("ideas", "shown");
        String one = idea(paul.api(), "Eins");
        String two = idea(paul.api(), "Zwei");
        petra.api().put(cards + "/" + one + "/vote", object()).expect(200);
        early.hears("card", event -> event.at("/card/text").asText().equals("Zwei"));
        early.hears("cardVote", event -> event.get("card").asText().equals(one));
        early.hears("cardCounts", event -> event.at("/votes/0/votes").asInt() == 1);
        mona.patch(cards + "/" + two, object("state", "hidden")).expect(204);
        early.hears("card", event -> event.path("gone").asText().equals(two));
        StreamEar late = StreamEar.of(room, petra.api());
        JsonNode told = late.hears("cards", event -> event.path("cards").size() == 1);
        assertEquals(1, told.at("/cards/0/votes").asInt());
        assertEquals(one, late.hears("cardsOwn", event -> true).at("/votes/0").asText());
        assertEquals(told.get("cards"), seen(petra.api()).get("cards"));
    }

    @Test
    @Tag("ID-9")
    void nobodyFloodsARoomWithCards() {
        set("ideas", "silent");
        int taken = 0;
        Api.Answer last = paul.api().put(cards + "/" + id(), object("kind", "idea", "text", "Idee"));
        while (last.status() == 200 && taken < 50) {
            taken++;
            last = paul.api().put(cards + "/" + id(), object("kind", "idea", "text", "Idee " + taken));
        }
        assertEquals("tooManyRequests", last.problem(429));
        assertTrue(taken >= 20 && taken < 40, taken + " ideas at once");
        idea(petra.api(), "Petra darf");
        assertEquals(taken, seen(paul.api()).get("own").size());
    }

    @Test
    @Tag("ID-10")
    void erasingTakesTheNameAndWhatNobodyHasSeen() {
        set("ideas", "shown", "names", true);
        String shown = idea(paul.api(), "Bleibt");
        petra.api().put(cards + "/" + shown + "/vote", object()).expect(200);
        set("ideas", "silent");
        idea(paul.api(), SECRET);
        String data = room.path() + "/members/" + paul.id() + "/data";
        assertTrue(paul.api().get(data).body().contains(SECRET));
        assertFalse(mona.get(data).body().contains(SECRET));
        mona.delete(room.path() + "/members/" + paul.id() + "?erase=true").expect(204);
        set("ideas", "shown");
        JsonNode seen = seen(mona);
        assertFalse(seen.toString().contains(SECRET));
        assertFalse(seen.toString().contains("Paul"));
        assertEquals(1, find(seen, shown).get("votes").asInt());
    }

    @Test
    @Tag("ID-4")
    void whoWroteOrWantedWhatHasNoNameNobodyElseIsTold() {
        set("ideas", "shown", "names", false);
        String idea = idea(paul.api(), "Samstags");
        petra.api().put(cards + "/" + idea + "/vote", object()).expect(200);
        for (Workshop.Person person : List.of(paul, petra)) {
            String data = room.path() + "/members/" + person.id() + "/data";
            assertTrue(
                    person.api().get(data).expect(200).get("cards").toString().contains(idea));
            assertEquals(0, mona.get(data).expect(200).get("cards").size());
        }
    }

    @Test
    @Tag("ID-5")
    void aPileThatIsNoMoreHasNoTitle() {
        set("ideas", "shown");
        String one = idea(paul.api(), "Samstags");
        String two = idea(petra.api(), "Abends");
        paul.api().patch(cards + "/" + one, object("onto", two)).expect(204);
        String pile = find(seen(mona), one).get("pile").asText();
        mona.patch(room.path() + "/piles/" + pile, object("title", "Zeiten")).expect(204);
        paul.api().patch(cards + "/" + one, object("onto", null)).expect(204);
        assertEquals(0, seen(mona).get("piles").size());
    }
}
