package de.werkraum.plan;

import de.werkraum.crdt.YText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns a shared text into another one by the fewest deletions and insertions, so that what someone else writes into it at
 * the same time stays where it belongs. Embedded objects are left alone.
 */
final class TextMerge {
    private TextMerge() {}

    static void plain(YText text, String wanted) {
        var glyphs = new ArrayList<Glyph>();
        wanted.codePoints().forEach(point -> glyphs.add(new Glyph(point, false, false, null)));
        merge(text, Nodes.glyphs(text, false), glyphs);
    }

    /** With marks; the wanted glyphs are in normal form and those of the text are compared as if they were. */
    static void marked(YText text, List<Glyph> wanted) {
        merge(text, normal(Nodes.glyphs(text, true)), wanted);
    }

    private static List<@Nullable Glyph> normal(List<@Nullable Glyph> glyphs) {
        var present = new ArrayList<Glyph>();
        glyphs.forEach(glyph -> present.add(glyph == null ? Glyph.LINE_BREAK : glyph));
        var normal = new ArrayList<@Nullable Glyph>(Normal.glyphs(present));
        for (int i = 0; i < normal.size(); i++) {
            if (glyphs.get(i) == null) {
                normal.set(i, null);
            }
        }
        return normal;
    }

    /** From the end to the start, so that positions before stay true. */
    private static void merge(YText text, List<@Nullable Glyph> old, List<Glyph> wanted) {
        int[] lengths = lengths(text);
        int[] kept = Diff.kept(old, new ArrayList<@Nullable Glyph>(wanted));
        int position = text.length();
        int next = wanted.size();
        for (int i = old.size() - 1; i >= 0; i--) {
            if (kept[i] >= 0) {
                insert(text, position, wanted.subList(kept[i] + 1, next));
                next = kept[i];
                position -= lengths[i];
            } else {
                position -= lengths[i];
                if (old.get(i) != null) {
                    text.delete(position, lengths[i]);
                }
            }
        }
        insert(text, 0, wanted.subList(0, next));
    }

    private static void insert(YText text, int position, List<Glyph> glyphs) {
        int to = glyphs.size();
        while (to > 0) {
            int from = to - 1;
            while (from > 0 && glyphs.get(from - 1).joins(glyphs.get(from))) {
                from--;
            }
            var string = new StringBuilder();
            glyphs.subList(from, to).forEach(glyph -> string.appendCodePoint(glyph.point()));
            Map<String, Object> attributes = Nodes.attributes(glyphs.get(from));
            text.insert(position, string.toString(), attributes);
            to = from;
        }
    }

    /** How many positions each glyph takes. */
    private static int[] lengths(YText text) {
        return text.toDelta().stream()
                .flatMapToInt(part -> part.insert() instanceof String string
                        ? string.codePoints().map(Character::charCount)
                        : IntStream.of(1))
                .toArray();
    }
}
