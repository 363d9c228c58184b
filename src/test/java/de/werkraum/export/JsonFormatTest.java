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
