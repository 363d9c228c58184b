package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that come again because their answer got lost. */
class LostAnswerTest extends ServerTest {
    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String id(JsonNode made) {
        return made.get("id").asText();
    }

    private static final Object QUESTION = object("question", "Einverstanden?", "method", "consent");

    @Test
    @DisplayName("J-11: who joins again under the same key is the same member")
    @Tag("J-11")
    void joiningTwiceMakesOneMember() {
        Workshop workshop = workshop();
        Api guest = nobody().under(key());
        JsonNode first = guest.post("/join", object("code", workshop.code("participant"), "name", "Paula"))
                .expect(200);
        JsonNode again = guest.post("/join", object("code", workshop.code("participant"), "name", "Paula P."))
                .expect(200);
        assertEquals(first.at("/member/id"), again.at("/member/id"));
        assertEquals("Paula P.", again.at("/member/name").asText());
        JsonNode members =
                workshop.organiser().get(workshop.path() + "/members").expect(200);
        assertEquals(1, members.size(), members.toString());
        JsonNode other = nobody().under(key())
                .post("/join", object("code", workshop.code("participant"), "name", "Paula"))
                .expect(200);
        assertNotEquals(first.at("/member/id"), other.at("/member/id"));
        JsonNode elsewhere = guest.post("/join", object("code", workshop().code("participant"), "name", "Paula"))
                .expect(200);
        assertNotEquals(first.at("/member/id"), elsewhere.at("/member/id"), "a key counts in its room");
    }

