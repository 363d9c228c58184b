package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.OidcProvider;
import de.werkraum.support.Poll;
import de.werkraum.support.SignOnWalk;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Who has signed on is the same person from any device. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class AccountTest {
    private static final String ACCOUNTS =
            """
            {"mona": {"name": "Mona Moderatorin", "groups": ["moderation"]}, "paul": {"name": "Paul Teilnehmer"},
             "ole": {"name": "Ole", "groups": ["orga"]}}
            """;

    private final OidcProvider provider = OidcProvider.start(ACCOUNTS, Map.of());
    private final TestServer server = TestServer.start(
            Map.of(),
            Map.of(
                    "WERKRAUM_OIDC_ISSUER",
                    provider.issuer().toString(),
                    "WERKRAUM_OIDC_CLIENT_ID",
                    OidcProvider.CLIENT,
                    "WERKRAUM_OIDC_ORGANISERS",
                    "groups=orga",
                    "WERKRAUM_OIDC_MODERATORS",
                    "groups=moderation"));

    @AfterAll
    void stop() {
        server.close();
        provider.close();
    }

    private Api nobody() {
        return Api.of(server.base());
    }

    /** Signs on from a device of its own. */
    private Api account(String who) {
        return nobody().as(
                        new SignOnWalk(server.base()).signOn(who).get("token").asText());
    }

    private Api.Answer join(Api from, String code, String name, Api account) {
        return from.post("/join", Api.object("code", code, "name", name, "account", account.token()));
    }

    private static String member(Api.Answer joined) {
        return joined.expect(200).get("member").get("id").asText();
    }

    @Test
    @DisplayName(
            "R-12: an account is one member of a room, from however many devices, at once, and by two personal codes")
    void countsOnce() {
        Workshop room = Workshop.open(server.base());
        Api phone = account("paul");
        Api laptop = account("paul");
        List<CompletableFuture<Api.Answer>> joins = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            joins.add(nobody().sendLater(
                            "POST",
                            "/join",
                            Api.object(
                                    "code", room.code("participant"),
                                    "name", "Paul",
                                    "account", (i % 2 == 0 ? phone : laptop).token())));
        }
        List<String> members = joins.stream()
                .map(CompletableFuture::join)
                .map(AccountTest::member)
                .distinct()
                .toList();
        assertEquals(1, members.size(), members.toString());
        Api moderator = room.moderator("Metha").api();
        JsonNode codes = moderator
                .post(room.path() + "/codes", Api.object("role", "participant", "count", 2))
                .expect(201)
                .get("codes");
        codes.forEach(code -> assertEquals(members.get(0), member(join(nobody(), code.asText(), "Paul", laptop))));
        Poll poll = Poll.draft(room, moderator, Poll.consent(Api.object()));
        assertEquals(
                1,
                moderator
                        .post(poll.path() + "/open", Api.object())
                        .expect(200)
                        .get("eligible")
                        .asInt());
    }

    @Test
    void aMemberOfThisBrowserBecomesTheAccounts() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person before = room.participant("Paul ohne Konto");
        Api paul = account("paul");
        assertEquals(before.id(), member(join(before.api(), room.code("participant"), "Paul", paul)));
        assertEquals(before.id(), member(join(nobody(), room.code("participant"), "Paul", paul)));
        assertNotEquals(before.id(), room.participant("Paul").id(), "without the account it is somebody else");
    }

    @Test
    @DisplayName("R-12: two who sign on in one browser are two")
    void nobodyBecomesWhoeverWasHereBefore() {
        Workshop room = Workshop.open(server.base());
        Api.Answer paul = join(nobody(), room.code("participant"), "Paul", account("paul"));
        Api browser = nobody().as(paul.expect(200).get("token").asText());
        String mona = member(join(browser, room.code("participant"), "Mona", account("mona")));
        assertNotEquals(member(paul), mona);
        assertEquals(mona, member(join(nobody(), room.code("participant"), "Mona", account("mona"))));
        assertEquals(
                "Paul",
                browser.get(room.path() + "/members/" + member(paul) + "/data")
                        .expect(200)
                        .get("member")
                        .get("name")
                        .asText());
    }

    @Test
    @DisplayName("R-12: an account sees its rooms on another device and enters them as the same member")
    void seesItsRoomsAgain() {
        Workshop room = Workshop.open(server.base());
        String joined = member(join(nobody(), room.code("moderator"), "Paul", account("paul")));
        Api elsewhere = account("paul");
        JsonNode seen = elsewhere.get("/account").expect(200);
        assertEquals("participant", seen.get("role").asText());
        JsonNode first = seen.get("rooms").get(0);
        assertEquals(room.id(), first.get("id").asText());
        assertEquals("moderator", first.get("role").asText());
        JsonNode entered =
                elsewhere.post("/account/rooms/" + room.id(), Api.object()).expect(200);
        assertEquals(joined, entered.get("member").get("id").asText());
        nobody().as(entered.get("token").asText()).get(room.path() + "/audit").expect(200);
        account("mona").post("/account/rooms/" + room.id(), Api.object()).problem(403);
        nobody().get("/account").problem(401);
        room.participant("Otto").api().get("/account").problem(401);
    }

    @Test
    @DisplayName("R-13: whom WERKRAUM_OIDC_MODERATORS names makes rooms, leads those and no others")
    void moderatorsMakeRooms() {
        Api mona = account("mona");
        String mark = UUID.randomUUID().toString();
        Map<String, Object> asked = Api.object("title", "Monas Raum");
        String id = mona.under(mark).post("/rooms", asked).expect(201).get("id").asText();
        assertEquals(
                id, mona.under(mark).post("/rooms", asked).expect(201).get("id").asText());
        Api elsewhere = account("mona");
        long own = 0;
        for (JsonNode each : elsewhere.get("/account").expect(200).get("rooms")) {
            own += each.get("id").asText().equals(id) ? 1 : 0;
        }
        assertEquals(1, own);
        JsonNode entered = elsewhere.post("/account/rooms/" + id, Api.object()).expect(200);
        assertEquals("moderator", entered.get("member").get("role").asText());
        assertEquals("Mona Moderatorin", entered.get("member").get("name").asText());
        mona.get("/rooms").problem(401);
        mona.post("/events", Api.object("title", "Kongress")).problem(401);
        Api organiser = account("ole");
        String event = Congress.bare(organiser);
        mona.post("/rooms", Api.object("title", "Hinein", "event", event)).problem(403);
        account("paul").post("/rooms", Api.object("title", "Pauls Raum")).problem(403);
        organiser.delete("/rooms/" + id).expect(204);
        assertFalse(mona.get("/account").body().contains(id));
    }

    @Test
    @DisplayName("R-14: where an event wants it, participants sign on; moderators and screens come by their codes")
    void eventsMayWantIt() {
        Api organiser = account("ole");
        String event = Congress.bare(organiser);
        Workshop room = Workshop.open(organiser, Api.object("title", "Raum 1", "event", event));
        String setting = "/events/" + event + "/sign-on";
        assertFalse(organiser.get(setting).expect(200).get("required").asBoolean());
        organiser.put(setting, Api.object("required", true)).expect(200);
        assertTrue(organiser
                .put(setting, Api.object("required", true))
                .expect(200)
                .get("required")
                .asBoolean());
        Map<String, Object> anonymous = Api.object("code", room.code("participant"), "name", "Wer auch immer");
        assertEquals("signOnNeeded", nobody().post("/join", anonymous).problem(403));
        room.moderator("Metha");
        room.viewer("Leinwand");
        member(join(nobody(), room.code("participant"), "Paul", account("paul")));
        room.moderator("Moritz")
                .api()
                .put(setting, Api.object("required", false))
                .problem(403);
        organiser.put(setting, Api.object("required", "ja")).problem(422);
        organiser
                .put("/events/" + ServerTest.NOWHERE + "/sign-on", Api.object("required", true))
                .problem(404);
        organiser.put(setting, Api.object("required", false)).expect(200);
        nobody().post("/join", anonymous).expect(200);
        try (TestServer plain = TestServer.start()) {
            Api key = Workshop.organiser(plain.base());
            assertEquals(
                    "noSignOn",
                    key.put("/events/" + Congress.bare(key) + "/sign-on", Api.object("required", true))
                            .problem(409));
        }
    }

    @Test
    void whoWasRemovedIsHeldBackOnEveryDeviceAndErasingForgetsTheAccount() {
        Workshop room = Workshop.open(server.base());
        Api moderator = room.moderator("Metha").api();
        String removed = member(join(nobody(), room.code("participant"), "Paul", account("paul")));
        moderator.delete(room.path() + "/members/" + removed).expect(204);
        assertEquals(
                "removed",
                join(nobody(), room.code("participant"), "Paul", account("paul"))
                        .problem(403));
        account("paul").post("/account/rooms/" + room.id(), Api.object()).problem(403);
        moderator.delete(room.path() + "/removed/" + removed).expect(204);
        String again = member(join(nobody(), room.code("participant"), "Paul", account("paul")));
        assertNotEquals(removed, again);
        JsonNode data =
                moderator.get(room.path() + "/members/" + again + "/data").expect(200);
        assertTrue(data.get("member").get("account").isTextual());
        moderator.delete(room.path() + "/members/" + again + "?erase=true").expect(204);
        assertTrue(moderator
                .get(room.path() + "/members/" + again + "/data")
                .expect(200)
                .get("member")
                .get("account")
                .isNull());
        assertFalse(account("paul").get("/account").body().contains(room.id()));
    }

    @Test
    void aTokenThatIsNoAccountsSignsNobodyOn() {
        Workshop room = Workshop.open(server.base());
        Map<String, Object> request = new HashMap<>(Api.object("code", room.code("participant"), "name", "Paul"));
        for (String token : List.of(
                "unsinn",
                room.participant("Otto").api().token(),
                room.organiser().token())) {
            request.put("account", token);
            assertEquals("signOnOver", nobody().post("/join", request).problem(401));
        }
    }

    @Test
    @DisplayName("R-12, R-14: an account is one person of an event, and one member of a room whichever way it comes")
    void onePassAnAccount() {
        Api organiser = account("ole");
        Congress congress = Congress.open(
                organiser, Congress.bare(organiser), Api.object("title", "Sitzung", "start", "2026-07-04T08:00:00Z"));
        String event = congress.path();
        String room = congress.room(0);
        String code = congress.eventCode(organiser, "participant");
        organiser.put(event + "/sign-on", Api.object("required", true)).expect(200);
        assertEquals(
                "signOnNeeded",
                nobody().post("/join", Api.object("code", code, "name", "Wer auch immer"))
                        .problem(403));

        JsonNode phone = join(nobody(), code, "Paul", account("paul")).expect(200);
        JsonNode laptop = join(nobody(), code, "Paul", account("paul")).expect(200);
        assertEquals(phone.at("/member/id"), laptop.at("/member/id"));
        assertEquals(
                "Kongress",
                account("paul")
                        .get("/account")
                        .expect(200)
                        .at("/events/0/title")
                        .asText());
        JsonNode again = account("paul").post("/account" + event, Api.object()).expect(200);
        assertEquals(phone.at("/member/id"), again.at("/member/id"));
        account("mona").post("/account" + event, Api.object()).problem(403);
        Api pass = nobody().as(again.get("token").asText());
        String entered = pass.post("/rooms/" + room + "/enter", Api.object())
                .expect(200)
                .at("/member/id")
                .asText();
        String roomCode =
                organiser.get("/rooms/" + room).expect(200).get("joinCode").asText();
        assertEquals(entered, member(join(nobody(), roomCode, "Paul", account("paul"))));
        assertTrue(account("paul").get("/account").body().contains(room));

        String mona = member(join(nobody(), roomCode, "Mona", account("mona")));
        JsonNode monasPass = join(nobody(), code, "Mona", account("mona")).expect(200);
        assertEquals(
                mona,
                nobody().as(monasPass.get("token").asText())
                        .post("/rooms/" + room + "/enter", Api.object())
                        .expect(200)
                        .at("/member/id")
                        .asText());
        assertEquals(2, organiser.get("/rooms/" + room + "/members").expect(200).size());
    }
}
