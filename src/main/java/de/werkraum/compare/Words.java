package de.werkraum.compare;

import de.werkraum.rich.Diff;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The difference of two texts, word by word. */
final class Words {
    private static final Pattern TOKEN = Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}]+|.", Pattern.DOTALL);

    /** Texts of more words are shown as a whole, before and after: who would read the marks. */
    private static final int MOST = 20_000;

    private Words() {}

    static List<Run> runs(String before, String after) {
        List<String> old = tokens(before);
        List<String> now = tokens(after);
        if (old.size() > MOST || now.size() > MOST) {
            return whole(before, after);
        }
        int[] kept = Diff.kept(old, now);
        var runs = new Runs();
        int next = 0;
        for (int i = 0; i < old.size(); i++) {
            if (kept[i] < 0) {
                runs.add(Run.Kind.REMOVED, old.get(i));
            } else {
                while (next < kept[i]) {
                    runs.add(Run.Kind.ADDED, now.get(next++));
                }
                runs.add(Run.Kind.SAME, now.get(next++));
            }
        }
        while (next < now.size()) {
            runs.add(Run.Kind.ADDED, now.get(next++));
        }
        return runs.all();
    }

    /** A value that is another one as a whole, as a date. */
    static List<Run> whole(String before, String after) {
        var runs = new Runs();
        runs.add(Run.Kind.REMOVED, before);
        runs.add(Run.Kind.ADDED, after);
        return runs.all();
    }

    /** Words one after the other; those of one kind make one run. */
    private static final class Runs {
        private final List<Run> ended = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private Run.Kind kind = Run.Kind.SAME;

        void add(Run.Kind next, String text) {
            if (next != kind) {
                end();
                kind = next;
            }
            words.append(text);
        }

        private void end() {
            if (words.length() > 0) {
                ended.add(new Run(kind, words.toString()));
                words.setLength(0);
            }
        }

        List<Run> all() {
            end();
            return ended;
        }
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group());
        }
        return tokens;
    }
}
