package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code POST /rooms} with a plan: what one authority has worked out, another begins with. */
class ReuseTest extends ServerTest {
    private static final String SOURCE = "01a22a71-8acf-76e1-9ba3-7f5d2f697155";

    private static JsonNode exported() {
        try (InputStream in = ReuseTest.class.getResourceAsStream("/imports/werkraum-plan.json")) {
            return Api.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode version(Workshop workshop, String reason) {
        for (JsonNode version :
                workshop.organiser().get(workshop.path() + "/versions").expect(200)) {
            if (version.get("reason").asText().equals(reason)) {
                return version;
            }
        }
        throw new AssertionError("no version " + reason);
    }

    private static JsonNode plan(Workshop workshop) {
        return workshop.organiser().get(workshop.path() + "/plan").expect(200);
    }

    private static JsonNode difference(Workshop workshop) {
        String id = version(workshop, "source").get("id").asText();
        return workshop.organiser()
                .get(workshop.path() + "/versions/" + id + "/difference")
                .expect(200);
    }

    @Test
    @Tag("F-1")
    @Tag("F-2")
    @DisplayName("F-1, F-2: a plan of another authority becomes a room that says where it comes from")
    void aPlanOfAnotherAuthorityBecomesARoom() {
        JsonNode given = exported();
        Workshop workshop = Workshop.open(organiser(), object("plan", given));
        assertEquals(
                "Terminvergabe Führerscheinstelle", workshop.room().get("title").asText());
        JsonNode plan = plan(workshop);
        assertEquals(6, plan.get("steps").size());
        assertEquals(given.get("goal"), plan.get("goal"));
        assertEquals(given.get("minutes"), plan.get("minutes"));
        assertEquals("TH", plan.at("/meta/bundesland").asText());
        assertTrue(plan.at("/meta/authority").isMissingNode(), "the other authority is not the one that works here");
        assertEquals(
                "Landkreis Musterland: Terminvergabe Führerscheinstelle",
                plan.at("/meta/origin").asText());
        for (int i = 0; i < 6; i++) {
            JsonNode step = plan.get("steps").get(i);
            JsonNode from = given.get("steps").get(i);
            for (String same :
                    List.of("title", "details", "result", "responsible", "status", "effort", "kostenstelle")) {
                assertEquals(from.get(same), step.get(same), same + " of step " + i);
            }
            assertEquals(SOURCE, step.at("/origin/room").asText());
            assertEquals(from.get("id"), step.at("/origin/step"));
        }
        assertEquals(
                0,
                workshop.organiser().get(workshop.path() + "/polls").expect(200).size());
    }

    @Test
    @Tag("F-3")
    @DisplayName("F-3: where a plan differs from its source can be seen")
    void whereItDiffersCanBeSeen() {
        Workshop workshop = Workshop.open(organiser(), object("title", "Termine in Seeheim", "plan", exported()));
        assertTrue(
                difference(workshop).get("same").asBoolean(),
                difference(workshop).toString());
        ObjectNode changed = plan(workshop).deepCopy();
        ((ObjectNode) changed.get("steps").get(0)).put("responsible", "Bürgeramt Seeheim");
        workshop.organiser().put(workshop.path() + "/plan", changed).expect(200);
        JsonNode found = difference(workshop);
        assertEquals(1, found.get("steps").size());
        assertEquals("responsible", found.at("/steps/0/fields/0/field").asText());
        assertEquals(
                "Landkreis Musterland: Terminvergabe Führerscheinstelle",
                version(workshop, "source").get("name").asText());
        String step = changed.at("/steps/0/id").asText();
        String id = version(workshop, "source").get("id").asText();
        workshop.organiser()
                .post(workshop.path() + "/versions/" + id + "/steps/" + step + "/restore", object())
                .expect(200);
        assertEquals(
                "Straßenverkehrsamt", plan(workshop).at("/steps/0/responsible").asText());
    }

    @Test
    @Tag("F-2")
    @DisplayName("F-2: begun afresh, nothing of what others have done or promised is left")
    void begunAfresh() {
        ObjectNode given = exported().deepCopy();
        ((ObjectNode) given.get("steps").get(0))
                .set(
                        "comments",
                        Api.parse(
                                "[{\"id\":\"c1\",\"name\":\"Frau Muster\",\"text\":\"Bitte prüfen\",\"at\":\"2026-03-01T09:00:00Z\"}]"));
        Workshop workshop = Workshop.open(organiser(), object("plan", given, "fresh", true));
        JsonNode plan = plan(workshop);
        assertEquals("", plan.get("minutes").asText());
        for (JsonNode step : plan.get("steps")) {
            assertEquals("proposed", step.get("status").asText());
            assertEquals(0, step.get("comments").size());
            for (String gone : List.of("responsible", "contributors", "start", "due", "followUp", "obstacle")) {
                assertTrue(step.path(gone).asText().isEmpty(), gone);
            }
            assertTrue(step.has("effort") && step.has("result"), "how to do it is what is reused");
        }
        assertFalse(difference(workshop).toString().contains("Frau Muster"), "comments are nobody's here");
        assertTrue(difference(workshop).toString().contains("Straßenverkehrsamt"));
    }

    @Test
    @Tag("F-1")
    @DisplayName("F-1: what is no plan is refused, with a pointer to what is wrong")
    void whatIsNoPlanIsRefused() {
        Api organiser = organiser();
        for (Object foreign : List.of(
                Map.of("title", "Brett", "stacks", List.of()),
                Map.of("steps", List.of()),
                Map.of("title", "Plan", "steps", List.of("eins")),
                "steps")) {
            assertEquals("/plan", flaw(organiser, object("title", "Raum", "plan", foreign)));
        }
        Object flawed = Map.of("title", "Plan", "steps", List.of(Map.of("title", "Eins", "due", "31.02.2026")));
        assertEquals("/plan/steps/0/due", flaw(organiser, object("plan", flawed)));
        assertEquals("/title", flaw(organiser, object("plan", Map.of("title", " ", "steps", List.of()))));
        assertEquals("/template", flaw(organiser, object("plan", exported(), "template", "interim-step")));
    }

    private static String flaw(Api organiser, Object body) {
        Api.Answer answer = organiser.post("/rooms", body);
        assertEquals("invalid", answer.problem(422));
        return Api.parse(answer.body()).at("/errors/0/pointer").asText();
    }

    @Test
    @Tag("F-1")
    @DisplayName("F-1: sent again, it is the same room")
    void sentAgainItIsTheSameRoom() {
        String key = UUID.randomUUID().toString();
        Object request = object("plan", exported());
        JsonNode first = organiser().under(key).post("/rooms", request).expect(201);
        assertEquals(first, organiser().under(key).post("/rooms", request).expect(201));
    }
}
