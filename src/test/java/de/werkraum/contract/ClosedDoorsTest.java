package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
}
