package de.werkraum.export;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Comment;
import de.werkraum.plan.Obstacle;
import de.werkraum.plan.Plan;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import de.werkraum.rich.Markdown;
import de.werkraum.rich.RichField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan with everything in it, and polls of every kind. */
public final class Samples {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");

    private Samples() {}

    public static ExportInput input(String language) {
        return new ExportInput(
                "r1", "Raum Elbe", language, plan(), List.of(umlage(), dots(), cancelled()), BERLIN, NOW);
    }

    public static ExportInput of(Plan plan, PollOutcome... polls) {
        return new ExportInput("r1", "Raum Elbe", "de", plan, List.of(polls), BERLIN, NOW);
    }

    /** A document that tells of everything but polls. */
    public static ExportInput withoutPolls(String language) {
        return holding(input(language), new Contents(Contents.Document.PLAN, true, false, true, Contents.People.NAMES));
    }

    /** The same of a plan that was made from a template of that title. */
    static ExportInput madeFrom(Bilingual template, ExportInput input) {
        return new ExportInput(
                input.room(),
                input.roomTitle(),
                input.language(),
                input.plan(),
                template,
                input.polls(),
                input.people(),
                input.phases(),
                input.contents(),
                input.version(),
                input.by(),
                input.zone(),
                input.at());
    }

    /** The same for a document that holds something else, as version 17 and by somebody. */
    public static ExportInput holding(ExportInput input, Contents contents) {
        return new ExportInput(
                input.room(),
                input.roomTitle(),
                input.language(),
                input.plan(),
                input.template(),
                input.polls(),
                List.of(
                        new ExportInput.Person("Ayşe Yıldız", "Stadt Kronau", true),
                        new ExportInput.Person("Jens Ø. Krüger", "Landkreis Elbe", false)),
                List.of(
                        new ExportInput.Phase(Instant.parse("2026-11-23T08:00:00Z"), "collect"),
                        new ExportInput.Phase(Instant.parse("2026-11-23T09:25:00Z"), "vote"),
                        new ExportInput.Phase(Instant.parse("2026-11-23T10:40:00Z"), "closed")),
                contents,
                17,
                "Mo",
                input.zone(),
                input.at());
    }

    public static Plan plan() {
        return new Plan(
                "EfA-Onlinedienst nachnutzen",
                "Einen vorhandenen „Einer für Alle“-Dienst in Betrieb nehmen.",
                rich(
                        "# Protokoll\n\nDie Runde klärt zuerst die **laufenden Kosten**.\n\n- Nächstes Treffen: 15. Januar 2027"),
                Map.of("authority", "Stadt Kronau"),
                List.of(
                        step("s1", "B", "Leistung klären", null, null, Status.DONE, new BigDecimal("2"), List.of()),
                        new Step(
                                "s2",
                                "V",
                                "Rechtsweg und Kosten klären",
                                rich(
                                        "**Offen** ist vor allem die Umlage:\n\n- Vertrag anfordern\n- siehe [Muster](https://example.org/muster)"),
                                "Mittel für drei Jahre sind freigegeben",
                                "Kämmerei, Rechtsamt",
                                "Fachamt",
                                LocalDate.parse("2026-12-01"),
                                LocalDate.parse("2027-01-29"),
                                null,
                                Status.DOING,
                                new BigDecimal("4.5"),
                                Obstacle.MONEY,
                                Instant.parse("2026-11-23T09:00:00Z"),
                                List.of(new Comment(
                                        "c1",
                                        "m1",
                                        "Ayşe Yıldız",
                                        "Wer fragt\nbeim Land an?",
                                        Instant.parse("2026-11-23T10:00:00Z"),
                                        false,
                                        Map.of())),
                                Map.of("colour", "red")),
                        step("s3", "k", "", null, null, null, null, List.of())));
    }

    static Step step(
            String id,
            String rank,
            String title,
            @Nullable String result,
            @Nullable String responsible,
            @Nullable Status status,
            @Nullable BigDecimal effort,
            List<Comment> comments) {
        return new Step(
                id,
                rank,
                title,
                RichField.EMPTY,
                result,
                responsible,
                null,
                null,
                null,
                null,
                status,
                effort,
                null,
                null,
                comments,
                Map.of());
    }

