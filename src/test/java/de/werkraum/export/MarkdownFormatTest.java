package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.plan.Plan;
import de.werkraum.rich.Markdown;
import de.werkraum.rich.RichField;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownFormatTest {
    @Test
    void theDocumentIsAsAgreed() throws IOException {
        assertEquals(golden("plan.de.md"), render(Samples.input("de")));
        assertEquals(golden("plan.en.md"), render(Samples.input("en")));
    }

    @Test
    void anEmptyPlanIsAShortDocument() {
        assertEquals("# Raum Elbe\n\n- **Stand:** 23.11.2026, 12:00 Uhr\n", render(Samples.of(Plan.EMPTY)));
    }

    @Test
    void itSaysWhatTheOtherDocumentsSay() {
        Map<String, Object> meta = Map.of("authority", "Stadt Kronau", "origin", "Bibliothek des Landes");
        String text = render(Samples.of(new Plan("", "", RichField.EMPTY, meta, List.of())));
        assertTrue(text.contains("- **Herkunft:** Bibliothek des Landes\n"), text);
        var contents = new Contents(Contents.Document.PROTOCOL, false, true, false, Contents.People.NONE);
        String protocol = render(by("", contents));
        assertTrue(protocol.startsWith("# Ergebnisprotokoll: EfA-Onlinedienst nachnutzen\n"), protocol);
        assertTrue(
                protocol.contains("\n## Wer macht was bis wann\n\n| Schritt | Zuständig | Status | Fällig |\n"),
                protocol);
        assertFalse(protocol.contains("laufenden Kosten") || protocol.contains("beim Land"), protocol);
    }

    /** A document of the sample plan that somebody exports. */
    private static ExportInput by(String name, Contents contents) {
        ExportInput all = Samples.input("de");
        return new ExportInput(
                all.room(),
                all.roomTitle(),
                all.language(),
                all.plan(),
                all.template(),
                all.polls(),
                all.people(),
                all.phases(),
                contents,
                all.version(),
                name,
                all.zone(),
                all.at());
    }

    @Test
    void whoExportsIsNamedWhereNamesAreWanted() {
        for (Contents.People people : Contents.People.values()) {
            String text = render(by("Metha", new Contents(Contents.Document.BOTH, true, true, true, people)));
            assertEquals(people == Contents.People.NAMES, text.contains("- **Exportiert von:** Metha\n"), text);
            assertEquals(people == Contents.People.NAMES, text.contains("Metha"), text);
        }
    }

    @Test
    void anIdOfATemplateIsNoOriginForReaders() {
        String text = render(Samples.of(new Plan("", "", Samples.rich(""), Map.of("origin", "efa-reuse"), List.of())));
        assertFalse(text.contains("Herkunft"), text);
    }

    @Test
    void whereAPlanComesFromIsAFactOfIt() {
        Plan plan = new Plan("", "", Samples.rich(""), Map.of("origin", "Nachnutzung: EfA Wohngeld"), List.of());
        String text = render(Samples.of(plan));
        assertTrue(text.contains("- **Herkunft:** Nachnutzung: EfA Wohngeld\n- **Stand:**"), text);
    }

    @Test
    void hiddenResultsStayHidden() {
        var open = PollOutcome.of(Map.of(
                "question",
                "Läuft?",
                "method",
                "single",
                "state",
                "open",
                "options",
                List.of(Map.of("id", "a", "label", "A"))));
        var closed = PollOutcome.of(Map.of("question", "Wartet?", "method", "single", "state", "closed"));
        var few = PollOutcome.of(
                Map.of("question", "Wenige?", "method", "fist", "state", "closed", "withheld", "minBallots"));
        String text = render(Samples.of(Plan.EMPTY, open, closed, few));
        assertTrue(text.contains("Die Abstimmung läuft noch."), text);
        assertTrue(text.contains("Das Ergebnis ist noch nicht freigegeben."), text);
        assertTrue(text.contains("zu wenige Stimmen"), text);
        assertFalse(text.contains("| Vorschlag"), text);
    }

    @Test
    void foreignTextIsNeitherMarkupNorTable() {
        String evil = "<img src=x onerror=alert(1)> | # [x](javascript:alert(1))\n\n## Titel **fett** \u0007";
        var step = Samples.step("s", "V", evil, evil, evil, null, null, List.of());
        var poll = PollOutcome.of(Map.of(
                "question",
                evil,
                "method",
                "dots",
                "state",
                "closed",
                "options",
                List.of(Map.of("id", "a", "label", evil)),
                "tally",
                Map.of("options", Map.of("a", Map.of("dots", 3)), "sentence", Map.of("de", evil))));
        String text = render(
                Samples.of(new Plan(evil, evil, Samples.rich(evil), Map.of("authority", evil), List.of(step)), poll));
        assertFalse(text.matches("(?s).*(?<!\\\\)<img.*"), text);
        assertFalse(text.matches("(?s).*(?<!\\\\)\\]\\(javascript.*"), text);
        assertEquals(
                List.of(4, 4, 4),
                text.lines()
                        .filter(line -> line.startsWith("| "))
                        .map(line -> line.split("(?<!\\\\)\\|", -1).length)
                        .toList());
    }

    @Test
    void numbersAreExact() {
        assertEquals("3,5", Exact.show("mean", "7/2", "de"));
        assertEquals("3.33 (10/3)", Exact.show("mean", "10/3", "en"));
        assertEquals("66,7 % (2/3)", Exact.show("share", "2/3", "de"));
        assertEquals("100.0 %", Exact.show("share", "1", "en"));
        assertEquals("–", Exact.show("needed", null, "de"));
        assertEquals("1/0", Exact.show("share", "1/0", "de"));
        assertEquals("ja", Exact.show("viable", true, "de"));
        assertEquals("12", Exact.show("dots", 12, "de"));
        assertEquals("1, 2", Exact.show("histogram", List.of(1, 2), "de"));
    }

    @Test
    void aLargePlanIsReady() {
        var steps = IntStream.range(0, 5000)
                .mapToObj(i -> Samples.step("s" + i, "V" + i, "Schritt **" + i, null, null, null, null, List.of()))
                .toList();
        String text = render(
                Samples.of(new Plan("x".repeat(100_000), "", Samples.rich("* ".repeat(50_000)), Map.of(), steps)));
        assertTrue(text.contains("\n### 5000. Schritt "));
    }

    private static String render(ExportInput input) {
        String text =
                new String(new MarkdownFormat().render(ReportBuilder.of(input), Style.PLAIN), StandardCharsets.UTF_8);
        Markdown.parse(text);
        return text;
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = MarkdownFormatTest.class.getResourceAsStream("/export/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
