package de.werkraum.plan;

import de.werkraum.plan.RichText.Block;
import de.werkraum.plan.RichText.Break;
import de.werkraum.plan.RichText.BulletList;
import de.werkraum.plan.RichText.Heading;
import de.werkraum.plan.RichText.Inline;
import de.werkraum.plan.RichText.Item;
import de.werkraum.plan.RichText.OrderedList;
import de.werkraum.plan.RichText.Paragraph;
import de.werkraum.plan.RichText.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The normal form of rich text. It leaves out what nobody sees and Markdown can't say: empty paragraphs and lists, breaks
 * at the end of a block or in a heading, bold or slanted spaces at the edges of emphasis, characters that are none. Links
 * to anything but the web, mail and telephone are plain text: a script must not hide behind a link.
 */
final class Normal {
    private static final Pattern SCHEME = Pattern.compile("(?i)([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern GOOD_SCHEME = Pattern.compile("(?i)https?|mailto|tel");
    private static final int REPLACEMENT = 0xFFFD;

    private Normal() {}

    static RichText form(RichText text) {
        return new RichText(blocks(text.blocks()));
    }

    private static List<Block> blocks(List<Block> blocks) {
        return blocks.stream().flatMap(Normal::block).toList();
    }

    private static Stream<Block> block(Block block) {
        if (block instanceof Paragraph paragraph) {
            List<Inline> inlines = inlines(paragraph.inlines());
            return inlines.isEmpty() ? Stream.empty() : Stream.of(new Paragraph(inlines));
        }
        if (block instanceof Heading heading) {
            int level = Math.max(1, Math.min(Heading.LEVELS, heading.level()));
            List<Inline> inlines = oneLine(inlines(heading.inlines()));
            return inlines.isEmpty() ? Stream.empty() : Stream.of(new Heading(level, inlines));
        }
        if (block instanceof BulletList list) {
            return list.items().isEmpty() ? Stream.empty() : Stream.of(new BulletList(items(list.items())));
        }
        var list = (OrderedList) block;
        int start = Math.max(0, Math.min(OrderedList.MAX_START, list.start()));
        return list.items().isEmpty() ? Stream.empty() : Stream.of(new OrderedList(start, items(list.items())));
    }

    private static List<Item> items(List<Item> items) {
        return items.stream().map(item -> new Item(blocks(item.blocks()))).toList();
    }

    private static List<Inline> inlines(List<Inline> inlines) {
        List<Glyph> glyphs = glyphs(Glyph.of(inlines));
        while (!glyphs.isEmpty() && glyphs.get(glyphs.size() - 1).isBreak()) {
            glyphs.remove(glyphs.size() - 1);
        }
        return Glyph.join(glyphs);
    }

    private static List<Inline> oneLine(List<Inline> inlines) {
        List<Inline> line = inlines.stream()
                .map(inline -> inline instanceof Break ? new Text(" ", false, false, null) : inline)
                .toList();
        return line.equals(inlines) ? inlines : inlines(line);
    }

    /** Each glyph as the normal form has it, at its place. */
    static List<Glyph> glyphs(List<Glyph> raw) {
        var glyphs = new ArrayList<Glyph>();
        for (Glyph glyph : raw) {
            boolean breaks = glyph.point() == '\n' || glyph.point() == '\r' || glyph.isBreak();
            glyphs.add(breaks ? Glyph.LINE_BREAK : glyph.with(character(glyph.point()), href(glyph.href())));
        }
        trim(glyphs);
        return glyphs;
    }

    private static int character(int point) {
        boolean none = point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        return none ? REPLACEMENT : point;
    }

    private static @Nullable String href(@Nullable String href) {
        if (href == null || href.isBlank() || href.chars().anyMatch(Character::isISOControl)) {
            return null;
        }
        String clean = new String(href.codePoints().map(Normal::character).toArray(), 0, (int)
                href.codePoints().count());
        var scheme = SCHEME.matcher(clean.strip());
        return scheme.matches() && !GOOD_SCHEME.matcher(scheme.group(1)).matches() ? null : clean.strip();
    }

    /** Takes the emphasis from the spaces at both ends of each run of glyphs with the same marks. */
    private static void trim(List<Glyph> glyphs) {
        int from = 0;
        while (from < glyphs.size()) {
            int to = from + 1;
            while (to < glyphs.size() && glyphs.get(from).joins(glyphs.get(to))) {
                to++;
            }
            int first = from;
            while (first < to && glyphs.get(first).isSpace()) {
                glyphs.set(first, glyphs.get(first).plain());
                first++;
            }
            for (int i = to - 1; i > first && glyphs.get(i).isSpace(); i--) {
                glyphs.set(i, glyphs.get(i).plain());
            }
            from = to;
        }
    }
}
