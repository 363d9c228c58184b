package de.werkraum.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    static final Templates TEMPLATES = Templates.load(TemplatesTest::json);

    static Object json(String text) {
        try {
            return new ObjectMapper().readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void allAreThereInTheirOrder() {
        assertEquals(11, TEMPLATES.all().size());
        assertEquals(
                "EfA-Onlinedienst nachnutzen", TEMPLATES.all().get(0).title().de());
        assertEquals(
                "Registermodernisierung vorbereiten",
                TEMPLATES.all().get(10).title().de());
        assertEquals(
                List.of(8, 7, 8, 8, 6, 8, 8, 8, 8, 7, 6),
                TEMPLATES.all().stream().map(t -> t.steps().size()).toList());
    }

    @Test
    void effortsAddUpAsWritten() {
        var days = TEMPLATES.all().stream()
                .limit(10)
                .map(t -> t.steps().stream()
                        .map(step -> {
                            BigDecimal effort = step.effort();
                            return effort == null ? BigDecimal.ZERO : effort;
                        })
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .toPlainString())
                .toList();
        assertEquals(List.of("31", "11", "31", "30", "9.5", "36", "29", "40", "17", "22"), days);
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        var ids = new HashSet<String>();
        for (Template template : TEMPLATES.all()) {
            assertTrue(ids.add(template.id()), template.id());
            assertTrue(template.id().matches("[a-z-]+"), template.id());
            assertWhole(template.title());
            assertWhole(template.goal());
            for (var step : template.steps()) {
                assertWhole(step.title());
                assertFalse(step.title().de().contains("("), "brackets belong to the details: " + step.title());
                Stream.of(step.details(), step.result(), step.responsible()).forEach(TemplatesTest::assertWhole);
            }
        }
    }

    @Test
    void theListHasTheShapeOfTheApi() {
        Map<String, Object> first = TEMPLATES.toList().get(0);
        assertEquals(List.of("id", "title", "goal", "steps"), List.copyOf(first.keySet()));
        assertEquals(
                Map.of("de", "EfA-Onlinedienst nachnutzen", "en", "Reuse a shared online service (EfA)"),
                first.get("title"));
        assertTrue(first.get("steps") instanceof List<?> steps
                && steps.get(0) instanceof Map<?, ?> step
                && "2".equals(String.valueOf(step.get("effort"))));
    }

    @Test
    void presetsLastAsLongAsTheirNamesSay() {
        assertEquals(
                List.of(90, 30, 45),
                TEMPLATES.presets().stream().map(Preset::minutes).toList());
        for (Preset preset : TEMPLATES.presets()) {
            assertTrue(preset.title().de().contains(preset.minutes() + " min"));
            for (var part : preset.parts()) {
                assertWhole(part.label());
                assertTrue(List.of("collect", "elaborate", "vote", "results").contains(part.phase()));
            }
        }
    }

    @Test
    void unknownIdsFindNothing() {
        assertTrue(TEMPLATES.find("efa-reuse").isPresent());
        assertTrue(TEMPLATES.find("../index").isEmpty());
    }

    private static void assertWhole(@Nullable Bilingual text) {
        assertTrue(text == null || !(text.de().isBlank() || text.en().isBlank()), String.valueOf(text));
    }
}
