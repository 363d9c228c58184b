package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever is in charge of steps reports without an account. */
class StatusLinkTest extends ServerTest {
    private static Object step(String id, String responsible) {
        return object(
                "id",
                id,
                "title",
                "Schritt " + id,
                "status",
                "agreed",
                "responsible",
                responsible,
                "due",
                "2027-01-29");
    }

    private Workshop room() {
        Workshop room = workshop();
        room.organiser()
                .put(
                        room.path() + "/plan",
                        object("steps", List.of(step("a", "Anna Berg, IT"), step("b", "Kämmerei"), step("c", "IT"))))
                .expect(200);
        return room;
    }

    private static JsonNode make(Api who, Workshop room, Object wish) {
        return who.post(room.path() + "/status-links", wish).expect(201);
    }

    private static String path(JsonNode made) {
        URI url = URI.create(made.get("url").asText());
        assertEquals("/status.html", url.getPath());
        return "/status/" + url.getFragment();
    }

    private static List<String> ids(JsonNode seen) {
        List<String> ids = new ArrayList<>();
        seen.get("steps").forEach(step -> ids.add(step.get("id").asText()));
        return ids;
    }

    /** As time or many reports would. */
    private void alter(JsonNode link, String change) throws SQLException {
        try (Connection database = TestDatabase.connect(server.databaseUrl());
                var update = database.prepareStatement("update status_link set " + change + " where id = ?::uuid")) {
            update.setString(1, link.get("id").asText());
            assertEquals(1, update.executeUpdate());
        }
    }

    private static JsonNode stepOf(Workshop room, int step) {
        return room.organiser().get(room.path() + "/plan").expect(200).at("/steps/" + step);
    }

    @Test
    @Tag("Z-7")
    void aLinkShowsItsStepsAndNoOthersUntilItIsRevoked() {
        Workshop room = room();
        Api moderator = room.moderator("Mona").api();
        JsonNode link = make(moderator, room, object("responsible", "IT"));
        String path = path(link);
        assertEquals(List.of("a", "c"), ids(nobody().get(path).expect(200)));
        String one = path(make(moderator, room, object("steps", List.of("b"))));
        assertEquals(List.of("b"), ids(nobody().get(one).expect(200)));
        JsonNode listed = moderator.get(room.path() + "/status-links").expect(200);
        assertEquals(2, listed.size());
        assertTrue(listed.get(1).get("readAt").isTextual() && !listed.toString().contains("url"), listed.toString());
        moderator
                .delete(room.path() + "/status-links/" + link.get("id").asText())
                .expect(204);
        nobody().get(path).problem(404);
        nobody().post(path, object("step", "a", "status", "done")).problem(404);
        nobody().get(one).expect(200);
    }

    @Test
    @Tag("Z-7")
    void onlyModeratorsMakeThemAndOnlyForStepsThatAreThere() {
        Workshop room = room();
        Api guest = room.participant("Paula").api();
        guest.post(room.path() + "/status-links", object("responsible", "IT")).problem(403);
        guest.get(room.path() + "/status-links").problem(403);
        Api moderator = room.moderator("Mona").api();
        for (Map<String, Object> wish : List.of(
                object(),
                object("steps", List.of("nirgends")),
                object("responsible", "Niemand"),
                object("responsible", "IT", "steps", List.of("a")),
                object("responsible", "IT", "days", 5_000))) {
            moderator.post(room.path() + "/status-links", wish).problem(422);
        }
    }

    @Test
    @Tag("Z-8")
    void aReportIsInThePlanAndInTheLog() {
        Workshop room = room();
        String path = path(make(room.organiser(), room, object("responsible", "Kämmerei")));
        JsonNode seen = nobody().post(
                        path,
                        object("step", "b", "status", "blocked", "reason", "Der Haushalt fehlt", "due", "2027-03-31"))
                .expect(200);
        assertEquals("blocked", seen.at("/steps/0/status").asText());
        JsonNode step = stepOf(room, 1);
        assertEquals("blocked", step.get("status").asText());
        assertEquals("2027-03-31", step.get("due").asText());
        assertEquals("Der Haushalt fehlt", step.at("/report/reason").asText());
        JsonNode comment = step.at("/comments/0");
        assertEquals("Status-Link", comment.get("name").asText());
        assertTrue(comment.get("text").asText().contains("Der Haushalt fehlt"), comment.toString());
        JsonNode act = room.organiser().get(room.path() + "/audit").expect(200).get(0);
        assertEquals("statusReported", act.get("act").asText());
        assertEquals("b", act.get("step").asText());
        nobody().post(path, object("step", "b", "status", "done")).expect(200);
        assertEquals("done", stepOf(room, 1).get("status").asText());
    }

