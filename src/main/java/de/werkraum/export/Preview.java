package de.werkraum.export;

import de.werkraum.export.Report.Part;
import de.werkraum.rich.RichText;
import java.util.ArrayList;
import java.util.List;

/** What a document would hold: its title and, of each section, how many entries. */
public record Preview(String title, List<Entry> sections) {
    /** A section; its entries are what a reader would count: sections below it, rows, items, paragraphs. */
    public record Entry(String id, String heading, int entries) {}

    static Preview of(Report report, Contents contents) {
        var entries = new ArrayList<Entry>();
        for (Report.Section section : report.sections()) {
            int count = section.parts().stream().mapToInt(Preview::entries).sum();
            entries.add(new Entry(section.id(), section.heading(), count));
        }
        List<Report.Dated> dates = report.dates();
        if (!contents.plan() && !dates.isEmpty()) {
            boolean followUps = dates.stream().allMatch(date -> date.start() == null && date.due() == null);
            String heading =
                    (followUps ? ProtocolWords.IN_CALENDAR : ProtocolWords.ALL_IN_CALENDAR).in(report.language());
            entries.add(new Entry("protocol-calendar", heading, dates.size()));
        }
        return new Preview(report.title(), List.copyOf(entries));
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
