package de.werkraum.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How a table's columns share its width: no word is broken where it can be helped, and long texts get what is left. */
public final class Widths {
    /** Of the whole width. */
    public static final int WHOLE = 1000;

    /** Letters that fit a line of A4 in the documents' type. */
    private static final int LINE = 84;

    /** Letters: longer words may be broken, longer texts go on in the next line. */
    private static final int WORD = 20;

    private static final int TEXT = 45;

    /** Letters that bold ones take more than others. */
    private static final int BOLD = 2;

    /** Letters between columns. */
    private static final int GAP = 2;

    private Widths() {}

    /** In thousandths of the width. */
    public static List<Integer> of(Report.Grid grid, Report report) {
        var needs = new ArrayList<Integer>();
        var wishes = new ArrayList<Integer>();
        for (int i = 0; i < grid.head().size(); i++) {
            String label = grid.head().get(i).label();
            int word = longestWord(label) + BOLD;
            int text = word;
            for (List<Report.Value> row : grid.rows()) {
                String shown = report.shown(row.get(i));
                word = Math.max(word, longestWord(shown));
                text = Math.max(text, shown.length());
            }
            needs.add(Math.min(word, WORD) + GAP);
            wishes.add(Math.max(0, Math.min(text, TEXT) - Math.min(word, WORD)));
        }
        return shares(needs, wishes);
    }

    private static List<Integer> shares(List<Integer> needs, List<Integer> wishes) {
        int room = Math.max(0, LINE - sum(needs));
        double granted = Math.min(1, room / (double) Math.max(1, sum(wishes)));
        double all = sum(needs) + granted * sum(wishes);
        return IntStream.range(0, needs.size())
                .mapToObj(i -> (int) (WHOLE * (needs.get(i) + granted * wishes.get(i)) / all))
                .toList();
    }

    private static int longestWord(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) <= ' ' ? 0 : run + 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
