package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import de.werkraum.support.PlanClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** People who join an event once and walk into its rooms. */
class PassTest extends ServerTest {
    private final Api organiser = organiser();
    private Congress congress;
    private String event;
    private JsonNode codes;

    /** Two sessions, one with two seats, and a plenary. */
    @BeforeEach
    void open() {
        congress = Congress.open(
                organiser,
                Congress.bare(organiser),
                object("title", "Klein", "start", "2026-07-04T07:00:00Z", "seats", 2),
                object("title", "Groß", "start", "2026-07-04T08:00:00Z"));
        event = congress.path();
        codes = organiser.get(event + "/codes").expect(200).get("codes");
    }

    private String room(int session) {
        return congress.roomPath(session);
    }

    private String plenary() {
        return congress.plenary();
    }

    private JsonNode join(String code, String name) {
        return nobody().post("/join", object("code", code, "name", name)).expect(200);
    }

    private Api guest(String name) {
        return nobody().as(join(codes.get("participant").asText(), name)
                .get("token")
                .asText());
    }

    private static JsonNode enter(Api guest, String room) {
        return guest.post(room + "/enter", object()).expect(200);
    }

    private Api inside(JsonNode entered) {
        return nobody().as(entered.get("token").asText());
    }

    @Test
    @DisplayName("K-1")
    void oneJoinsOnceAndIsOneMemberOfEachRoom() {
        JsonNode joined = join(codes.get("participant").asText(), "Paula");
        assertEquals("Kongress", joined.at("/event/title").asText());
        Api paula = nobody().as(joined.get("token").asText());
        JsonNode first = enter(paula, room(0));
        JsonNode again = enter(paula, room(0));
        assertEquals(first.at("/member/id"), again.at("/member/id"));
        assertEquals("participant", first.at("/member/role").asText());
        assertEquals("Klein", first.at("/room/title").asText());
        inside(first).get(room(0) + "/plan").expect(200);
        inside(first).get(room(1) + "/plan").problem(403);
        paula.get(room(0) + "/plan").problem(403);
        JsonNode other = enter(paula, room(1));
        assertNotEquals(first.at("/member/id"), other.at("/member/id"));
        assertEquals(1, organiser.get(room(0) + "/members").expect(200).size());
        JsonNode agenda = paula.get(event + "/pass").expect(200);
        assertTrue(agenda.at("/sessions/0/entered").asBoolean());
        assertEquals(0, agenda.at("/sessions/0/here").asInt(), "moved on");
        assertEquals(1, agenda.at("/sessions/1/here").asInt());
        assertEquals(2, agenda.at("/sessions/0/free").asInt());
        assertFalse(agenda.toString().contains(congress.code(0, "moderator")));
    }

