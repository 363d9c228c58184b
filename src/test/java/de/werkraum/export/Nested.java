package de.werkraum.export;

import de.werkraum.plan.Plan;
import de.werkraum.plan.Step;
import de.werkraum.rich.RichField;
import de.werkraum.rich.RichText;
import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.Cell;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Row;
import de.werkraum.rich.RichText.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Every kind of block within every kind that holds blocks, within every such kind: each text in it can be told from all others. */
public final class Nested {
    private static final List<UnaryOperator<List<Block>>> HOLDERS = List.of(
            blocks -> List.of(new RichText.Quote(blocks)),
            blocks -> List.of(new RichText.BulletList(List.of(new Item(blocks)))),
            blocks -> List.of(new RichText.OrderedList(4, List.of(new Item(blocks)))),
            blocks -> List.of(new RichText.TaskList(List.of(new Task(true, blocks)))),
            blocks -> List.of(
                    new RichText.Table(List.of(new Row(List.of(new Cell(true, blocks), new Cell(false, List.of())))))));

    private int texts;

    private Nested() {}

    /** A step a pair of holders. */
    public static Report report() {
        return new Nested().made();
    }

    /** The texts that its report holds. */
    public static List<String> texts() {
        var nested = new Nested();
        nested.made();
        return IntStream.range(0, nested.texts).mapToObj(Typed::mark).toList();
    }

    private Report made() {
        var steps = new ArrayList<Step>();
        for (UnaryOperator<List<Block>> outer : HOLDERS) {
            for (UnaryOperator<List<Block>> inner : HOLDERS) {
                RichField details = RichField.of(new RichText(outer.apply(inner.apply(blocks()))));
                steps.add(step("s" + steps.size(), details));
            }
        }
        return Reports.of(new Plan("Alles in allem", "", RichField.EMPTY, Map.of(), steps));
    }

    private List<Block> blocks() {
        return List.of(
                paragraph(),
                new RichText.Heading(2, paragraph().inlines()),
                new RichText.BulletList(List.of(new Item(List.of(paragraph())), new Item(List.of()))),
                new RichText.OrderedList(7, List.of(new Item(List.of(paragraph())))),
                new RichText.TaskList(
                        List.of(new Task(true, List.of(paragraph())), new Task(false, List.of(paragraph())))),
                new RichText.Quote(List.of(paragraph())),
                new RichText.Code("", text() + "\n  " + text()),
                new RichText.Rule(),
                new RichText.Table(List.of(
                        new Row(List.of(cell(true), cell(true))),
                        new Row(List.of(cell(false), new Cell(false, List.of()))))));
    }

    private Cell cell(boolean head) {
        return new Cell(head, List.of(paragraph()));
    }

    private Paragraph paragraph() {
        return new Paragraph(List.of(new RichText.Text(text(), Marks.NONE.to("https://example.org/"))));
    }

    private String text() {
        return Typed.mark(texts++);
    }

    private static Step step(String id, RichField details) {
        return new Step(
                id,
                id,
                "Schritt " + id,
                details,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Map.of());
    }
}
