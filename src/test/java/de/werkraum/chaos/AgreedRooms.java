package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A congress whose rooms have agreed on steps, and what its plenary and its rooms have to know of each other, once. */
record AgreedRooms(Congress congress, int rooms) {
    static final int STEPS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static AgreedRooms open(Api organiser, int rooms) {
        List<Object> sessions = new ArrayList<>();
        for (int i = 0; i < rooms; i++) {
            sessions.add(Api.object("title", "Sitzung " + i));
        }
        Congress congress = Congress.open(organiser, Congress.bare(organiser), sessions.toArray());
        for (int i = 0; i < rooms; i++) {
            List<Object> steps = new ArrayList<>();
            for (int j = 0; j < STEPS; j++) {
                steps.add(Api.object("id", "s" + j, "title", i + "/" + j, "status", "agreed"));
            }
            organiser
                    .put(congress.roomPath(i) + "/plan", Api.object("steps", steps))
                    .expect(200);
        }
        return new AgreedRooms(congress, rooms);
    }

    /** Collects; under the same key it is the same act again. */
    Api.Answer collect(Api organiser, String key) {
        return organiser.under(key).post(congress.path() + "/collect", Api.object("take", "agreed"));
    }

    /** The plenary has every step of every room once; answers their ids. */
    List<String> whole(Api organiser) {
        JsonNode steps = organiser.get(congress.plenary() + "/plan").expect(200).get("steps");
        Set<String> titles = new HashSet<>(steps.findValuesAsText("title"));
        assertEquals(rooms * STEPS, steps.size(), "nothing twice");
        assertEquals(rooms * STEPS, titles.size(), "nothing lost");
        return steps.findValuesAsText("id");
    }

    /** Each step knows its place of this poll, once. */
    void back(Api organiser, String poll) {
        for (int i = 0; i < rooms; i++) {
            int room = i;
            Conditions.await(
                    "every step knows its place, once",
                    PATIENCE,
                    () -> congress.placed(organiser, room, poll) == STEPS);
        }
    }
}
