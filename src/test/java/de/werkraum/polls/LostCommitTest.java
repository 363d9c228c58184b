package de.werkraum.polls;

import static de.werkraum.support.Api.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.YText;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.LossyWire;
import de.werkraum.support.RawSocket;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PostgreSQL commits an act and its answer gets lost on the way to the server: the act is done, and everybody sees it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LostCommitTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String database = TestDatabase.url();
    private final LossyWire wire = new LossyWire(URI.create(database).getPort());
    private final TestServer server = TestServer.start(
            Map.of(),
            Map.of("DATABASE_URL", database.replace(":" + URI.create(database).getPort(), ":" + wire.port())));
    private final Workshop room = Workshop.open(server.base());
    private final Api mona = room.moderator("Mona").api();
    private final Api paula = room.participant("Paula").api();
    private final String polls = room.path() + "/polls";

    @AfterEach
    void stop() {
        server.close();
        wire.close();
    }

    @Test
    @Tag("V-20")
    void everyActIsDoneAndAnsweredByWhatIsStored() {
        String poll = polls + "/"
                + losing(
                                polls,
                                object("question", "Ja?", "method", "consent", "settings", object("secret", false)),
                                201)
                        .get("id")
                        .asText();
        assertEquals("open", losing(poll + "/open", object(), 200).get("state").asText());
        String option = mona.get(poll).expect(200).at("/options/0/id").asText();
        Object ballot = object("choices", object(option, "yes"));
        wire.loseNext("COMMIT");
        assertEquals(503, paula.put(poll + "/ballot", ballot).status());
        assertTrue(wire.lost());
        paula.put(poll + "/ballot", ballot).expect(200);
        room.participant("Nina");
        assertEquals(2, losing(poll + "/admit", object(), 200).get("eligible").asInt());
        JsonNode closed = losing(poll + "/close", object(), 200);
        assertEquals("closed", closed.get("state").asText());
        assertEquals(1, closed.get("cast").asInt());
        losing(poll + "/reveal", object(), 200);
        losing(poll + "/repeat", object(), 201);
        assertEquals(2, mona.get(polls).expect(200).size());
        assertEquals(
                "cancelled",
                losing(poll + "/cancel", object("reason", "Irrtum"), 200)
                        .get("state")
                        .asText());
    }

    @Test
    @Tag("V-20")
    void withoutAKeyTheNextLookShowsWhatIsStored() {
        String poll = polls + "/"
                + mona.post(polls, object("question", "Ja?", "method", "consent"))
                        .expect(201)
                        .get("id")
                        .asText();
        lost(poll + "/open");
        Conditions.await("it is open", LIMIT, () -> "open".equals(state(poll)));
        lost(poll + "/close");
        Conditions.await("it is closed", LIMIT, () -> "closed".equals(state(poll)));
        assertEquals("wrongState", mona.post(poll + "/close", object()).problem(409));
    }

    @Test
    void aPlanIsSavedThoughTheAnswerGotLost() {
        try (RawSocket socket = RawSocket.enter(room, paula)) {
            Doc doc = new Doc();
            YText goal = doc.getText("goal");
            wire.loseNext("INSERT");
            socket.send(Message.sync(Message.UPDATE, doc.transact(() -> goal.insert(0, "Gespeichert"))));
            Conditions.await("an answer was lost", LIMIT, wire::lost);
            socket.send(Message.sync(Message.UPDATE, doc.transact(() -> goal.insert(0, "Noch mehr: "))));
        }
        server.restart();
        JsonNode plan = Api.of(server.base())
                .as(mona.token())
                .get(room.path() + "/plan")
                .expect(200);
        assertEquals("Noch mehr: Gespeichert", plan.get("goal").asText());
    }

    private String state(String poll) {
        return mona.get(poll).expect(200).get("state").asText();
    }

    private void lost(String path) {
        wire.loseNext("COMMIT");
        assertEquals(503, mona.post(path, object()).status());
        assertTrue(wire.lost());
    }

    private JsonNode losing(String path, Object body, int status) {
        wire.loseNext("COMMIT");
        JsonNode answer =
                mona.under(UUID.randomUUID().toString()).post(path, body).expect(status);
        assertTrue(wire.lost(), path);
        return answer;
    }
}
