package de.werkraum.export;

import de.werkraum.export.Report.Part;
import de.werkraum.rich.RichText;
import java.util.List;

/** What a document would hold: its title and, of each section, how many entries. */
public record Preview(String title, List<Entry> sections) {
    /** A section; its entries are what a reader would count: sections below it, rows, items, paragraphs. */
    public record Entry(String id, String heading, int entries) {}

    static Preview of(Report report) {
        return new Preview(
                report.title(),
                report.sections().stream()
                        .map(section -> new Entry(
                                section.id(),
                                section.heading(),
                                section.parts().stream()
                                        .mapToInt(Preview::entries)
                                        .sum()))
                        .toList());
    }

    private static int entries(Part part) {
        if (part instanceof Report.Grid grid) {
            return grid.rows().size();
        } else if (part instanceof Report.Rich rich) {
            return rich.text().blocks().stream().mapToInt(Preview::entries).sum();
        }
        return part instanceof Report.Facts ? 0 : 1;
    }

    private static int entries(RichText.Block block) {
        return block instanceof RichText.BulletList list ? list.items().size() : 1;
    }
}
