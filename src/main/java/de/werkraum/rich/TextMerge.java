package de.werkraum.rich;

import de.werkraum.crdt.TextPart;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YText;
import de.werkraum.rich.RichText.Break;
import de.werkraum.rich.RichText.Inline;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a shared text into another one by the fewest deletions and insertions, so that what someone else writes into it at
 * the same time stays where it belongs. Embedded objects are left alone. A text of megabytes must not become an object a character.
 */
public final class TextMerge {
    private final YText text;
    private final Stretches old;
    private final Stretches wanted;
    private final Dialect dialect;

    private TextMerge(YText text, Stretches old, Stretches wanted, Dialect dialect) {
        this.text = text;
        this.old = old;
        this.wanted = wanted;
        this.dialect = dialect;
    }

    /** Without marks. To be called within a transaction of the document. */
    public static void plain(YText text, String wanted) {
        if (text.toString().equals(wanted)) {
            return;
        }
        Map<Marks, Integer> looks = new HashMap<>();
        var old = new Stretches(looks);
        for (TextPart part : View.parts(text)) {
            if (part.insert() instanceof String string) {
                old.add(string, Marks.NONE);
            } else {
                old.addObject();
            }
        }
        var line = new Stretches(looks);
        line.add(wanted, Marks.NONE);
        new TextMerge(text, old, line, Dialect.BASIC).merge();
    }

    /** With marks; the wanted line is in normal form and what is there is compared as if it were. */
    static void marked(YText text, List<Text> wanted, Dialect dialect) {
        Map<Marks, Integer> looks = new HashMap<>();
        var line = new Stretches(looks);
        wanted.forEach(run -> line.add(run.text(), run.marks()));
        new TextMerge(text, present(text, looks, dialect), line, dialect).merge();
    }

    /** What is there, with the marks that the dialect can say. */
    private static Stretches present(YText text, Map<Marks, Integer> looks, Dialect dialect) {
        var inlines = new ArrayList<Inline>();
        var objects = new BitSet();
        int length = 0;
        for (TextPart part : View.parts(text)) {
            if (part.insert() instanceof String string) {
                inlines.add(new Text(string, dialect.sayable(Markings.read(Fragments.marks(part.attributes())))));
                length += string.length();
            } else {
                inlines.add(new Break());
                objects.set(length++);
            }
        }
        var present = new Stretches(looks);
        for (Inline inline : Runs.normal(inlines)) {
            if (inline instanceof Text run) {
                present.add(run.text(), run.marks());
            } else if (objects.get(present.length())) {
                present.addObject();
            } else {
                present.add("\n", Marks.NONE);
            }
        }
        return present;
    }

    /** From the end to the start, so that positions before stay true. */
    private void merge() {
        List<Diff.Common> common =
                Diff.common(old.length(), wanted.length(), (here, there) -> old.same(here, wanted, there));
        int oldEnd = old.length();
        int newEnd = wanted.length();
        for (int i = common.size() - 1; i >= 0; i--) {
            Diff.Common stays = uncut(common.get(i));
            if (stays.length() > 0) {
                replace(stays.oldEnd(), oldEnd, stays.newEnd(), newEnd);
                oldEnd = stays.old();
                newEnd = stays.wanted();
            }
        }
        replace(0, oldEnd, 0, newEnd);
    }

    /** Without halves of characters at its ends. */
    private Diff.Common uncut(Diff.Common whole) {
        int from = old.isWithinPair(whole.old()) || wanted.isWithinPair(whole.wanted()) ? 1 : 0;
        int to = old.isWithinPair(whole.oldEnd()) || wanted.isWithinPair(whole.newEnd()) ? 1 : 0;
        return new Diff.Common(whole.old() + from, whole.wanted() + from, Math.max(0, whole.length() - from - to));
    }

    private void replace(int from, int to, int newFrom, int newTo) {
        int end = to;
        while (end > from) {
            int start = old.afterObjects(from, end);
            text.delete(start, end - start);
            end = start - 1;
        }
        wanted.backwards(newFrom, newTo, (run, marks) -> text.insert(from, run, Markings.attributes(marks, dialect)));
    }
}
