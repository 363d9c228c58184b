package de.werkraum.export;

import de.werkraum.export.house.StyleFolder;
import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Plan;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports to render: a usual one, a long one, and one of any text. */
public final class Reports {
    private Reports() {}

    /** Everything that a small room has. */
    public static Report usual(String language) {
        return usual(language, Contents.Document.PLAN);
    }

    public static Report usual(String language, Contents.Document document) {
        return ReportBuilder.of(Samples.holding(
                Samples.input(language), new Contents(document, true, true, true, Contents.People.NAMES)));
    }

    /** The same for calendars that show days. */
    public static Report withDays(String language) {
        return ReportBuilder.of(Samples.holding(
                Samples.input(language),
                new Contents(Contents.Document.PLAN, true, true, true, Contents.People.NAMES, true)));
    }

    /** The look of the house that the docs bring along. */
    public static Style house() {
        StyleFolder.Found found = StyleFolder.read(Path.of("src/docs/style"));
        return found.style();
    }

    public static Report of(Plan plan, PollOutcome... polls) {
        return ReportBuilder.of(Samples.of(plan, polls));
    }

    /** What an event of two sessions came to; the first was made from a template. */
    public static Report event(String language) {
        ExportInput first = Samples.madeFrom(
                new Bilingual("Einer für alle", "One for all"), Samples.holding(Samples.input(language), Contents.ALL));
        return EventReport.of(new EventInput(
                "e1",
                "Kongress",
                language,
                LocalDate.parse("2026-11-23"),
                "Halle",
                List.of(
                        new EventInput.Session("Raum 1", Samples.NOW, Samples.NOW.plusSeconds(3600), false, first),
                        new EventInput.Session(null, null, null, true, largeInput(2, 1))),
                first.people(),
                Contents.ALL,
                "Mo",
                Samples.BERLIN,
                Samples.NOW));
    }

    /** One as a table. */
    public static byte[] csv(Report report) {
        return new CsvFormat().render(report, Style.PLAIN);
    }

    /** One of each kind, by what it is. */
    public static Map<String, Report> kinds() {
        var kinds = new LinkedHashMap<String, Report>();
        kinds.put("plan", usual("de"));
        kinds.put("plan, English", usual("en"));
        kinds.put("protocol", usual("de", Contents.Document.PROTOCOL));
        kinds.put("plan and protocol", usual("de", Contents.Document.BOTH));
        kinds.put("event", event("de"));
        kinds.put("event, English", event("en"));
        kinds.put("blocks within blocks", Nested.report());
        kinds.put("many lists", large(25, 6));
        return kinds;
    }

    /** Many steps full of lists, and polls with tables. */
    public static Report large(int steps, int polls) {
        return ReportBuilder.of(largeInput(steps, polls));
    }

    public static ExportInput largeInput(int steps, int polls) {
        var all = new ArrayList<Step>();
        for (int i = 0; i < steps; i++) {
            all.add(new Step(
                    "s" + i,
                    String.format("%05d", i),
                    "Schritt " + i + ": Zuständigkeit für die Übergabe klären",
                    Samples.rich(details(i)),
                    "Ein Vermerk liegt vor",
                    "Fachamt " + i % 7,
                    "IT, Kämmerei",
                    LocalDate.of(2026, 12, 1).plusDays(i),
                    LocalDate.of(2027, 1, 1).plusDays(i),
                    null,
                    i % 2 == 0 ? Status.DOING : Status.DONE,
                    null,
                    null,
                    null,
                    List.of(),
                    Map.of()));
        }
        var outcomes = new ArrayList<PollOutcome>();
        for (int i = 0; i < polls; i++) {
            outcomes.add(i % 2 == 0 ? Samples.umlage() : Samples.dots());
        }
        Plan plan = new Plan("Ein großer Plan", "Viele Schritte auf einmal.", Samples.rich(""), Map.of(), all);
        return Samples.of(plan, outcomes.toArray(PollOutcome[]::new));
    }

    private static String details(int i) {
        String sentence = "Das **zuständige** Amt prüft, ob die Übergabe *rechtzeitig* gelingt, und fragt bei Bedarf"
                + " [beim Land](https://example.org/land/" + i + ") nach. ";
        return sentence
                + "\n\n- Vertrag anfordern\n- Muster prüfen\n  - Fassung von 2025\n  - Fassung von 2026\n- Ergebnis festhalten\n\n"
                + "1. Entwurf schreiben\n2. Entwurf abstimmen\n   1. im Haus\n   2. mit dem Land\n3. Entwurf beschließen\n\n"
                + sentence.repeat(3) + "\n\n- Kosten nennen\n- Nutzen nennen\n\n7. Punkt sieben\n8. Punkt acht";
    }
}
