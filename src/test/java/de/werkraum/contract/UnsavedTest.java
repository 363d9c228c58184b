package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.crdt.Doc;
import de.werkraum.support.Api;
import de.werkraum.support.ProviderSocket;
import de.werkraum.support.RawSocket;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What would not be there after a sudden end is not called saved: not what only memory holds, and not what rests on that. */
class UnsavedTest extends ServerTest {

    @Test
    @Tag("S-10")
    @Tag("S-8")
    void whoConnectsAnewIsToldThatNothingIsSaved() {
        Doc doc = new Doc();
        Workshop room = workshop();
        Api paula = room.participant("Paula").api();
        Api otto = room.participant("Otto").api();
        byte[] edit = doc.transact(() -> doc.getText("goal").insert(0, "Noch nicht da."));
        String url = server.databaseUrl();
        TestDatabase.execute(
                url,
                "create function no_space() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'no space' using errcode = '53100'; end $$",
                "create trigger no_space before insert on plan_update execute function no_space()");
        try (RawSocket first = RawSocket.enter(room, paula)) {
            first.send(Message.sync(Message.UPDATE, edit));
            first.readUntil("an outage", frame -> event(frame, "storage").size() == 2);
        }
        try (RawSocket again = RawSocket.enter(room, paula);
                RawSocket other = RawSocket.enter(room, otto)) {
            // the server's document has all of this, PostgreSQL nothing
            again.send(Message.sync(Message.STEP_2, doc.encodeStateAsUpdate()));
            other.send(Message.sync(Message.UPDATE, edit));
            assertToldUnsaved(again);
            assertToldUnsaved(other);
            TestDatabase.execute(url, "drop trigger no_space on plan_update");
            again.readUntil(
                    "it is saved", frame -> event(frame, "saved").path("synced").asBoolean());
            other.readUntil(
                    "it is saved",
                    frame -> event(frame, "saved").path("updates").asInt() == 1);
        }
        server.restart();
        JsonNode plan = Api.of(server.base())
                .as(paula.token())
                .get(room.path() + "/plan")
                .expect(200);
        assertEquals("Noch nicht da.", plan.get("goal").asText());
    }

    /** A stock client sends what is typed between connecting and its step 2, though it may rest on what was typed offline. */
    @Test
    @Tag("S-8")
    void anEditThatRestsOnAnOfflineOneIsNotSavedBeforeIt() {
        Doc doc = new Doc();
        Workshop room = workshop();
        Api paula = room.participant("Paula").api();
        doc.transact(() -> doc.getText("goal").insert(0, "offline, "));
        byte[] online = doc.transact(() -> doc.getText("goal").insert(9, "online"));
        Doc bystander = new Doc();
        byte[] title = bystander.transact(() -> bystander.getText("title").insert(0, "Nebenbei "));
        try (RawSocket author = RawSocket.enter(room, paula);
                RawSocket other = RawSocket.enter(room, room.participant("Otto").api())) {
            author.send(Message.sync(Message.UPDATE, online));
            author.send(Message.sync(Message.UPDATE, online));
            answers(author);
            other.send(Message.sync(Message.UPDATE, title));
            other.readUntil(
                    "it is saved",
                    frame -> event(frame, "saved").path("updates").asInt() == 1);
            for (JsonNode event : answers(author)) {
                assertEquals(0, event.path("updates").asInt(), event.toString());
            }
            author.send(Message.sync(Message.STEP_2, doc.encodeStateAsUpdate()));
            author.readUntil("both are saved", frame -> {
                JsonNode saved = event(frame, "saved");
                return saved.path("updates").asInt() == 2
                        && saved.path("synced").asBoolean();
            });
        }
        JsonNode plan = Api.of(server.base())
                .as(paula.token())
                .get(room.path() + "/plan")
                .expect(200);
        assertEquals("offline, online", plan.get("goal").asText());
    }

    /** The provider's word for it comes with the commit, not with the delivery. */
    @Test
    @Tag("Y-5")
    void aProviderIsToldNothingWhileTheCommitWaits() throws SQLException {
        Workshop room = workshop();
        String url = server.databaseUrl();
        TestDatabase.execute(
                url,
                "create function waits() returns trigger language plpgsql as"
                        + " $$ begin perform pg_advisory_xact_lock(4711); return new; end $$",
                "create trigger waits before insert on plan_update execute function waits()");
        try (Connection holds = TestDatabase.connect(url);
                Statement lock = holds.createStatement();
                RawSocket author =
                        ProviderSocket.enter(room, room.participant("Paula").api());
                RawSocket other = RawSocket.enter(room, room.participant("Otto").api())) {
            lock.execute("select pg_advisory_lock(4711)");
            // Whoever is not in yet hears the edit as part of what is there.
            other.readUntil("the room", frame -> event(frame, "room").has("type"));
            author.send(ProviderSocket.frame(room.id(), Message.sync(Message.UPDATE, edit("goal", "Gleich da."))));
            other.readUntil("the edit", frame -> frame.type() == Message.SYNC && frame.payload()[1] == Message.UPDATE);
            List<RawSocket.Frame> before = new ArrayList<>();
            other.send(Message.sync(Message.UPDATE, edit("title", "Danach")));
            author.readUntil("what another typed after it", frame -> {
                before.add(frame);
                return ProviderSocket.edits(frame, room.id());
            });
            assertFalse(before.stream().anyMatch(frame -> ProviderSocket.kept(frame, room.id())));
            lock.execute("select pg_advisory_unlock(4711)");
            author.readUntil("that it is kept", frame -> ProviderSocket.kept(frame, room.id()));
        } finally {
            TestDatabase.execute(url, "drop trigger waits on plan_update");
        }
        JsonNode plan = room.organiser().get(room.path() + "/plan").expect(200);
        assertEquals("Gleich da.", plan.get("goal").asText());
    }

    private static byte[] edit(String field, String text) {
        Doc doc = new Doc();
        return doc.transact(() -> doc.getText(field).insert(0, text));
    }

    private static void assertToldUnsaved(RawSocket socket) {
        List<JsonNode> told = answers(socket);
        assertTrue(told.stream().anyMatch(UnsavedTest::saysOutage), told.toString());
        for (JsonNode event : told) {
            assertEquals(0, event.path("updates").asInt(), told.toString());
            assertEquals(false, event.path("synced").asBoolean(), told.toString());
        }
    }

    private static boolean saysOutage(JsonNode event) {
        return event.path("type").asText().equals("storage") && !event.get("ok").asBoolean();
    }

    /** All that is answered to what was sent so far: a second question goes out with the turn after the first one's. */
    private static List<JsonNode> answers(RawSocket socket) {
        List<JsonNode> told = new ArrayList<>();
        for (int id = 1; id <= 2; id++) {
            int asked = id;
            socket.send(Message.event(
                    "{\"type\":\"ballot\",\"id\":" + id + ",\"poll\":\"" + NOWHERE + "\",\"choices\":{}}"));
            socket.readUntil("an answer", frame -> {
                told.add(event(frame, ""));
                return event(frame, "error").path("id").asInt() == asked;
            });
        }
        return told;
    }

    /** The event of that type, of any if that is empty; an empty object for other frames. */
    private static JsonNode event(RawSocket.Frame frame, String type) {
        if (frame.type() == Message.EVENT && Message.decode(frame.payload()) instanceof Message.Event event) {
            JsonNode json = Api.parse(event.json());
            if (type.isEmpty() || json.get("type").asText().equals(type)) {
                return json;
            }
        }
        return Api.parse("{}");
    }
}
