package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From a programme to its rooms. */
class ProgrammeTest extends ServerTest {
    private static final String BINARY = "application/octet-stream";

    private final Api organiser = organiser();

    private String event() {
        return "/events/"
                + Congress.bare(organiser, object("title", "Kongress", "date", "2026-07-04", "venue", "Rathaus"));
    }

    private static Map<String, Object> session(String title, String start) {
        return object("title", title, "place", "Saal 1", "start", start, "seats", 30);
    }

    private JsonNode put(String event, Object... sessions) {
        return organiser
                .put(event + "/programme", object("sessions", List.of(sessions)))
                .expect(200);
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/programmes", name));
    }

    private static List<String> all(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> node.path(field).asText())
                .toList();
    }

    @Test
    @DisplayName("G-1")
    void aProgrammeIsKeptInTheOrderOfItsTimes() {
        String event = event();
        JsonNode programme = put(
                event,
                session("Zweite", "2026-07-04T11:00:00+02:00"),
                session("Erste", "2026-07-04T07:00:00Z"),
                object("title", "Irgendwann"));
        assertEquals(List.of("Erste", "Zweite", "Irgendwann"), all(programme.get("sessions"), "title"));
        assertEquals("2026-07-04T09:00:00Z", programme.at("/sessions/1/start").asText());
        assertEquals(programme, organiser.get(event + "/programme").expect(200));
        organiser.delete(event).expect(204);
        organiser.get(event + "/programme").problem(404);
    }

    @Test
    @DisplayName("G-2")
    void aProgrammeCanBeSentAgainAndNobodyOverwritesAnother() {
        String event = event();
        Object same = session("Sitzung", "2026-07-04T07:00:00Z");
        JsonNode first = put(event, same);
        JsonNode again = put(event, same);
        assertEquals(first, again, "the same programme is the same sessions");
        Map<String, Object> named = object(
                "id",
                first.at("/sessions/0/id").asText(),
                "title",
                "Anders",
                "moderators",
                List.of("Mona <m@x.example>"));
        JsonNode changed = put(event, named);
        assertEquals(first.at("/sessions/0/id"), changed.at("/sessions/0/id"));
        assertEquals("Anders", changed.at("/sessions/0/title").asText());
        assertTrue(changed.get("version").asInt() > first.get("version").asInt());
        assertEquals(0, put(event).get("sessions").size());
        organiser
                .put(event + "/programme", object("sessions", List.of(object("id", NOWHERE, "title", "Fremd"))))
                .problem(422);
        for (Object bad : List.of(
                object("title", ""),
                object("title", "x", "seats", 0),
                object("title", "x", "start", "morgens"),
                object("title", "x", "start", "2026-07-04T07:00:00Z", "end", "2026-07-04T07:00:00Z"),
                object("title", "x", "moderators", List.of("")),
                object("title", "x", "template", "keine"))) {
            String problem = organiser
                    .put(event + "/programme", object("sessions", List.of(object("title", "gut"), bad)))
                    .body();
            assertTrue(problem.contains("/sessions/1/"), problem);
        }
        assertEquals(
                0,
                organiser.get(event + "/programme").expect(200).get("sessions").size());
    }

    @Test
    @DisplayName("G-4")
    void aFileIsLookedAtThenBroughtAndBroughtAgain() throws IOException {
        String event = event();
        String path = event + "/programme/import";
        JsonNode look = organiser
                .upload(path + "?dryRun=true", BINARY, file("schedule.xml"))
                .expect(200);
        assertEquals(List.of("new", "new", "new"), all(look.get("sessions"), "change"));
        assertEquals(
                0,
                organiser.get(event + "/programme").expect(200).get("sessions").size(),
                "nothing is written yet");
        organiser.upload(path, BINARY, file("schedule.xml")).expect(200);
        JsonNode programme = organiser.get(event + "/programme").expect(200);
        assertEquals(3, programme.get("sessions").size());
        JsonNode opened = organiser.post(event + "/open", object()).expect(200);
        String room = opened.at("/sessions/0/room").asText();
        JsonNode json = organiser.upload(path, BINARY, file("schedule.json")).expect(200);
        assertEquals(List.of("updated", "new"), all(json.get("sessions"), "change"));
        assertEquals("[\"start\",\"end\"]", json.at("/sessions/0/changed").toString());
        assertEquals(2, json.get("missing").size());
        JsonNode after = organiser.get(event + "/programme").expect(200);
        assertEquals(4, after.get("sessions").size(), "nothing goes away");
        assertEquals(room, after.at("/sessions/0/room").asText(), "and rooms stay with their sessions");
        int version = after.get("version").asInt();
        organiser.upload(path, BINARY, file("schedule.json")).expect(200);
        assertEquals(
                version,
                organiser.get(event + "/programme").expect(200).get("version").asInt());
        assertEquals(
                "importFormat",
                organiser
                        .upload(path, BINARY, "<rss/>".getBytes(StandardCharsets.UTF_8))
                        .problem(422));
    }

    @Test
    @DisplayName("G-6")
    void onePressMakesAllRoomsOnce() {
        String event = event();
        put(event, session("Eins", "2026-07-04T07:00:00Z"), object("title", "Zwei", "template", "efa-reuse"));
        List<CompletableFuture<Api.Answer>> presses = List.of(
                organiser.sendLater("POST", event + "/open", object()),
                organiser.sendLater("POST", event + "/open", object()),
                organiser.sendLater("POST", event + "/open", object()));
        presses.forEach(press -> press.join().expect(200));
        JsonNode programme = organiser.post(event + "/open", object()).expect(200);
        Set<String> rooms = new HashSet<>(all(programme.get("sessions"), "room"));
        assertEquals(2, rooms.size());
        String plenary = programme.at("/event/plenary").asText();
        assertFalse(plenary.isEmpty());
        rooms.add(plenary);
        String id = programme.at("/event/id").asText();
        Set<String> all = new HashSet<>();
        organiser.get("/rooms").expect(200).forEach(room -> {
            if (room.get("event").asText().equals(id)) {
                all.add(room.get("id").asText());
            }
        });
        assertEquals(rooms, all, "each session one room, one plenary");
        String two = programme.at("/sessions/1/room").asText();
        assertTrue(
                organiser
                                .get("/rooms/" + two + "/plan")
                                .expect(200)
                                .get("steps")
                                .size()
                        > 0,
                "from its template");
        JsonNode joined = nobody().post(
                        "/join",
                        object(
                                "code",
                                programme.at("/sessions/0/codes/participant").asText(),
                                "name",
                                "Paula"))
                .expect(200);
        assertEquals("Eins", joined.at("/room/title").asText());
        Api paula = nobody().as(joined.get("token").asText());
        JsonNode seen = paula.get(event + "/programme").expect(200);
        assertFalse(seen.toString()
                .contains(programme.at("/sessions/0/codes/moderator").asText()));
        paula.post(event + "/open", object()).problem(403);
        workshop().participant("Otto").api().get(event + "/programme").problem(403);
    }

    @Test
    @DisplayName("G-7")
    void whoLeadsGetsALinkAndOthersDontSeeAddresses() {
        String event = event();
        put(
                event,
                object(
                        "title", "=1+1",
                        "start", "2026-07-04T07:30:00Z",
                        "moderators", List.of("Mira Öztürk <m.oeztuerk@stadt.example>", "Jonas Weiß")));
        JsonNode programme = organiser.post(event + "/open", object()).expect(200);
        Api.Answer list = organiser.get(event + "/moderators.csv");
        String code = programme.at("/sessions/0/codes/moderator").asText();
        assertTrue(list.body().contains("Mira Öztürk;m.oeztuerk@stadt.example;'=1+1;;2026-07-04;09:30;;"), list.body());
        assertEquals(3, list.body().split("\r\n").length);
        assertEquals(2, list.body().split("/#" + code, -1).length - 1);
        Api guest = nobody().as(nobody().post(
                        "/join",
                        object(
                                "code",
                                programme.at("/sessions/0/codes/participant").asText(),
                                "name",
                                "Paula"))
                .expect(200)
                .get("token")
                .asText());
        guest.get(event + "/moderators.csv").problem(403);
        assertEquals(
                "Mira Öztürk",
                guest.get(event + "/programme")
                        .expect(200)
                        .at("/sessions/0/moderators/0")
                        .asText());
    }

    @Test
    @DisplayName("G-8")
    void theProgrammeGoesIntoACalendarAndBack() {
        String event = event();
        put(event, session("Sitzung; mit, Zeichen", "2026-07-04T07:30:00Z"), object("title", "Ohne Zeit"));
        String ics = organiser.get(event + "/programme.ics").body();
        assertEquals(1, ics.split("BEGIN:VEVENT", -1).length - 1, ics);
        assertTrue(ics.contains("DTSTART:20260704T073000Z"), ics);
        JsonNode back = organiser
                .upload(event + "/programme/import", BINARY, ics.getBytes(StandardCharsets.UTF_8))
                .expect(200);
        assertEquals(List.of("same"), all(back.get("sessions"), "change"));
    }

    @Test
    @DisplayName("G-9")
    void aSessionGivesItsRoomItsNameUntilSomebodyCallsItOtherwise() {
        String event = event();
        put(event, object("title", "Alt"));
        JsonNode opened =
                organiser.post(event + "/open", object("plenary", false)).expect(200);
        String id = opened.at("/sessions/0/id").asText();
        String room = "/rooms/" + opened.at("/sessions/0/room").asText();
        put(event, object("id", id, "title", "Neu"));
        assertEquals("Neu", organiser.get(room).expect(200).get("title").asText());
        organiser.patch(room, object("title", "Eigener Name")).expect(200);
        put(event, object("id", id, "title", "Noch neuer"));
        assertEquals(
                "Eigener Name", organiser.get(room).expect(200).get("title").asText());
        put(event);
        organiser.get(room).expect(200);
    }

    @Test
    @DisplayName("G-10")
    void anEventIsRenamedAndDeletedWithOrWithoutItsRooms() {
        String event = event();
        JsonNode renamed = organiser
                .send("PATCH", event, "{\"title\": \"Anders\", \"date\": null}")
                .expect(200);
        assertEquals("Anders", renamed.get("title").asText());
        assertTrue(renamed.get("date").isNull());
        assertEquals("Rathaus", renamed.get("venue").asText(), "what is not mentioned stays");
        put(event, object("title", "Eins"));
        String kept = organiser
                .post(event + "/open", object())
                .expect(200)
                .at("/sessions/0/room")
                .asText();
        organiser.delete(event).expect(204);
        assertTrue(organiser.get("/rooms/" + kept).expect(200).get("event").isNull());
        organiser.get(event).problem(404);
        organiser.delete(event).problem(404);

        String other = event();
        put(other, object("title", "Eins"));
        JsonNode opened = organiser.post(other + "/open", object()).expect(200);
        Workshop unrelated = workshop();
        organiser.delete(other + "?rooms=true").expect(204);
        organiser.get("/rooms/" + opened.at("/sessions/0/room").asText()).problem(404);
        organiser.get("/rooms/" + opened.at("/event/plenary").asText()).problem(404);
        organiser.get(unrelated.path()).expect(200);
        assertNotEquals(event, other);
    }
}
