package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Exposition;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rooms that nobody is in cost nothing: neither memory nor a question to the database each. */
class ManyRoomsTest {
    private static final int MANY = 300;

    @Test
    void theListOfRoomsTakesTheSameQuestionsHoweverManyThereAre() {
        String database = TestDatabase.url();
        try (Eavesdropper wire = new Eavesdropper(database);
                TestServer server = TestServer.start(Map.of(), Map.of("DATABASE_URL", wire.url()))) {
            Workshop room = Workshop.open(server.base());
            Api organiser = room.organiser();
            organiser.get("/rooms").expect(200);
            List<String> few = asked(wire, organiser, 1);
            insert(database);
            assertEquals(few, asked(wire, organiser, 1 + MANY));
            JsonNode last = organiser.get("/rooms").expect(200).get(MANY);
            assertEquals("C-" + MANY, last.get("codes").get("participant").asText());
            assertEquals(0, last.get("connected").asInt());
            Exposition metrics = Exposition.read(organiser.get("/metrics").body());
            assertEquals(0, metrics.sum("werkraum_rooms"), "rooms in memory");
        }
    }

    /** What the list of so many rooms makes the server ask about rooms and codes. */
    private static List<String> asked(Eavesdropper wire, Api organiser, int rooms) {
        wire.heard();
        assertEquals(rooms, organiser.get("/rooms").expect(200).size());
        return wire.heard().stream()
                .filter(sql -> sql.contains("from room") || sql.contains("from code"))
                .sorted()
                .toList();
    }

    private static void insert(String database) {
        TestDatabase.execute(
                database,
                "insert into room (id, title, language, created_at, entered_at)"
                        + " select gen_random_uuid(), 'Raum ' || n, 'de', now() + n * interval '1 second', now()"
                        + " from generate_series(1, " + MANY + ") n",
                "insert into code (code, room, role, hash)"
                        + " select 'C-' || substring(title from 6), id, 'participant', sha256(convert_to(title, 'UTF8'))"
                        + " from room where title like 'Raum %'");
    }
}
