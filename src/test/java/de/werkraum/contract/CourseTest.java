package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The course that the programme gives a session is the one that its room takes. */
class CourseTest extends ServerTest {
    private Api organiser = organiser();

    private Congress congress() {
        organiser = organiser();
        return Congress.open(
                organiser,
                Congress.bare(organiser),
                object("title", "Konsens", "start", "2026-07-04T07:00:00Z", "preset", "consensus-45"),
                object("title", "Frei", "start", "2026-07-04T09:00:00Z"));
    }

    private static JsonNode go(Api who, String room, int part) {
        return who.patch(room, object("part", part)).expect(200);
    }

    @Test
    @Tag("O-6")
    @Tag("G-6")
    void aPartBeginsWithItsPhaseAndItsTime() {
        Congress congress = congress();
        String room = congress.roomPath(0);
        Api mona = nobody().join(congress.code(0, "moderator"), "Mona");
        JsonNode made = mona.get(room).expect(200);
        assertEquals("consensus-45", made.at("/course/preset").asText());
        assertTrue(made.at("/course/part").isNull(), made.toString());
        assertTrue(made.get("timer").isNull(), made.toString());
        JsonNode third = go(mona, room, 2);
        assertEquals("elaborate", third.get("phase").asText());
        assertEquals(300, third.at("/timer/seconds").asInt());
        assertEquals(2, third.at("/course/part").asInt());
        assertEquals(third.get("timer"), go(mona, room, 2).get("timer"), "asked again, its time goes on");
        JsonNode fourth = go(mona, room, 3);
        assertEquals("vote", fourth.get("phase").asText());
        JsonNode otherwise =
                mona.patch(room, object("timer", null, "phase", "results")).expect(200);
        assertEquals(3, otherwise.at("/course/part").asInt());
        mona.patch(room, object("part", 6)).problem(422);
        mona.patch(room, object("part", "zwei")).problem(422);
        nobody().join(congress.code(0, "participant"), "Paul")
                .patch(room, object("part", 1))
                .problem(403);
    }

    @Test
    @Tag("O-6")
    void theCourseOutlivesARestartAndOthersHaveNone() {
        Congress congress = congress();
        go(organiser, congress.roomPath(0), 1);
        assertTrue(organiser.get(congress.roomPath(1)).expect(200).get("course").isNull());
        organiser.patch(congress.roomPath(1), object("part", 0)).problem(409);
        server.restart();
        JsonNode room = Api.of(server.base())
                .as(organiser.token())
                .get(congress.roomPath(0))
                .expect(200);
        assertEquals(1, room.at("/course/part").asInt());
        assertEquals(600, room.at("/timer/seconds").asInt());
    }
}
