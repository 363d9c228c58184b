package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everyone tries everything that is not theirs; nothing changes. */
class RolesTest extends ServerTest {
    private record Call(String method, String path, Map<String, Object> body) {}

    @Test
    void whatIsTheModeratorsIsRefusedToOthers() {
        Workshop workshop = workshop();
        Workshop.Person mona = workshop.moderator("Mona");
        Workshop.Person paula = workshop.participant("Paula");
        Workshop.Person screen = workshop.viewer("Leinwand");
        Workshop.Person stranger = workshop().moderator("Fremde");
        Poll draft = Poll.draft(workshop, mona.api(), Poll.consent(object()));
        Poll open = Poll.open(workshop, mona.api(), Poll.consent(object()));
        String room = workshop.path();
        List<Call> calls = List.of(
                new Call("PATCH", room, object("phase", "vote")),
                new Call("POST", room + "/codes", object("role", "participant")),
                new Call("GET", room + "/members", object()),
                new Call("PATCH", room + "/members/" + mona.id(), object("name", "Gekapert")),
                new Call("DELETE", room + "/members/" + mona.id(), object()),
                new Call("PUT", room + "/plan", object("title", "Gekapert", "steps", List.of())),
                new Call("GET", room + "/export/md", object()),
                new Call("GET", room + "/export/json", object()),
                new Call("POST", room + "/polls", Poll.consent(object())),
                new Call("PATCH", draft.path(), object("question", "Gekapert?")),
                new Call("DELETE", draft.path(), object()),
                new Call("POST", draft.path() + "/open", object()),
                new Call("POST", open.path() + "/close", object()),
                new Call("POST", open.path() + "/cancel", object("reason", "so")),
                new Call("POST", open.path() + "/reveal", object()),
                new Call("POST", open.path() + "/admit", object()),
                new Call("POST", open.path() + "/repeat", object()),
                new Call("GET", open.path() + "/missing", object()));
        String before = state(workshop);
        for (Call call : calls) {
            String body = call.body().isEmpty() ? null : Api.json(call.body());
            nobody().send(call.method(), call.path(), body).problem(401);
            for (Workshop.Person person : List.of(paula, screen, stranger)) {
                person.api().send(call.method(), call.path(), body).problem(403);
            }
        }
        assertEquals(before, state(workshop));
    }

    @Test
    void whatIsTheOrganisersIsRefusedToModerators() {
        Workshop workshop = workshop();
        Api moderator = workshop.moderator("Mona").api();
        int rooms = workshop.organiser().get("/rooms").expect(200).size();
        for (Api who : List.of(
                moderator,
                workshop.participant("Paula").api(),
                workshop.viewer("Leinwand").api())) {
            who.post("/rooms", object("title", "Noch einer")).problem(403);
            who.get("/rooms").problem(403);
            who.post("/events", object("title", "Noch eins")).problem(403);
            who.get("/events").problem(403);
            who.delete(workshop.path()).problem(403);
        }
        for (String path : List.of("/rooms", "/events")) {
            nobody().get(path).problem(401);
            nobody().post(path, object("title", "Noch eins")).problem(401);
        }
        assertEquals(rooms, workshop.organiser().get("/rooms").expect(200).size());
    }

    @Test
    void theOrganiserMayWhatModeratorsMay() {
        Workshop workshop = workshop();
        Workshop.Person paula = workshop.participant("Paula");
        Api organiser = workshop.organiser();
        organiser.patch(workshop.path(), object("phase", "vote")).expect(200);
        organiser.get(workshop.path() + "/members").expect(200);
        organiser.get(workshop.path() + "/export/csv").expect(200);
        Poll poll = Poll.open(workshop, organiser, Poll.consent(object("secret", false)));
        poll.say(paula.api(), "yes").expect(200);
        assertEquals(1, poll.close().get("cast").asInt());
    }

    @Test
    @Tag("J-12")
    void aLockedPlanKeepsSomebodyWhoCanUnlockIt() {
        Workshop workshop = workshop();
        Workshop.Person mona = workshop.moderator("Mona");
        String path = workshop.path() + "/members/" + mona.id();
        mona.api().patch(workshop.path(), object("locked", true)).expect(200);
        assertEquals(
                "lastModerator",
                mona.api().patch(path, object("role", "participant")).problem(409));
        assertEquals("lastModerator", mona.api().delete(path).problem(409));
        mona.api().patch(path, object("name", "Mona M.")).expect(200);

        Workshop.Person otto = workshop.moderator("Otto");
        mona.api().delete(path).expect(204);
        String ottos = workshop.path() + "/members/" + otto.id();
        assertEquals("lastModerator", otto.api().delete(ottos).problem(409));
        workshop.organiser().patch(ottos, object("role", "participant")).expect(200);
    }

    private static String state(Workshop workshop) {
        JsonNode room = workshop.organiser().get(workshop.path()).expect(200);
        ((com.fasterxml.jackson.databind.node.ObjectNode) room).remove("now");
        return room
                + workshop.organiser().get(workshop.path() + "/members").body()
                + workshop.organiser().get(workshop.path() + "/plan").body()
                + workshop.organiser().get(workshop.path() + "/polls").body();
    }
}
