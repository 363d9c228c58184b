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
        var runs = new ArrayList<Run>();
        int next = 0;
        for (int i = 0; i < old.size(); i++) {
            if (kept[i] < 0) {
                add(runs, Run.Kind.REMOVED, old.get(i));
            } else {
                while (next < kept[i]) {
                    add(runs, Run.Kind.ADDED, now.get(next++));
                }
                add(runs, Run.Kind.SAME, now.get(next++));
            }
        }
        while (next < now.size()) {
            add(runs, Run.Kind.ADDED, now.get(next++));
        }
        return runs;
    }

    /** A value that is another one as a whole, as a date. */
    static List<Run> whole(String before, String after) {
        var runs = new ArrayList<Run>();
        add(runs, Run.Kind.REMOVED, before);
        add(runs, Run.Kind.ADDED, after);
        return runs;
    }

    private static void add(List<Run> runs, Run.Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).kind() == kind) {
            runs.set(last, new Run(kind, runs.get(last).text() + text));
        } else {
            runs.add(new Run(kind, text));
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
