package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JsonFormatTest {
    private static final Exports EXPORTS = new Exports(Style.PLAIN, List.of());

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void thePlanComesBackWithoutLoss() throws IOException {
        byte[] json = JsonFormat.render(Samples.input("de"));
        var parsed = PlanTree.parse(MAPPER.readValue(json, Object.class), Plan.EMPTY, () -> "new");
        assertEquals(new PlanTree.Accepted(Samples.plan()), parsed);
    }

    @Test
    @Tag("X-5")
    @DisplayName("X-5: json says from which version it was made, and by whom only where names are wished")
    void itSaysFromWhatAndByWhom() throws IOException {
        for (Contents.People people : Contents.People.values()) {
            var contents = new Contents(Contents.Document.PLAN, true, true, true, people);
            JsonNode tree = MAPPER.readTree(JsonFormat.render(Samples.holding(Samples.input("de"), contents)));
            assertEquals("17", tree.get("version").textValue());
            assertEquals(
                    people == Contents.People.NAMES ? "Mo" : "", tree.path("by").asText());
        }
        assertFalse(MAPPER.readTree(JsonFormat.render(Samples.input("de"))).has("version"), "it is not known");
    }

    @Test
    void pollsStandBesideIt() throws IOException {
        JsonNode polls = MAPPER.readTree(JsonFormat.render(Samples.input("de"))).get("polls");
        assertEquals(3, polls.size());
        assertEquals(20, polls.at("/0/tally/options/o1/yes").intValue());
        assertEquals("Ayşe Yıldız", polls.at("/1/ballots/0/name").textValue());
        assertEquals("Frage war <b>unklar</b>", polls.at("/2/reason").textValue());
    }

    @Test
    void receiptsAndDraftsAreInNone() {
        PollOutcome draft = PollOutcome.of(Map.of("id", "p9", "question", "Entwurf?", "state", "draft"));
        for (String format : EXPORTS.formats()) {
            String text = new String(
                    EXPORTS.render(format, Samples.of(Samples.plan(), Samples.umlage(), draft))
                            .orElseThrow()
                            .bytes(),
                    StandardCharsets.UTF_8);
            assertFalse(text.contains("receipt") || text.contains("Entwurf?"), text);
        }
    }

    @Test
    void formatsAreFoundByName() {
        assertTrue(EXPORTS.render("exe", Samples.input("de")).isEmpty());
        Rendered csv = EXPORTS.render("csv", Samples.input("de")).orElseThrow();
        assertEquals("text/csv; charset=utf-8", csv.mediaType());
        assertEquals("attachment; filename=\"werkraum-efa-onlinedienst-nachnutzen-2026-11-23.csv\"", csv.disposition());
    }
}