    /** One with that day for its start, its end and its follow-up. */
    static Step step(
            String id,
            String rank,
            String title,
            @Nullable LocalDate day,
            List<Comment> comments,
            Map<String, Object> unknown) {
        return new Step(
                id,
                rank,
                title,
                RichField.EMPTY,
                null,
                null,
                null,
                day,
                day,
                day,
                null,
                null,
                null,
                null,
                comments,
                unknown);
    }

    public static RichField rich(String markdown) {
        return RichField.of(Markdown.parse(markdown));
    }

    public static PollOutcome umlage() {
        return PollOutcome.of(Map.ofEntries(
                Map.entry("id", "p1"),
                Map.entry("question", "Umlage in den Haushalt 2027 aufnehmen?"),
                Map.entry("method", "consent"),
                Map.entry("options", List.of(Map.of("id", "o1", "label", "Rechtsweg und Kosten klären", "step", "s2"))),
                Map.entry("settings", Map.of("secret", true, "majority", "2/3", "base", "yesNo")),
                Map.entry("state", "closed"),
                Map.entry("openedAt", "2026-11-23T09:30:00Z"),
                Map.entry("closedAt", "2026-11-23T09:33:00Z"),
                Map.entry("eligible", 40),
                Map.entry("cast", 35),
                Map.entry("receipts", List.of(Map.of("receipt", "hidden", "choices", Map.of("o1", "yes")))),
                Map.entry(
                        "tally",
                        tally(
                                Map.of(
                                        "yes",
                                        20,
                                        "no",
                                        10,
                                        "abstain",
                                        5,
                                        "base",
                                        30,
                                        "needed",
                                        20,
                                        "missing",
                                        0,
                                        "decision",
                                        "accepted"),
                                "Angenommen: 20 Ja, 10 Nein, 5 Enthaltungen; nötig waren 20 Ja-Stimmen (2/3 von 30).",
                                "Accepted: 20 yes, 10 no, 5 abstentions; 20 yes were needed (2/3 of 30)."))));
    }

    private static Map<String, Object> tally(Map<String, Object> numbers, String de, String en) {
        var sentence = Map.of("de", de, "en", en);
        var option = new HashMap<String, Object>(numbers);
        option.put("sentence", sentence);
        return Map.of(
                "valid",
                true,
                "cast",
                35,
                "eligible",
                40,
                "present",
                38,
                "options",
                Map.of("o1", option),
                "sentence",
                sentence);
    }

    public static PollOutcome dots() {
        return PollOutcome.of(Map.of(
                "id",
                "p2",
                "question",
                "Womit | fangen wir an?",
                "method",
                "dots",
                "options",
                List.of(
                        Map.of("id", "o1", "label", "Leistung klären", "step", "s1"),
                        Map.of("id", "o2", "label", "Etwas *anderes*")),
                "settings",
                Map.of("secret", false, "budget", 3),
                "state",
                "closed",
                "eligible",
                40,
                "cast",
                7,
                "ballots",
                List.of(Map.of("member", "m1", "name", "Ayşe Yıldız", "choices", Map.of("o1", 2))),
                "tally",
                Map.of(
                        "valid", true,
                        "options",
                                Map.of(
                                        "o1",
                                                Map.of(
                                                        "dots",
                                                        12,
                                                        "supporters",
                                                        7,
                                                        "rank",
                                                        1,
                                                        "tie",
                                                        false,
                                                        "selected",
                                                        "yes"),
                                        "o2",
                                                Map.of(
                                                        "dots",
                                                        2,
                                                        "supporters",
                                                        1,
                                                        "rank",
                                                        2,
                                                        "tie",
                                                        false,
                                                        "selected",
                                                        "no")),
                        "sentence",
                                Map.of(
                                        "de",
                                        "Vorn liegt „Leistung klären“ mit 12 Punkten.",
                                        "en",
                                        "First is “Leistung klären” with 12 dots."))));
    }

    public static PollOutcome cancelled() {
        return PollOutcome.of(Map.of(
                "id", "p3",
                "question", "Sofort beginnen?",
                "method", "fist",
                "options", List.of(Map.of("id", "o1", "label", "Sofort beginnen?")),
                "settings", Map.of(),
                "state", "cancelled",
                "reason", "Frage war <b>unklar</b>",
                "eligible", 40,
                "cast", 0));
    }
}
