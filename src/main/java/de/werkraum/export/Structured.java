package de.werkraum.export;

import de.werkraum.plan.Markdown;
import de.werkraum.rich.RichText;
import de.werkraum.rich.RichText.Marks;
import java.util.List;

/** The plan's Markdown as a report's rich text. */
final class Structured {
    private Structured() {}

    /** With headings below those of the document. */
    static RichText of(String markdown, int levels) {
        return new RichText(blocks(Markdown.parse(markdown).lowered(levels).blocks()));
    }

    private static List<RichText.Block> blocks(List<de.werkraum.plan.RichText.Block> blocks) {
        return blocks.stream().map(Structured::block).toList();
    }

    private static RichText.Block block(de.werkraum.plan.RichText.Block block) {
        if (block instanceof de.werkraum.plan.RichText.Heading heading) {
            return new RichText.Heading(heading.level(), inlines(heading.inlines()));
        }
        if (block instanceof de.werkraum.plan.RichText.BulletList list) {
            return new RichText.BulletList(items(list.items()));
        }
        if (block instanceof de.werkraum.plan.RichText.OrderedList list) {
            return new RichText.OrderedList(list.start(), items(list.items()));
        }
        return new RichText.Paragraph(inlines(((de.werkraum.plan.RichText.Paragraph) block).inlines()));
    }

    private static List<RichText.Item> items(List<de.werkraum.plan.RichText.Item> items) {
        return items.stream()
                .map(item -> new RichText.Item(blocks(item.blocks())))
                .toList();
    }

    private static List<RichText.Inline> inlines(List<de.werkraum.plan.RichText.Inline> inlines) {
        return inlines.stream()
                .map(inline -> inline instanceof de.werkraum.plan.RichText.Text text
                        ? new RichText.Text(
                                Clean.text(text.text()),
                                new Marks(text.strong(), text.em(), false, false, false, text.href()))
                        : (RichText.Inline) new RichText.Break())
                .toList();
    }
}