    @Test
    @Tag("Z-8")
    void aReportReachesOnlyTheStepsOfItsLink() {
        Workshop room = room();
        String path = path(make(room.organiser(), room, object("steps", List.of("b"))));
        nobody().post(path, object("step", "a", "status", "done")).problem(404);
        nobody().post(path, object("step", "b", "status", "blocked")).problem(422);
        nobody().post(path, object("step", "b", "status", "dropped")).problem(422);
        nobody().post(path, object("step", "b")).problem(422);
        nobody().post(path, object("step", "b", "status", "done", "reason", "x".repeat(501)))
                .problem(422);
        assertEquals("agreed", stepOf(room, 0).get("status").asText());
        assertEquals("agreed", stepOf(room, 1).get("status").asText());
    }

    /** Reports come when the workshop is over. */
    @Test
    @Tag("Z-8")
    void aReportGoesIntoAClosedRoomToo() {
        Workshop room = room();
        String path = path(make(room.organiser(), room, object("steps", List.of("b"))));
        room.organiser().patch(room.path(), object("phase", "closed")).expect(200);
        nobody().post(path, object("step", "b", "status", "done")).expect(200);
        assertEquals("done", stepOf(room, 1).get("status").asText());
    }

    @Test
    @Tag("Z-8")
    void aReportSentAgainIsTheSameAndTwoAtOnceHarmNothing() {
        Workshop room = room();
        String path = path(make(room.organiser(), room, object("responsible", "IT")));
        String mark = UUID.randomUUID().toString();
        Map<String, Object> said = object("step", "a", "status", "doing", "reason", "Angefangen");
        List<CompletableFuture<Api.Answer>> sent = new ArrayList<>();
        IntStream.range(0, 2).forEach(time -> sent.add(nobody().under(mark).sendLater("POST", path, said)));
        sent.add(nobody().sendLater("POST", path, object("step", "c", "status", "done")));
        sent.forEach(answer ->
                assertEquals(200, answer.join().status(), answer.join().body()));
        nobody().under(mark).post(path, said).expect(200);
        assertEquals(1, stepOf(room, 0).get("comments").size(), stepOf(room, 0).toString());
        assertEquals("done", stepOf(room, 2).get("status").asText());
        nobody().under(mark).post(path, object("step", "a", "status", "done")).problem(422);
    }

    @Test
    @Tag("Z-7")
    void aLostAnswerShowsTheSameAddressAgain() {
        Workshop room = room();
        Api moderator = room.organiser().under(UUID.randomUUID().toString());
        String first = path(make(moderator, room, object("responsible", "IT")));
        assertEquals(first, path(make(moderator, room, object("responsible", "IT"))));
        assertNotEquals(first, path(make(room.organiser(), room, object("responsible", "IT"))));
        assertEquals(2, moderator.get(room.path() + "/status-links").expect(200).size());
    }

    @Test
    @Tag("Z-7")
    void aLinkThatHasEndedSaysSo() throws SQLException {
        Workshop room = room();
        JsonNode link = make(room.organiser(), room, object("responsible", "IT", "days", 1));
        alter(link, "ends_at = now()");
        Api.Answer answer = nobody().get(path(link));
        assertEquals("linkOver", answer.problem(410));
        assertTrue(answer.body().contains("Dieser Link ist abgelaufen"), answer.body());
    }

    @Test
    @Tag("Z-9")
    void withItsMembersNamesGoTheirLinksAndOfficesStay() {
        Workshop room = room();
        Workshop.Person anna = room.participant("Anna Berg");
        String hers = path(make(room.organiser(), room, object("responsible", "Anna Berg")));
        String office = path(make(room.organiser(), room, object("responsible", "IT")));
        nobody().get(hers).expect(200);
        room.organiser()
                .delete(room.path() + "/members/" + anna.id() + "?erase=true")
                .expect(204);
        nobody().get(hers).problem(404);
        assertEquals(List.of("a", "c"), ids(nobody().get(office).expect(200)));
        String responsible = stepOf(room, 0).get("responsible").asText();
        assertFalse(responsible.contains("Anna"), responsible);
        assertTrue(responsible.endsWith(", IT"), responsible);
    }

    @Test
    @Tag("Z-8")
    void oneLinkReportsSoOftenADayAndNoOftener() throws SQLException {
        Workshop room = room();
        JsonNode link = make(room.organiser(), room, object("responsible", "IT"));
        String path = path(link);
        nobody().post(path, object("step", "a", "status", "doing")).expect(200);
        alter(link, "reports = 50");
        nobody().post(path, object("step", "a", "status", "done")).problem(429);
        assertEquals("doing", stepOf(room, 0).get("status").asText());
    }
}