    @Test
    @DisplayName("K-2")
    void whoseAnswerGotLostIsTheSamePerson() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> request = object("code", codes.get("participant").asText(), "name", "Paula");
        JsonNode first = nobody().under(key).post("/join", request).expect(200);
        assertEquals(
                first.get("member"),
                nobody().under(key).post("/join", request).expect(200).get("member"));
        Api paula = nobody().as(first.get("token").asText());
        JsonNode back = paula.post(
                        "/join", object("code", codes.get("participant").asText(), "name", "Paula P."))
                .expect(200);
        assertEquals(first.at("/member/id"), back.at("/member/id"));
        assertEquals(1, organiser.get(event + "/members").expect(200).size());
        String personal = organiser
                .post(event + "/codes", object("role", "personal", "count", 2))
                .expect(201)
                .at("/codes/0")
                .asText();
        join(personal, "Pia");
        assertEquals(
                "codeUsed",
                nobody().post("/join", object("code", personal, "name", "Otto")).problem(409));
        nobody().post("/join", object("code", "AAAAA AAAAA", "name", "Otto")).problem(404);
    }

    @Test
    @DisplayName("K-3")
    void aFullSessionHasPlacesToWatchAndSeatsComeFree() {
        List<Api> guests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            guests.add(guest("Gast " + i));
        }
        List<CompletableFuture<Api.Answer>> all = guests.stream()
                .map(guest -> guest.sendLater("POST", room(0) + "/enter", object()))
                .toList();
        List<JsonNode> entered =
                all.stream().map(answer -> answer.join().expect(200)).toList();
        List<Integer> in = new ArrayList<>();
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            boolean participates = entered.get(i).at("/member/role").asText().equals("participant");
            assertEquals(!participates, entered.get(i).get("full").asBoolean());
            (participates ? in : out).add(i);
        }
        assertEquals(2, in.size(), "two seats, whoever comes at once");
        Api late = guests.get(out.get(0));
        assertEquals("viewer", enter(late, room(0)).at("/member/role").asText());
        enter(guests.get(in.get(0)), room(1));
        assertEquals("participant", enter(late, room(0)).at("/member/role").asText(), "a seat came free");
        assertEquals(
                "participant",
                enter(guests.get(in.get(0)), room(0)).at("/member/role").asText(),
                "nobody loses a place that it had");
    }

    @Test
    @DisplayName("K-4 C-13")
    void whoMovesOnIsNoLongerThere() {
        Api paula = guest("Paula");
        JsonNode first = enter(paula, room(0));
        try (PlanClient tab = PlanClient.open(inside(first), room(0))) {
            enter(paula, room(0));
            assertEquals(0, tab.closedWith(), "to enter again is not to leave");
            enter(paula, room(1));
            Conditions.await("the tab is sent away", Duration.ofSeconds(10), () -> tab.closedWith() == 4410);
        }
        inside(first).get(room(0) + "/plan").expect(200);
        assertEquals("participant", enter(paula, room(0)).at("/member/role").asText());
    }

    @Test
    @DisplayName("K-5 K-10")
    void eachPersonIsOnceInThePlenary() {
        Api paula = guest("Paula");
        Api pia = guest("Pia");
        for (Api guest : List.of(paula, pia)) {
            enter(guest, room(0));
            enter(guest, plenary());
            enter(guest, room(1));
            enter(guest, plenary());
        }
        String code = congress.programme().at("/plenaryCodes/participant").asText();
        JsonNode byDoor = paula.post("/join", object("code", code, "name", "Jemand anders"))
                .expect(200);
        assertEquals(
                enter(paula, plenary()).at("/member/id"), byDoor.at("/member/id"), "by the code at the door as well");
        JsonNode draft = organiser
                .post(plenary() + "/polls", object("question", "Weiter?", "method", "consent"))
                .expect(201);
        String poll = plenary() + "/polls/" + draft.get("id").asText();
        assertEquals(
                2,
                organiser
                        .post(poll + "/open", object())
                        .expect(200)
                        .get("eligible")
                        .asInt());
        JsonNode votes = paula.get(event + "/pass").expect(200).get("votes");
        assertEquals("Weiter?", votes.at("/0/question").asText());
        assertEquals(1, votes.size());
    }

    @Test
    @DisplayName("K-6 K-10")
    void whoIsExpectedIsSeenByWhoLeads() {
        JsonNode joined = join(codes.get("participant").asText(), "Paula");
        Api paula = nobody().as(joined.get("token").asText());
        String wish =
                event + "/sessions/" + congress.programme().at("/sessions/0/id").asText() + "/expected";
        paula.put(wish, object()).expect(204);
        paula.put(wish, object()).expect(204);
        assertTrue(paula.get(event + "/pass").expect(200).at("/sessions/0/mine").asBoolean());
        Api moderator = nobody().as(
                        join(congress.code(0, "moderator"), "Mona").get("token").asText());
        JsonNode expected = moderator.get(room(0) + "/expected").expect(200);
        assertEquals("Paula", expected.at("/0/name").asText());
        assertTrue(expected.at("/0/member").isNull(), "not here yet");
        JsonNode entered = enter(paula, room(0));
        assertEquals(
                entered.at("/member/id"),
                moderator.get(room(0) + "/expected").expect(200).at("/0/member"));
        inside(entered).get(room(0) + "/expected").problem(403);
        paula.delete(wish).expect(204);
        assertEquals(0, moderator.get(room(0) + "/expected").expect(200).size());
        paula.put(event + "/sessions/" + NOWHERE + "/expected", object()).problem(404);
    }

    @Test
    @DisplayName("K-7")
    void anOrganiserOfOneEventOrganisesThatOneAlone() {
        JsonNode joined = join(codes.get("organiser").asText(), "Olga");
        assertEquals("organiser", joined.at("/member/role").asText());
        Api olga = nobody().as(joined.get("token").asText());
        olga.patch(event, object("venue", "Rathaus")).expect(200);
        olga.post(event + "/open", object()).expect(200);
        olga.get(event + "/members").expect(200);
        JsonNode entered = enter(olga, room(0));
        assertEquals("moderator", entered.at("/member/role").asText());
        inside(entered).patch(room(0), object("phase", "vote")).expect(200);
        olga.delete(event).problem(403);
        olga.get("/events").problem(403);
        olga.get("/rooms").problem(403);
        olga.delete(room(0)).problem(403);
        inside(entered).delete(room(0)).problem(403);
        String other = "/events/" + Congress.bare(organiser, object("title", "Anderer"));
        olga.patch(other, object("title", "Meiner")).problem(403);
        olga.get(other + "/programme").problem(403);
        olga.post(workshop().path() + "/enter", object()).problem(403);
        guest("Paula").patch(event, object("title", "Meiner")).problem(403);
        guest("Paula").get(event + "/codes").problem(403);
    }

    @Test
    @DisplayName("K-8")
    void whoLeavesOrIsRemovedIsGoneEverywhere() {
        JsonNode joined = join(codes.get("participant").asText(), "Paula");
        Api paula = nobody().as(joined.get("token").asText());
        String self = event + "/members/" + joined.at("/member/id").asText();
        JsonNode entered = enter(paula, room(0));
        paula.patch(self, object("name", "Paula Neu", "organisation", "Stadt")).expect(200);
        assertEquals(
                "Paula Neu",
                organiser.get(room(0) + "/members").expect(200).at("/0/name").asText());
        guest("Otto").delete(self).problem(403);
        paula.delete(self + "?erase=true").expect(204);
        paula.get(event + "/pass").problem(401);
        inside(entered).get(room(0) + "/plan").problem(401);
        assertEquals(0, organiser.get(room(0) + "/members").expect(200).size());
        String data = organiser
                .get(room(0) + "/members/" + entered.at("/member/id").asText() + "/data")
                .body();
        assertFalse(data.contains("Paula"), data);
        assertEquals(1, organiser.get(event + "/members").expect(200).size(), "Otto");
    }

    @Test
    @DisplayName("K-9")
    void whoModeratorsRemovedDoesNotWalkInAgain() {
        Api paula = guest("Paula");
        JsonNode entered = enter(paula, room(0));
        String member = entered.at("/member/id").asText();
        organiser.delete(room(0) + "/members/" + member).expect(204);
        assertEquals("removed", paula.post(room(0) + "/enter", object()).problem(403));
        enter(paula, room(1));
        organiser.delete(room(0) + "/removed/" + member).expect(204);
        assertNotEquals(member, enter(paula, room(0)).at("/member/id").asText());
        organiser.patch(room(1), object("phase", "closed")).expect(200);
        Api late = guest("Lena");
        assertEquals("viewer", enter(late, room(1)).at("/member/role").asText());
        organiser.patch(plenary(), object("admission", "personal")).expect(200);
        assertEquals("personalCode", late.post(plenary() + "/enter", object()).problem(403));
        String personal = organiser
                .post(event + "/codes", object("role", "personal"))
                .expect(201)
                .at("/codes/0")
                .asText();
        enter(nobody().as(join(personal, "Pia").get("token").asText()), plenary());
    }

    @Test
    @DisplayName("K-11")
    void whomOrganisersTookOutMustBeLetIn() {
        String code = codes.get("participant").asText();
        JsonNode joined = join(code, "Paula");
        Api paula = nobody().as(joined.get("token").asText());
        String pass = joined.at("/member/id").asText();
        enter(paula, room(0));
        organiser.delete(event + "/members/" + pass).expect(204);
        Map<String, Object> again = object("code", code, "name", "Paula");
        assertEquals("removed", paula.post("/join", again).problem(403));
        assertEquals(
                "Paula",
                organiser.get(event + "/removed").expect(200).at("/0/name").asText());
        paula.get(event + "/removed").problem(401);
        guest("Otto").delete(event + "/removed/" + pass).problem(403);
        organiser.delete(event + "/removed/" + UUID.randomUUID()).problem(404);
        organiser.delete(event + "/removed/" + pass).expect(204);
        organiser.delete(event + "/removed/" + pass).expect(204);
        assertEquals(0, organiser.get(event + "/removed").expect(200).size());
        JsonNode back = paula.post("/join", again).expect(200);
        assertNotEquals(pass, back.at("/member/id").asText());
        Api herself = nobody().as(back.get("token").asText());
        herself.delete(event + "/members/" + back.at("/member/id").asText()).expect(204);
        herself.post("/join", again).expect(200);
    }

    @Test
    @DisplayName("K-11 K-2")
    void aCodeForOnePersonLetsInWhomOrganisersTookOut() {
        JsonNode joined = join(codes.get("participant").asText(), "Paula");
        Api paula = nobody().as(joined.get("token").asText());
        organiser.delete(event + "/members/" + joined.at("/member/id").asText()).expect(204);
        String personal = organiser
                .post(event + "/codes", object("role", "personal"))
                .expect(201)
                .at("/codes/0")
                .asText();
        paula.post("/join", object("code", personal, "name", "Paula")).expect(200);
    }

    @Test
    @DisplayName("K-8 A-9")
    void whoWasTakenOutIsErasedByAskingAgain() {
        JsonNode joined = join(codes.get("participant").asText(), "Paula");
        Api paula = nobody().as(joined.get("token").asText());
        enter(paula, room(0));
        String pass = event + "/members/" + joined.at("/member/id").asText();
        organiser.delete(pass).expect(204);
        organiser.delete(pass).expect(204);
        organiser.delete(pass + "?erase=true").expect(204);
        assertEquals(0, organiser.get(event + "/removed").expect(200).size());
        assertFalse(organiser.get(room(0) + "/removed").body().contains("Paula"));
    }
}
