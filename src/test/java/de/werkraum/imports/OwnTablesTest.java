package de.werkraum.imports;

import static de.werkraum.imports.Files.all;
import static de.werkraum.imports.Files.propose;
import static de.werkraum.imports.Files.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.ExportInput;
import de.werkraum.export.Exports;
import de.werkraum.export.Reports;
import de.werkraum.export.Samples;
import de.werkraum.export.Style;
import de.werkraum.export.xlsx.XlsxFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables we write ourselves, read again. */
class OwnTablesTest {
    private static final Exports EXPORTS = new Exports(Style.PLAIN, List.of(new XlsxFormat()));

    @ParameterizedTest(name = "{0}, {1}")
    @Tag("X-4")
    @DisplayName("X-4: an import reads the steps of our own table, and nothing of what stands below or beside them")
    @CsvSource({"csv, de", "csv, en", "xlsx, de", "xlsx, en"})
    void aTableComesBackAsItsSteps(String format, String language) {
        assertSteps(read(format, Samples.input(language)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @Tag("X-4")
    @DisplayName("X-4: an import ends where our own table ends, also without polls")
    @CsvSource({"csv, de", "csv, en"})
    void withoutPollsItEndsAsWell(String format, String language) {
        assertSteps(read(format, Samples.withoutPolls(language)));
    }

    @ParameterizedTest(name = "{0}")
    @Tag("X-4")
    @DisplayName("X-4: an import ends where the table of an event ends")
    @ValueSource(strings = {"de", "en"})
    void theTableOfAnEventEndsAsWell(String language) {
        Proposal proposal = propose("bericht.csv", Reports.csv(Reports.event(language)), Choice.AUTOMATIC);
        assertEquals(
                List.of(
                        "Leistung klären",
                        "Rechtsweg und Kosten klären",
                        "Schritt 0: Zuständigkeit für die Übergabe klären",
                        "Schritt 1: Zuständigkeit für die Übergabe klären"),
                all(proposal, Draft::title),
                shown(proposal));
    }

    private static Proposal read(String format, ExportInput input) {
        byte[] file = EXPORTS.render(format, input).orElseThrow().bytes();
        return propose("plan." + format, file, Choice.AUTOMATIC);
    }

    private static void assertSteps(Proposal proposal) {
        assertEquals(
                List.of("Leistung klären", "Rechtsweg und Kosten klären"),
                all(proposal, Draft::title),
                shown(proposal));
        assertEquals(List.of("–", "2026-12-01"), all(proposal, Draft::start));
        assertEquals(List.of("–", "2027-01-29"), all(proposal, Draft::due));
        assertEquals(List.of("done", "doing"), Files.statuses(proposal));
        assertEquals(List.of("2", "4.5"), all(proposal, Draft::effort));
        assertEquals(List.of("–", "Kämmerei, Rechtsamt"), all(proposal, Draft::responsible));
        assertEquals(List.of("–", "Mittel für drei Jahre sind freigegeben"), all(proposal, Draft::result));
        assertTrue(shown(proposal).contains("Wer fragt"), "a comment stays with the step as text");
    }
}
