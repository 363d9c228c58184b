package de.werkraum.export;

import de.werkraum.plan.Comment;
import de.werkraum.plan.Obstacle;
import de.werkraum.plan.Plan;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import de.werkraum.rich.RichField;
import de.werkraum.rich.RichText;
import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.Cell;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.Paragraph;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A workshop in which every text that people can write is one of those. */
final class Written {
    private final Typed typed;

    Written(Typed typed) {
        this.typed = typed;
    }

    ExportInput input() {
        Plan plan = new Plan(
                text(),
                text(),
                rich(),
                Map.of("authority", text(), "origin", "Aus: " + text()),
                List.of(step("s1"), step("s2")));
        return new ExportInput(
                "r1",
                "Raum",
                "de",
                plan,
                null,
                List.of(closed(), cancelled()),
                List.of(new ExportInput.Person(text(), text(), true)),
                List.of(),
                new Contents(Contents.Document.BOTH, true, true, true, Contents.People.NAMES),
                17,
                text(),
                Samples.BERLIN,
                Samples.NOW);
    }

    private String text() {
        return typed.text();
    }

    private Step step(String id) {
        return new Step(
                id,
                id,
                text(),
                rich(),
                text(),
                text(),
                text(),
                LocalDate.parse("2026-12-01"),
                LocalDate.parse("2027-01-29"),
                LocalDate.parse("2027-02-01"),
                Status.DOING,
                new BigDecimal("1.5"),
                Obstacle.MONEY,
                Samples.NOW,
                List.of(new Comment("c", "m", text(), text(), Samples.NOW, false, Map.of())),
                Map.of());
    }

    /** Each kind of block, and each kind of mark. */
    private RichField rich() {
        List<Block> blocks = List.of(
                new RichText.Heading(2, List.of(words(Marks.NONE))),
                paragraph(Marks.NONE),
                new Paragraph(List.of(
                        words(Marks.NONE.withStrong()),
                        words(Marks.NONE.withEm()),
                        words(Marks.NONE.withCode()),
                        words(Marks.NONE.to("https://example.org")))),
                new RichText.BulletList(List.of(new Item(List.of(paragraph(Marks.NONE))))),
                new RichText.OrderedList(3, List.of(new Item(List.of(paragraph(Marks.NONE))))),
                new RichText.TaskList(List.of(new RichText.Task(true, List.of(paragraph(Marks.NONE))))),
                new RichText.Quote(List.of(paragraph(Marks.NONE))),
                new RichText.Code("", text()),
                new RichText.Table(List.of(
                        new RichText.Row(List.of(cell(true), cell(true))),
                        new RichText.Row(List.of(cell(false), cell(false))))));
        return RichField.of(new RichText(blocks));
    }

    private Cell cell(boolean head) {
        return new Cell(head, List.of(paragraph(Marks.NONE)));
    }

    private Paragraph paragraph(Marks marks) {
        return new Paragraph(List.of(words(marks)));
    }

    private RichText.Inline words(Marks marks) {
        return new RichText.Text(text().replaceAll("[\\r\\n\\u2028]+", " "), marks);
    }

    private PollOutcome closed() {
        String label = text();
        return PollOutcome.of(Map.ofEntries(
                Map.entry("id", "p1"),
                Map.entry("question", text()),
                Map.entry("method", "consent"),
                Map.entry("options", List.of(Map.of("id", "o1", "label", label, "step", "s1"))),
                Map.entry("settings", Map.of("secret", false, "majority", "2/3", "base", "yesNo")),
                Map.entry("state", "closed"),
                Map.entry("eligible", 3),
                Map.entry("cast", 1),
                Map.entry("ballots", List.of(Map.of("member", "m1", "name", text(), "choices", Map.of("o1", "yes")))),
                Map.entry(
                        "tally",
                        Map.of(
                                "valid",
                                true,
                                "options",
                                Map.of(
                                        "o1",
                                        Map.of(
                                                "yes",
                                                1,
                                                "no",
                                                0,
                                                "abstain",
                                                0,
                                                "decision",
                                                "accepted",
                                                "sentence",
                                                said())),
                                "sentence",
                                said()))));
    }

    private Map<String, String> said() {
        return Map.of("de", text(), "en", "");
    }

    private PollOutcome cancelled() {
        return PollOutcome.of(Map.of(
                "id",
                "p2",
                "question",
                text(),
                "method",
                "single",
                "options",
                List.of(Map.of("id", "o1", "label", text()), Map.of("id", "o2", "label", text())),
                "settings",
                Map.of(),
                "state",
                "cancelled",
                "reason",
                text(),
                "eligible",
                3,
                "cast",
                0));
    }
}
