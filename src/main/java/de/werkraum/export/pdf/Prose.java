package de.werkraum.export.pdf;

import de.werkraum.export.Outline;
import de.werkraum.rich.RichText;
import java.util.List;
import org.w3c.dom.Element;

/** Rich text as elements. */
final class Prose {
    private final Markup markup;
    private final Outline outline;

    Prose(Markup markup, Outline outline) {
        this.markup = markup;
        this.outline = outline;
    }

    void write(Element parent, List<RichText.Block> blocks) {
        for (RichText.Block block : blocks) {
            if (block instanceof RichText.Paragraph paragraph) {
                inlines(markup.add(parent, "p"), paragraph.inlines());
            } else if (block instanceof RichText.Heading heading) {
                inlines(markup.add(parent, "h" + outline.next(heading.level())), heading.inlines());
            } else if (block instanceof RichText.BulletList list) {
                items(markup.add(parent, "ul"), list.items());
            } else if (block instanceof RichText.OrderedList list) {
                Element element = markup.add(parent, "ol");
                if (list.start() != 1) {
                    element.setAttribute("start", String.valueOf(list.start()));
                }
                items(element, list.items());
            } else if (block instanceof RichText.TaskList list) {
                tasks(markup.add(parent, "ul", "tasks"), list.tasks());
            } else {
                rest(parent, block);
            }
        }
    }

    private void rest(Element parent, RichText.Block block) {
        if (block instanceof RichText.Quote quote) {
            write(markup.add(parent, "blockquote"), quote.blocks());
        } else if (block instanceof RichText.Code code) {
            markup.text(markup.add(parent, "p", "code"), code.text());
        } else if (block instanceof RichText.Rule) {
            markup.add(parent, "div", "rule");
        } else if (block instanceof RichText.Table table) {
            table(parent, table.rows());
        }
    }

    private void items(Element list, List<RichText.Item> items) {
        items.forEach(item -> blocks(markup.add(list, "li"), item.blocks()));
    }

    private void tasks(Element list, List<RichText.Task> tasks) {
        for (RichText.Task task : tasks) {
            Element item = markup.add(list, "li");
            markup.text(item, "span", "box", task.done() ? "☑ " : "☐ ");
            blocks(item, task.blocks());
        }
    }

    /** One paragraph alone goes without an element of its own: a box less for each item and cell. */
    void blocks(Element parent, List<RichText.Block> blocks) {
        if (!blocks.isEmpty() && blocks.get(0) instanceof RichText.Paragraph first) {
            inlines(parent, first.inlines());
            write(parent, blocks.subList(1, blocks.size()));
        } else {
            write(parent, blocks);
        }
    }

    private void table(Element parent, List<RichText.Row> rows) {
        boolean headed = rows.size() > 1 && rows.get(0).cells().stream().allMatch(RichText.Cell::head);
        Element table = markup.add(parent, "table");
        Element part = markup.add(table, headed ? "thead" : "tbody");
        for (int i = 0; i < rows.size(); i++) {
            RichText.Row row = rows.get(i);
            boolean first = headed && i == 0;
            Element line = markup.add(part, "tr");
            for (RichText.Cell cell : row.cells()) {
                Element element = markup.add(line, cell.head() ? "th" : "td");
                if (cell.head() && !first) {
                    element.setAttribute("scope", "row");
                }
                blocks(element, cell.blocks());
            }
            if (first) {
                part = markup.add(table, "tbody");
            }
        }
    }

    private void inlines(Element parent, List<RichText.Inline> inlines) {
        for (RichText.Inline inline : inlines) {
            if (inline instanceof RichText.Text text) {
                markup.text(marked(parent, text.marks()), text.text());
            } else {
                markup.add(parent, "br");
            }
        }
    }

    private Element marked(Element parent, RichText.Marks marks) {
        Element inner = parent;
        if (marks.href() != null) {
            inner = markup.add(inner, "a");
            inner.setAttribute("href", marks.href());
        }
        inner = marks.strong() ? markup.add(inner, "b") : inner;
        inner = marks.em() ? markup.add(inner, "i") : inner;
        inner = marks.underline() ? markup.add(inner, "u") : inner;
        inner = marks.strike() ? markup.add(inner, "s") : inner;
        return marks.code() ? markup.add(inner, "span", "code") : inner;
    }
}