    @Test
    @DisplayName("J-11: a personal code is never used up for its own person")
    @Tag("J-11")
    void aPersonalCodeLetsItsOwnPersonInAgain() {
        Workshop workshop = workshop();
        Api organiser = workshop.organiser();
        String code = organiser
                .post(workshop.path() + "/codes", object("role", "participant", "count", 1))
                .expect(201)
                .at("/codes/0")
                .asText();
        organiser.patch(workshop.path(), object("admission", "personal")).expect(200);
        Api guest = nobody().under(key());
        List<CompletableFuture<Api.Answer>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(guest.sendLater("POST", "/join", object("code", code, "name", "Paula")));
        }
        Set<String> members = new HashSet<>();
        all.forEach(one -> members.add(one.join().expect(200).at("/member/id").asText()));
        assertEquals(1, members.size(), "eight tries at once make one member");
        assertEquals(
                "codeUsed",
                nobody().under(key())
                        .post("/join", object("code", code, "name", "Otto"))
                        .problem(409));
        organiser
                .delete(workshop.path() + "/members/" + members.iterator().next())
                .expect(204);
        assertEquals(
                "removed",
                guest.post("/join", object("code", code, "name", "Paula")).problem(403));
    }

    @Test
    @DisplayName("A-8: what a request makes is made once, and each try is answered by it")
    void makingTwiceMakesOne() {
        Workshop workshop = workshop();
        Api organiser = workshop.organiser();
        String room = workshop.path();
        made(organiser, "/events", object("title", "Kongress"));
        JsonNode made = made(organiser, "/rooms", object("title", "Neu"));
        assertEquals(3, made.get("codes").size());
        Api mona = workshop.moderator("Mona").api();
        made(mona, room + "/versions", object("name", "Stand"));
        String poll = id(made(mona, room + "/polls", QUESTION));
        workshop.participant("Paula");
        String path = room + "/polls/" + poll;
        mona.post(path + "/open", object()).expect(200);
        mona.post(path + "/close", object()).expect(200);
        made(mona, path + "/repeat", object());
        assertEquals(4, mona.get(room + "/polls").expect(200).size(), "two under each of two keys");
        assertEquals(2, named(mona.get(room + "/versions").expect(200)));
        Api again = mona.under(key());
        for (Object wanted : new Object[] {object("role", "viewer"), object("role", "participant", "count", 4)}) {
            JsonNode codes = again.under(key()).post(room + "/codes", wanted).expect(201);
            assertNotEquals(
                    codes, again.under(key()).post(room + "/codes", wanted).expect(201));
        }
        Object four = object("role", "participant", "count", 4);
        assertEquals(
                again.post(room + "/codes", four).expect(201),
                again.post(room + "/codes", four).expect(201));
    }

    private static int named(JsonNode versions) {
        int named = 0;
        for (JsonNode version : versions) {
            named += "named".equals(version.get("reason").asText()) ? 1 : 0;
        }
        return named;
    }

    /** Asks eight times at once and once more; one thing is made. */
    private JsonNode made(Api api, String path, Object body) {
        Api one = api.under(key());
        List<CompletableFuture<Api.Answer>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tries.add(one.sendLater("POST", path, body));
        }
        Set<String> ids = new HashSet<>();
        tries.forEach(answer -> ids.add(id(answer.join().expect(201))));
        JsonNode last = one.post(path, body).expect(201);
        ids.add(id(last));
        assertEquals(1, ids.size(), path + " made " + ids);
        assertEquals("keyReused", one.send("POST", path, Api.json(body) + " ").problem(422));
        assertNotEquals(id(last), id(api.under(key()).post(path, body).expect(201)));
        return last;
    }

    @Test
    @DisplayName("A-8: an act is done once, and each try is answered by how it stands")
    void actsAreDoneOnce() {
        Workshop workshop = workshop();
        Api mona = workshop.moderator("Mona").api();
        workshop.participant("Paula");
        String poll = workshop.path() + "/polls/"
                + id(mona.post(workshop.path() + "/polls", QUESTION).expect(201));
        assertEquals("open", twice(mona, poll + "/open", object()));
        assertEquals("open", twice(mona, poll + "/admit", object()));
        assertEquals("closed", twice(mona, poll + "/close", object()));
        assertEquals("wrongState", mona.post(poll + "/close", object()).problem(409));
        assertEquals("closed", twice(mona, poll + "/reveal", object()));
        assertEquals("cancelled", twice(mona, poll + "/cancel", object("reason", "Irrtum")));
        JsonNode log = mona.get(workshop.path() + "/audit").expect(200);
        for (String act : List.of("pollOpened", "pollAdmitted", "pollClosed", "pollRevealed", "pollCancelled")) {
            assertEquals(
                    1, log.findValuesAsText("act").stream().filter(act::equals).count(), act);
        }
    }

    private static String twice(Api api, String path, Object body) {
        Api one = api.under(key());
        JsonNode first = one.post(path, body).expect(200);
        assertEquals(first, one.post(path, body).expect(200));
        return first.get("state").asText();
    }

    @Test
    void restoringAgainWritesOverNothing() {
        Workshop workshop = workshop();
        Api mona = workshop.moderator("Mona").api();
        String version = id(
                mona.post(workshop.path() + "/versions", object("name", "Leer")).expect(201));
        Api restore = mona.under(key());
        String path = workshop.path() + "/versions/" + version + "/restore";
        restore.post(path, object()).expect(200);
        mona.put(workshop.path() + "/plan", object("goal", "Danach geschrieben"))
                .expect(200);
        assertEquals(
                "Danach geschrieben",
                restore.post(path, object()).expect(200).get("goal").asText());
    }

    @Test
    void takingOneStepBackAgainWritesOverNothing() {
        Workshop workshop = workshop();
        Api mona = workshop.moderator("Mona").api();
        String plan = workshop.path() + "/plan";
        mona.put(plan, object("steps", List.of(object("id", "eins", "title", "Vorher"))))
                .expect(200);
        String version = id(mona.post(workshop.path() + "/versions", object("name", "Stand"))
                .expect(201));
        Api restore = mona.under(key());
        String path = workshop.path() + "/versions/" + version + "/steps/eins/restore";
        restore.post(path, object()).expect(200);
        mona.put(plan, object("steps", List.of(object("id", "eins", "title", "Danach geschrieben"))))
                .expect(200);
        assertEquals(
                "Danach geschrieben",
                restore.post(path, object()).expect(200).at("/steps/0/title").asText());
    }

    @Test
    void aKeyIsARandomUuidAndItsSendersOwn() {
        Workshop workshop = workshop();
        Api mona = workshop.moderator("Mona").api();
        String polls = workshop.path() + "/polls";
        for (String bad : List.of("1", "x".repeat(36), "\"\"", key() + key())) {
            assertEquals("badRequest", mona.under(bad).post(polls, QUESTION).problem(400), bad);
            assertEquals(
                    "badRequest",
                    nobody().under(bad)
                            .post("/join", object("code", workshop.code("participant"), "name", "Wer"))
                            .problem(400));
        }
        String key = key();
        String quoted = id(mona.under("\"" + key + "\"").post(polls, QUESTION).expect(201));
        assertEquals(quoted, id(mona.under(key).post(polls, QUESTION).expect(201)));
        String others = id(workshop.moderator("Metin")
                .api()
                .under(key)
                .post(polls, QUESTION)
                .expect(201));
        assertNotEquals(quoted, others, "the key of another member is another key");
        Api organiser = Workshop.organiser(server.base()).under(key);
        String room = id(organiser.post("/rooms", object("title", "Einmal")).expect(201));
        Api anew = Workshop.organiser(server.base()).under(key);
        assertEquals(room, id(anew.post("/rooms", object("title", "Einmal")).expect(201)), "over all logins");
        assertTrue(mona.get(polls).expect(200).size() == 2);
    }
}
