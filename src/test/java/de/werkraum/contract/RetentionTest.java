package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import de.werkraum.support.PlanClient;
import de.werkraum.support.Poll;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** People go from rooms when their time is over, in every room that can be written; plans and results stay. Rooms are made older than they are. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RetentionTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PAST = "now() - interval '90 days' - interval '1 minute'";
    private static final String NEARLY = "now() - interval '90 days' + interval '1 hour'";

    private final TestServer server = TestServer.start(Map.of("retentionSeconds", 1));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("J-10")
    void peopleGoAfterTheirTimeAndPlansAndResultsStay() {
        Workshop early = room("Enno Early", NEARLY, "null");
        Workshop joined = room("Jonna Joined", "now()", "null");
        older(joined, PAST, "null", "now()");
        Workshop closedEarly = room("Claas Closed", PAST, NEARLY);
        Workshop old = room("Reta Retention", PAST, "null");
        // rooms are looked at in the order of their making
        Workshop closed = room("Clara Closed", "now()", PAST);

        awaitNobodyIn(closed);
        awaitNobodyIn(old);
        for (Workshop room : List.of(early, joined, closedEarly)) {
            assertEquals(2, members(room).size(), "not yet");
        }
        Api organiser = old.organiser();
        JsonNode plan = organiser.get(old.path() + "/plan").expect(200);
        assertEquals("Ein Ziel", plan.get("goal").asText());
        assertEquals("Das geht.", plan.at("/steps/0/comments/0/text").asText());
        assertEquals("", plan.at("/steps/0/comments/0/name").asText());
        JsonNode poll = organiser.get(old.path() + "/polls").expect(200).get(0);
        assertEquals(1, poll.at("/tally/cast").asInt());
        assertEquals(1, poll.at("/eligible").asInt());
        assertEquals("", poll.at("/ballots/0/name").asText());
        assertTrue(organiser.get(old.path() + "/versions").body().contains("\"Stand\""));
        JsonNode audit = organiser.get(old.path() + "/audit").expect(200);
        assertEquals("retention", audit.at("/0/act").asText());
        assertEquals("pollClosed", audit.at("/1/act").asText());
        assertEquals("", audit.at("/1/by/name").asText());
    }

    @Test
    @Tag("J-10")
    @Tag("Z-9")
    void stepsAndTheLinksOfOfficesOutliveTheNames() {
        Workshop room = room("Reta Retention", "now()", "null");
        Api organiser = room.organiser();
        Object step = Api.object(
                "id", "eins", "title", "Der erste", "status", "agreed", "responsible", "Reta Retention, Kämmerei");
        organiser.put(room.path() + "/plan", Api.object("steps", List.of(step))).expect(200);
        String hers = link(room, "Reta Retention");
        String office = link(room, "Kämmerei");
        older(room, PAST, PAST, PAST);
        awaitNobodyIn(room);
        Api nobody = Api.of(server.base());
        Conditions.await(
                "her link has gone with her name", LIMIT, () -> nobody.get(hers).status() == 404);
        JsonNode seen = nobody.get(office).expect(200);
        assertEquals(
                "jemand aus der Sitzung, Kämmerei",
                seen.at("/steps/0/responsible").asText());
        execute("update status_link set ends_at = " + PAST);
        Conditions.await(
                "a link that ended is forgotten",
                LIMIT,
                () -> nobody.get(office).status() == 404);
    }

    private static String link(Workshop room, String responsible) {
        String url = room.organiser()
                .post(room.path() + "/status-links", Api.object("responsible", responsible))
                .expect(201)
                .get("url")
                .asText();
        return "/status/" + URI.create(url).getFragment();
    }

    @Test
    @Tag("G-11")
    void whoLedASessionIsForgottenAfterItsTime() {
        Api organiser = Workshop.organiser(server.base());
        String event = "/events/" + Congress.bare(organiser);
        List<String> mona = List.of("Mona <mona@stadt.example>");
        Object old = Api.object("title", "Alt", "start", "2020-07-04T07:00:00Z", "moderators", mona);
        Object fresh = Api.object("title", "Neu", "start", "2199-07-04T07:00:00Z", "moderators", mona);
        Object someday = Api.object("title", "Offen", "moderators", mona);
        organiser
                .put(event + "/programme", Api.object("sessions", List.of(old, fresh, someday)))
                .expect(200);
        Conditions.await("who led an old session is forgotten", LIMIT, () -> organiser
                .get(event + "/programme")
                .expect(200)
                .at("/sessions/0/moderators")
                .isEmpty());
        JsonNode programme = organiser.get(event + "/programme").expect(200);
        assertEquals(1, programme.at("/sessions/1/moderators").size());
        assertEquals(1, programme.at("/sessions/2/moderators").size());
        assertEquals("Alt", programme.at("/sessions/0/title").asText());
    }

    @Test
    @Tag("J-10")
    void aRoomThatPeopleAreInGoesOn() {
        Workshop inside = Workshop.open(server.base());
        Workshop.Person guest = inside.participant("Ina Inside");
        try (PlanClient tab = PlanClient.open(guest.api(), inside.path())) {
            Workshop empty = room("Emil Empty", "now()", "null");
            older(inside, PAST, "null", PAST);
            older(empty, PAST, "null", PAST);
            awaitNobodyIn(empty);
            assertEquals(0, tab.closedWith());
            assertEquals(1, members(inside).size());
        }
        older(inside, PAST, "null", PAST);
        awaitNobodyIn(inside);
    }

    @Test
    void aDamagedRoomWaitsAndNoOtherWaitsForIt() {
        Workshop damaged = room("Dora Damaged", "now()", "null");
        Workshop other = room("Otto Other", "now()", "null");
        flipFirst(damaged);
        server.restart();
        older(damaged, PAST, "null", PAST);
        older(other, PAST, "null", PAST);
        Workshop there = damaged.at(server.base());
        awaitNobodyIn(other.at(server.base()));
        assertEquals(2, members(there).size());
        String guest = members(there).get(1).get("id").asText();
        String erase = there.path() + "/members/" + guest + "?erase=true";
        assertEquals("damaged", there.organiser().delete(erase).problem(409));
        assertEquals(2, members(there).size());
        flipFirst(damaged);
        server.restart();
        awaitNobodyIn(damaged.at(server.base()));
    }

    /** Damages the first update of a room's plan, or mends it again. Others may follow meanwhile. */
    private void flipFirst(Workshop room) {
        execute("update plan_update set crc = crc # 1 where seq = 1 and room = '" + room.id() + "'");
    }

    /** A room with a plan, a comment, a version and a counted poll, last entered and closed then. */
    private Workshop room(String guestName, String entered, String closed) {
        Workshop workshop = Workshop.open(server.base());
        Workshop.Person moderator = workshop.moderator("Metha");
        Workshop.Person guest = workshop.participant(guestName);
        Object comment =
                Api.object("id", "k1", "member", guest.id(), "name", guestName, "text", "Das geht.", "done", false);
        Object step = Api.object("id", "eins", "title", "Der erste", "rank", "a0", "comments", List.of(comment));
        moderator
                .api()
                .put(workshop.path() + "/plan", Api.object("goal", "Ein Ziel", "steps", List.of(step)))
                .expect(200);
        moderator
                .api()
                .post(workshop.path() + "/versions", Api.object("name", "Stand"))
                .expect(201);
        Poll poll = Poll.open(workshop, moderator.api(), Poll.consent(Api.object("secret", false)));
        poll.say(guest.api(), "yes").expect(200);
        poll.close();
        older(workshop, entered, closed, entered);
        return workshop;
    }

    private void older(Workshop room, String entered, String closed, String joined) {
        execute(
                "update member set joined_at = " + joined + " where room = '" + room.id() + "'",
                "update room set entered_at = " + entered + ", closed_at = " + closed + " where id = '" + room.id()
                        + "'");
    }

    private static JsonNode members(Workshop room) {
        return room.organiser().get(room.path() + "/members").expect(200);
    }

    private static void awaitNobodyIn(Workshop room) {
        Conditions.await("nobody is known any more", LIMIT, () -> members(room).isEmpty());
    }

    private void execute(String... commands) {
        TestDatabase.execute(server.databaseUrl(), commands);
    }
}
