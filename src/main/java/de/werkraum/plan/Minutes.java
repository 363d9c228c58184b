package de.werkraum.plan;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YType;
import de.werkraum.rich.RichField;
import de.werkraum.rich.RichText;
import de.werkraum.rich.RichText.Marks;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines that the server writes into the minutes. Each has a key, which is kept in the document beside it ({@code noted}) and in the same update: so whoever
 * tries again, after a lost answer, a restart or as another server, finds it and writes nothing; and a line that somebody took out stays out.
 */
public final class Minutes {
    /** Whose clock minutes and documents show: that of German administrations. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String NOTED = "noted";
    private static final Marks BOLD = new Marks(true, false, false, false, false, null);

    private Minutes() {}

    /**
     * One thing that happened.
     *
     * @param key names it for good
     * @param at the time of day, as written
     * @param lead what it is, to stand out; may be empty
     */
    public record Line(String key, String at, String lead, String text) {}

    /** Whether the line was written before, whatever became of it. */
    public static boolean has(Doc doc, String key) {
        return doc.getMap(NOTED).has(key);
    }

    /** What a step is called that is agreed on now, or further than that; absent where it is not, or has no title. On the document's thread. */
    public static Optional<String> agreed(Doc doc, String step) {
        if (!(doc.getMap("steps").get(step) instanceof YType type) || !PlanReader.isMap(type)) {
            return Optional.empty();
        }
        Status status = Status.of(View.map(type).get("status"));
        String title = PlanReader.title(View.map(type)).strip();
        boolean agreed = status != null && status.agreed() && !PlanReader.isRemoved(type);
        return agreed && !title.isEmpty() ? Optional.of(title) : Optional.empty();
    }

    /** Adds those that were never written at the end of the minutes; people's own text is not touched. On the document's thread. */
    public static void add(Doc doc, List<Line> lines) {
        doc.transact(() -> {
            var blocks = new ArrayList<RichText.Block>();
            for (Line line : lines) {
                if (!has(doc, line.key())) {
                    doc.getMap(NOTED).set(line.key(), true);
                    blocks.add(paragraph(line));
                }
            }
            RichField.append(doc.getXmlFragment("minutes"), blocks);
        });
    }

    private static RichText.Paragraph paragraph(Line line) {
        var inlines = new ArrayList<RichText.Inline>();
        inlines.add(new RichText.Text(line.at() + " ", Marks.NONE));
        if (!line.lead().isEmpty()) {
            inlines.add(new RichText.Text(line.lead(), BOLD));
            inlines.add(new RichText.Text(" ", Marks.NONE));
        }
        inlines.add(new RichText.Text(line.text(), Marks.NONE));
        return new RichText.Paragraph(inlines);
    }
}
