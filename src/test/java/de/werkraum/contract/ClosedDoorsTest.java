package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Every call of the description, with every token that must not open it: a call added tomorrow is tried by itself. */
class ClosedDoorsTest extends ServerTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** @param who as the description says: anyone, organiser, moderators, any member, … */
    private record Call(String method, String path, String who) {
        Api.Answer by(Api api, Map<String, String> ids) {
            String address = path;
            for (Map.Entry<String, String> id : ids.entrySet()) {
                address = address.replace("{" + id.getKey() + "}", id.getValue());
            }
            boolean body = !method.equals("GET") && !method.equals("DELETE");
            return api.send(method, address.replaceAll("\\{\\w+}", NOWHERE), body ? "{}" : null);
        }
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        JsonNode paths = nobody().get("/openapi.json").expect(200).get("paths");
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            String who = operation.getValue().path("description").asText();
            if (METHODS.contains(operation.getKey()) && !who.contains("anyone")) {
                calls.add(new Call(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), who));
            }
        }));
        assertTrue(calls.size() > 30, "the description was read");
        return calls;
    }

    /** The page lets go of a room only where the server's own problem names it. */
    @Test
    void aRefusalAtARoomNamesTheRoom() {
        Workshop room = workshop();
        Api organiser = room.organiser();
        Api stranger = workshop().moderator("Fremde").api();
        room.organiser().delete(room.path()).expect(204);
        assertEquals(
                room.id(), organiser.get(room.path()).expect(404).get("room").asText());
        assertEquals(
                room.id(), nobody().get(room.path()).expect(401).get("room").asText());
        assertEquals(
                room.id(), stranger.get(room.path()).expect(403).get("room").asText());
        assertFalse(nobody().get("/rooms").expect(401).has("room"));
    }

    @Test
    void noCallIsAnsweredWithoutATokenWithAnAlteredOneOrWithOneOfAnotherRoom() {
        Workshop room = workshop();
        Map<String, String> ids = Map.of("room", room.id(), "format", "md");
        Workshop.Person mona = room.moderator("Mona");
        Api stranger = workshop().moderator("Fremde").api();
        String token = mona.api().token();
        Api altered = nobody().as(token.substring(0, token.length() - 4) + "AAAA");
        for (Call call : calls()) {
            call.by(nobody(), ids).problem(401);
            call.by(altered, ids).problem(401);
            if (call.path().contains("{room}")) {
                call.by(stranger, ids).problem(403);
            }
        }
    }

    @Test
    void whatIsForOthersIsRefusedToEachRole() {
        Workshop room = workshop();
        Map<String, String> ids = Map.of("room", room.id(), "format", "md");
        Api moderator = room.moderator("Mona").api();
        Api participant = room.participant("Paula").api();
        Api viewer = room.viewer("Leinwand").api();
        for (Call call : calls()) {
            if (call.who().contains("organiser.")) {
                call.by(moderator, ids).problem(403);
            }
            if (call.who().contains("organiser.") || call.who().contains("moderators")) {
                call.by(participant, ids).problem(403);
                call.by(viewer, ids).problem(403);
            }
        }
    }

    @Test
    void whatBelongsToAnotherRoomIsNotThere() {
        Workshop own = workshop();
        Workshop other = workshop();
        Api moderator = own.moderator("Mona").api();
        Workshop.Person stranger = other.moderator("Fremde");
        String version = stranger.api()
                .post(other.path() + "/versions", object("name", "Stand"))
                .expect(201)
                .get("id")
                .asText();
        Poll poll = Poll.draft(other, stranger.api(), Poll.consent(object()));
        String pollId = poll.path().substring(poll.path().lastIndexOf('/') + 1);
        Map<String, String> ids = Map.of("room", own.id(), "member", stranger.id(), "version", version, "poll", pollId);
        String before = stranger.api().get(poll.path()).body();
        for (Call call : calls()) {
            if (call.path().matches(".*\\{(member|version|poll)}.*")) {
                int status = call.by(moderator, ids).status();
                assertTrue(status == 404 || status == 422, call + " answered " + status);
            }
        }
        assertTrue(stranger.api().get(poll.path()).body().equals(before), "and nothing has changed");
    }

    /** Of all calls a key opens those that name keys, and none in another event. */
    @Test
    void aKeyOpensWhatNamesKeysAndNothingElse() {
        Api organiser = organiser();
        String event = Congress.bare(organiser);
        Workshop room = Workshop.open(organiser, object("title", "Raum", "event", event));
        Workshop foreign = Workshop.open(organiser, object("title", "Raum", "event", Congress.bare(organiser)));
        Map<String, String> ids = Map.of("room", room.id(), "event", event, "format", "md");
        Map<String, String> others = Map.of(
                "room", foreign.id(), "event", foreign.room().get("event").asText(), "format", "md");
        Api reads = key(organiser, event, "read");
        Api writes = key(organiser, event, "write");
        int opened = 0;
        for (Call call : calls()) {
            boolean script = call.who().contains("keys");
            boolean writing = call.who().contains("keys that write");
            if (!script || writing) {
                call.by(reads, ids).problem(403);
            }
            if (!script) {
                assertEquals("notForKeys", call.by(writes, ids).problem(403), call.toString());
            } else if (call.path().contains("{room}") || call.path().contains("{event}")) {
                assertEquals("otherEvent", call.by(writes, others).problem(403), call.toString());
                opened++;
            }
            call.by(nobody().as("wrk_" + "A".repeat(43)), ids).problem(401);
        }
        assertEquals(16, opened, "calls that a key opens in rooms and events");
        assertEquals(403, socket(room, writes.token()));
    }

    /** What a WebSocket is answered. */
    private int socket(Workshop room, String token) {
        String address = server.base().toString().replace("http", "ws") + "/collab/" + room.id() + "?token=" + token;
        CompletionException refused = assertThrows(CompletionException.class, () -> HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new WebSocket.Listener() {})
                .join());
        return assertInstanceOf(WebSocketHandshakeException.class, refused.getCause())
                .getResponse()
                .statusCode();
    }

    private Api key(Api organiser, String event, String scope) {
        return nobody().as(organiser
                .post("/events/" + event + "/keys", object("name", "Skript", "scope", scope))
                .expect(201)
                .get("key")
                .asText());
    }
}
