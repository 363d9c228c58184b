package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JoinTest extends ServerTest {
    @Test
    @Tag("J-1")
    void aCodeAndANameLetIn() {
        Workshop workshop = workshop();
        JsonNode joined = nobody().post(
                        "/join", object("code", workshop.code("participant"), "name", "Paula", "organisation", "Stadt"))
                .expect(200);
        assertEquals("Paula", joined.get("member").get("name").asText());
        assertEquals("participant", joined.get("member").get("role").asText());
        assertEquals("Stadt", joined.get("member").get("organisation").asText());
        assertEquals(workshop.id(), joined.get("room").get("id").asText());
        assertEquals("Ein Raum", joined.get("room").get("title").asText());
        nobody().as(joined.get("token").asText()).get(workshop.path()).expect(200);
    }

    @Test
    @Tag("J-2")
    void withATokenOfTheRoomTheMemberStaysTheSame() {
        Workshop workshop = workshop();
        Workshop.Person paula = workshop.participant("Paula");
        JsonNode again = paula.api()
                .post("/join", object("code", workshop.code("participant"), "name", "Paula"))
                .expect(200);
        assertEquals(paula.id(), again.get("member").get("id").asText());
        JsonNode promoted = paula.api()
                .post("/join", object("code", workshop.code("moderator"), "name", "Paula"))
                .expect(200);
        assertEquals(paula.id(), promoted.get("member").get("id").asText());
        assertEquals("moderator", promoted.get("member").get("role").asText());
        JsonNode stranger = workshop()
                .participant("Otto")
                .api()
                .post("/join", object("code", workshop.code("participant"), "name", "Otto"))
                .expect(200);
        assertNotEquals(paula.id(), stranger.get("member").get("id").asText());
        assertEquals(
                3 - 1,
                workshop.organiser()
                        .get(workshop.path() + "/members")
                        .expect(200)
                        .size());
    }

    @Test
    @Tag("J-1")
    @Tag("J-3")
    void unknownCodesAre404AndTheirFloodIsSlowedButNotTheRightOne() {
        Workshop workshop = workshop();
        nobody().post("/join", object("code", "ZZZZZZZZ", "name", "Niemand")).problem(404);
        boolean slowed = false;
        for (int i = 0; i < 5 && !slowed; i++) {
            List<CompletableFuture<Api.Answer>> wrong = new ArrayList<>();
            for (int j = 0; j < 200; j++) {
                wrong.add(nobody().sendLater("POST", "/join", object("code", "ZZZZ" + i + j, "name", "Niemand")));
            }
            for (var answer : wrong) {
                int status = answer.join().status();
                assertTrue(status == 404 || status == 422 || status == 429, "status " + status);
                slowed |= status == 429;
            }
            nobody().post("/join", object("code", workshop.code("participant"), "name", "Paula " + i))
                    .expect(200);
        }
        assertTrue(slowed, "1,000 wrong codes were never slowed");
    }

    @Test
    void namesAreCheckedAndTidied() {
        Workshop workshop = workshop();
        String code = workshop.code("participant");
        for (Object name : new Object[] {"", "   ", "x".repeat(81), 7, List.of("a")}) {
            nobody().post("/join", object("code", code, "name", name)).problem(422);
        }
        nobody().post("/join", object("code", code)).problem(422);
        nobody().post("/join", object("name", "Paula")).refused();
        nobody().post("/join", object("code", code, "name", "Gut", "organisation", "x".repeat(1_000)))
                .problem(422);
        nobody().post("/join", object("code", code, "name", "ä".repeat(80))).expect(200);
        assertEquals(
                1,
                workshop.organiser()
                        .get(workshop.path() + "/members")
                        .expect(200)
                        .size());
    }

    @Test
    @Tag("J-5")
    void aClosedRoomAdmitsViewersOnly() {
        Workshop workshop = workshop();
        workshop.moderator("Mona")
                .api()
                .patch(workshop.path(), object("phase", "closed"))
                .expect(200);
        String code = nobody().post("/join", object("code", workshop.code("participant"), "name", "Zu spät"))
                .problem(409);
        assertEquals("closed", code);
        workshop.viewer("Leinwand");
    }

    @Test
    @Tag("J-4")
    void personalAdmissionTakesSingleUseCodesOnly() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Api twice = moderator.under(UUID.randomUUID().toString());
        Object three = object("role", "participant", "count", 3);
        JsonNode made = twice.post(workshop.path() + "/codes", three).expect(201);
        JsonNode codes = made.get("codes");
        assertEquals(3, codes.size());
        assertEquals(
                "open", made.get("admission").asText(), "the shared code goes on admitting people, and that is said");
        workshop.participant("Wer den Code hat");
        moderator.patch(workshop.path(), object("admission", "personal")).expect(200);
        JsonNode again = twice.post(workshop.path() + "/codes", three).expect(201);
        assertEquals(codes, again.get("codes"));
        assertEquals("personal", again.get("admission").asText());
        assertTrue(nobody().post("/join", object("code", workshop.code("participant"), "name", "Alle"))
                        .status()
                >= 400);
        String single = codes.get(0).asText();
        JsonNode paula =
                nobody().post("/join", object("code", single, "name", "Paula")).expect(200);
        assertTrue(
                nobody().post("/join", object("code", single, "name", "Zweite")).status() >= 400);
        JsonNode sameAgain = nobody().as(paula.get("token").asText())
                .post("/join", object("code", single, "name", "Paula"))
                .expect(200);
        assertEquals(paula.get("member").get("id"), sameAgain.get("member").get("id"));
        workshop.viewer("Leinwand");
    }

    @Test
    @Tag("J-7")
    void membersAreRenamedRemovedAndLeave() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Workshop.Person paula = workshop.participant("Paula");
        Workshop.Person otto = workshop.participant("Otto");
        String members = workshop.path() + "/members";
        assertEquals(
                "Pauline",
                paula.api()
                        .patch(members + "/" + paula.id(), object("name", "Pauline"))
                        .expect(200)
                        .get("name")
                        .asText());
        paula.api()
                .patch(members + "/" + paula.id(), object("role", "moderator"))
                .problem(403);
        paula.api().patch(members + "/" + otto.id(), object("name", "Ottilie")).problem(403);
        paula.api().delete(members + "/" + otto.id()).problem(403);
        moderator
                .patch(members + "/" + otto.id(), object("name", "x".repeat(81)))
                .problem(422);
        moderator.patch(members + "/" + otto.id(), object("role", "organiser")).problem(422);
        moderator.patch(members + "/" + NOWHERE, object("name", "Wer")).problem(404);
        assertTrue(otto.api().delete(members + "/" + otto.id()).status() < 300);
        otto.api().get(workshop.path()).problem(401);
        assertTrue(moderator.delete(members + "/" + paula.id()).status() < 300);
        paula.api().get(workshop.path()).problem(401);
        JsonNode left = moderator.get(members).expect(200);
        assertFalse(left.toString().contains("Pauline"), left.toString());
        paula.api().get(members).problem(401);
    }

    @Test
    @Tag("J-13")
    void whoWasRemovedComesBackWhenLetIn() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Workshop.Person paula = workshop.participant("Paula");
        moderator.delete(workshop.path() + "/members/" + paula.id()).expect(204);
        for (String role : List.of("participant", "moderator", "viewer")) {
            Object again = object("code", workshop.code(role), "name", "Paula");
            assertEquals("removed", paula.api().post("/join", again).problem(403), role);
        }
        String removed = workshop.path() + "/removed";
        paula.api().get(removed).problem(401);
        workshop.participant("Otto").api().get(removed).problem(403);
        JsonNode list = moderator.get(removed).expect(200);
        assertEquals(1, list.size());
        assertEquals(paula.id(), list.get(0).get("id").asText());
        workshop.participant("Otto").api().delete(removed + "/" + paula.id()).problem(403);
        moderator.delete(removed + "/" + paula.id()).expect(204);
        moderator.delete(removed + "/" + paula.id()).expect(204);
        assertEquals(0, moderator.get(removed).expect(200).size());
        JsonNode back = paula.api()
                .post("/join", object("code", workshop.code("participant"), "name", "Paula"))
                .expect(200);
        assertNotEquals(paula.id(), back.get("member").get("id").asText(), "the id that ended stays so");
        JsonNode acts = moderator.get(workshop.path() + "/audit").expect(200);
        assertEquals(
                1,
                acts.findValuesAsText("act").stream()
                        .filter("memberLetIn"::equals)
                        .count());
    }

    @Test
    @Tag("J-13")
    void aPersonalCodeLetsInWhoWasRemoved() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        Workshop.Person paula = workshop.participant("Paula");
        moderator.delete(workshop.path() + "/members/" + paula.id()).expect(204);
        String personal = moderator
                .post(workshop.path() + "/codes", object("role", "participant", "count", 1))
                .expect(201)
                .get("codes")
                .get(0)
                .asText();
        paula.api().post("/join", object("code", personal, "name", "Paula")).expect(200);
        assertEquals(0, moderator.get(workshop.path() + "/removed").expect(200).size());
        paula.api()
                .post("/join", object("code", workshop.code("participant"), "name", "Paula"))
                .expect(200);
    }

    @Test
    @Tag("J-13")
    void whoLeftComesBackByTheSameCodeAndSoDoesWhoWasRemovedElsewhere() {
        Workshop workshop = workshop();
        Workshop.Person otto = workshop.participant("Otto");
        otto.api().delete(workshop.path() + "/members/" + otto.id()).expect(204);
        Object again = object("code", workshop.code("participant"), "name", "Otto");
        otto.api().post("/join", again).expect(200);
        Workshop other = workshop();
        Workshop.Person away = other.participant("Otto");
        other.organiser().delete(other.path() + "/members/" + away.id()).expect(204);
        away.api().post("/join", again).expect(200);
    }

    @Test
    void tokensOpenOneRoomOnly() {
        Workshop one = workshop();
        Workshop other = workshop();
        Api paula = one.participant("Paula").api();
        for (String path : new String[] {"", "/plan", "/polls"}) {
            paula.get(other.path() + path).problem(403);
            nobody().get(other.path() + path).problem(401);
            nobody().as("unsinn").get(other.path() + path).problem(401);
            nobody().as(paula.token() + "x").get(one.path() + path).problem(401);
        }
        other.organiser().get("/rooms/" + NOWHERE).problem(404);
        other.organiser().get("/rooms/kein-raum/plan").problem(404);
    }
}
