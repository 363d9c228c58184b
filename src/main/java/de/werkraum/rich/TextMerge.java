package de.werkraum.rich;

import de.werkraum.crdt.TextPart;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YText;
import de.werkraum.rich.RichText.Marks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns a shared text into another one by the fewest deletions and insertions, so that what someone else writes into it at
 * the same time stays where it belongs. Embedded objects are left alone.
 */
public final class TextMerge {
    private TextMerge() {}

    /** Without marks. To be called within a transaction of the document. */
    public static void plain(YText text, String wanted) {
        if (text.toString().equals(wanted)) {
            return;
        }
        var glyphs = new ArrayList<Glyph>();
        wanted.codePoints().forEach(point -> glyphs.add(new Glyph(point, RichText.Marks.NONE)));
        merge(text, present(text, null), glyphs, Dialect.BASIC);
    }

    /** With marks; the wanted glyphs are in normal form and those of the text are compared as if they were. */
    static void marked(YText text, List<Glyph> wanted, Dialect dialect) {
        merge(text, normal(present(text, dialect)), wanted, dialect);
    }

    /** The glyphs of a text, with the marks that the dialect can say, or with none; whatever else lies in it, which has no glyph, is null. */
    private static List<@Nullable Glyph> present(YText text, @Nullable Dialect dialect) {
        var glyphs = new ArrayList<@Nullable Glyph>();
        for (TextPart part : View.parts(text)) {
            if (part.insert() instanceof String string) {
                Marks marks = dialect == null ? Marks.NONE : dialect.sayable(Markings.read(frozen(part.attributes())));
                string.codePoints().forEach(point -> glyphs.add(new Glyph(point, marks)));
            } else {
                glyphs.add(null);
            }
        }
        return glyphs;
    }

    private static Map<String, Object> frozen(Map<String, @Nullable Object> attributes) {
        var values = new LinkedHashMap<String, Object>();
        attributes.forEach((key, value) -> values.put(key, Trees.tree(value)));
        return values;
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
    private static void merge(YText text, List<@Nullable Glyph> old, List<Glyph> wanted, Dialect dialect) {
        int[] lengths = lengths(text);
        int[] kept = Diff.kept(old, new ArrayList<@Nullable Glyph>(wanted));
        int position = text.length();
        int next = wanted.size();
        for (int i = old.size() - 1; i >= 0; i--) {
            if (kept[i] >= 0) {
                insert(text, position, wanted.subList(kept[i] + 1, next), dialect);
                next = kept[i];
                position -= lengths[i];
            } else {
                position -= lengths[i];
                if (old.get(i) != null) {
                    text.delete(position, lengths[i]);
                }
            }
        }
        insert(text, 0, wanted.subList(0, next), dialect);
    }

    private static void insert(YText text, int position, List<Glyph> glyphs, Dialect dialect) {
        int to = glyphs.size();
        while (to > 0) {
            int from = to - 1;
            while (from > 0 && glyphs.get(from - 1).joins(glyphs.get(from))) {
                from--;
            }
            var string = new StringBuilder();
            glyphs.subList(from, to).forEach(glyph -> string.appendCodePoint(glyph.point()));
            Map<String, Object> attributes =
                    Markings.attributes(glyphs.get(from).marks(), dialect);
            text.insert(position, string.toString(), attributes);
            to = from;
        }
    }

    /** How many positions each glyph takes. */
    private static int[] lengths(YText text) {
        return View.parts(text).stream()
                .flatMapToInt(part -> part.insert() instanceof String string
                        ? string.codePoints().map(Character::charCount)
                        : IntStream.of(1))
                .toArray();
    }
}
