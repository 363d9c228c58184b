package de.werkraum.export.odt;

import de.werkraum.export.Outline;
import de.werkraum.rich.RichText;
import java.util.List;
import org.w3c.dom.Element;

/** Rich text as paragraphs, lists and tables. */
final class Prose {
    private final Outline outline;
    private int tables;

    Prose(Outline outline) {
        this.outline = outline;
    }

    void write(Element parent, List<RichText.Block> blocks, String look) {
        for (RichText.Block block : blocks) {
            if (block instanceof RichText.Paragraph paragraph) {
                Words.inlines(paragraph(parent, look), paragraph.inlines());
            } else if (block instanceof RichText.Heading heading) {
                int level = outline.next(heading.level());
                Words.inlines(heading(parent, level), heading.inlines());
            } else if (block instanceof RichText.BulletList list) {
                items(list(parent, "Points"), list.items(), 1);
            } else if (block instanceof RichText.OrderedList list) {
                items(list(parent, "Numbers"), list.items(), list.start());
            } else if (block instanceof RichText.TaskList list) {
                list.tasks().forEach(task -> task(parent, task, look));
            } else if (block instanceof RichText.Quote quote) {
                write(parent, quote.blocks(), "Quote");
            } else if (block instanceof RichText.Code code) {
                Words.span(paragraph(parent, look), "Code", code.text());
            } else if (block instanceof RichText.Rule) {
                paragraph(parent, "Rule");
            } else if (block instanceof RichText.Table table) {
                table(parent, table.rows());
            }
        }
    }

    static Element heading(Element parent, int level) {
        return Ns.add(
                parent,
                "text:h",
                "text:style-name",
                "Heading_20_" + level,
                "text:outline-level",
                String.valueOf(level));
    }

    static Element paragraph(Element parent, String look) {
        return Ns.add(parent, "text:p", "text:style-name", look);
    }

    private static Element list(Element parent, String look) {
        return Ns.add(parent, "text:list", "text:style-name", look);
    }

    private void items(Element list, List<RichText.Item> items, int start) {
        boolean first = true;
        for (RichText.Item item : items) {
            Element element = Ns.add(list, "text:list-item");
            if (first && start != 1) {
                Ns.set(element, "text:start-value", String.valueOf(start));
            }
            first = false;
            item(element, item.blocks());
        }
    }

    private void item(Element element, List<RichText.Block> blocks) {
        if (blocks.isEmpty()) {
            paragraph(element, "Tight");
        }
        write(element, blocks, "Tight");
    }

    private void task(Element parent, RichText.Task task, String look) {
        Element line = paragraph(parent, look);
        Words.add(line, task.done() ? "☑ " : "☐ ");
        List<RichText.Block> rest = task.blocks();
        if (!rest.isEmpty() && rest.get(0) instanceof RichText.Paragraph first) {
            Words.inlines(line, first.inlines());
            rest = rest.subList(1, rest.size());
        }
        write(parent, rest, look);
    }

    private void table(Element parent, List<RichText.Row> rows) {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        if (columns == 0) {
            return;
        }
        if (parent.getLocalName().equals("list-item")) {
            rows.forEach(row -> flat(parent, row.cells()));
            return;
        }
        boolean headed = rows.size() > 1 && rows.get(0).cells().stream().allMatch(RichText.Cell::head);
        Element table = Ns.add(parent, "table:table", "table:name", "Text" + ++tables, "table:style-name", "Grid");
        Ns.add(table, "table:table-column", "table:number-columns-repeated", String.valueOf(columns));
        for (int i = 0; i < rows.size(); i++) {
            Element place = headed && i == 0 ? Ns.add(table, "table:table-header-rows") : table;
            Element line = Ns.add(place, "table:table-row", "table:style-name", "Line");
            for (int c = 0; c < columns; c++) {
                boolean there = c < rows.get(i).cells().size();
                boolean head = there && rows.get(i).cells().get(c).head();
                Element cell = Ns.add(line, "table:table-cell", "table:style-name", head ? "Head" : "Cell");
                write(cell, there ? rows.get(i).cells().get(c).blocks() : List.of(), head ? "Heads" : "Tight");
                if (cell.getFirstChild() == null) {
                    paragraph(cell, "Tight");
                }
            }
        }
    }

    /** OpenDocument has no tables in items: a row is a line, or the texts of its cells one below the other where one of them is more than a paragraph. */
    private void flat(Element item, List<RichText.Cell> cells) {
        boolean plain = cells.stream()
                .map(RichText.Cell::blocks)
                .allMatch(blocks ->
                        blocks.isEmpty() || (blocks.size() == 1 && blocks.get(0) instanceof RichText.Paragraph));
        if (!plain) {
            cells.forEach(cell -> write(item, cell.blocks(), "Tight"));
            return;
        }
        Element line = paragraph(item, "Tight");
        for (int i = 0; i < cells.size(); i++) {
            Words.add(line, i > 0 ? " | " : "");
            Element place = cells.get(i).head() ? Ns.add(line, "text:span", "text:style-name", "Strong") : line;
            cells.get(i).blocks().forEach(block -> Words.inlines(place, ((RichText.Paragraph) block).inlines()));
        }
    }
}
