package de.werkraum.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {
    private static final Roles ROLES = new Roles(
            Map.of("Anna Berg", "Stadt Kronau", "Anna", "Land", "Bo", "", "Jens Ø. Krüger", "Kreis (Elbe) $1"), "de");

    private static Step step(String responsible) {
        return Plans.step(
                "id", "s", "title", "Anna Berg fragen", "responsible", responsible, "contributors", responsible);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna Berg | Stadt Kronau",
                "anna berg, IT | Stadt Kronau, IT",
                "IT und Anna | IT und Land",
                "Annaberg | Annaberg",
                "Bo; Botenamt | jemand aus der Sitzung; Botenamt",
                "Bo-Leitung, Bo 2 | Bo-Leitung, Bo 2",
                "Anna Berg-Müller | Anna Berg-Müller",
                "Anna Berg (Leitung) | Stadt Kronau (Leitung)",
                "JENS Ø. KRÜGER | Kreis (Elbe) $1",
                "Kämmerei | Kämmerei"
            })
    void organisationsStandInPlaceOfNames(String named, String told) {
        Step step = ROLES.of(step(named));
        assertEquals(told, step.responsible());
        assertEquals(told, step.contributors());
        assertEquals("Anna Berg fragen", step.title());
    }

    @Test
    void alsoWhereTheStepWasCollectedFrom() {
        var words = new Source.Words("Anna Berg fragen", "", null, "Anna Berg");
        Step step = step("IT").from(List.of(new Source("r", "Raum", "a", words, null, Instant.EPOCH)));
        Source.Words told = ROLES.of(step).sources().get(0).words();
        assertEquals("Stadt Kronau", told.responsible());
        assertEquals("Anna Berg fragen", told.title());
    }

    @Test
    void nobodyKnownChangesNothing() {
        assertEquals(step("Anna Berg"), new Roles(Map.of(), "en").of(step("Anna Berg")));
        assertEquals(step("Anna Berg"), new Roles(Map.of("", "Land"), "en").of(step("Anna Berg")));
    }
}
