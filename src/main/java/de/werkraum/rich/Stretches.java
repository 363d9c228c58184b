package de.werkraum.rich;

import de.werkraum.rich.RichText.Marks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * The UTF-16 units of a line with their marks, held as the stretches they came in. An embedded object takes one place and is like nothing else.
 */
final class Stretches {
    private final Map<Marks, Integer> looks;
    private final List<String> texts = new ArrayList<>();
    private final List<Marks> marks = new ArrayList<>();
    /** Where each stretch begins, and in the end the length of all. */
    private int[] starts = new int[2];

    private final BitSet objects = new BitSet();
    /** The stretch that was asked about last: the next question mostly concerns it or a neighbour. */
    private int recent;

    private int[] look = new int[2];

    /**
     * An empty line.
     *
     * @param looks the same for two lines that are compared
     */
    Stretches(Map<Marks, Integer> looks) {
        this.looks = looks;
    }

    void add(String text, Marks like) {
        if (text.isEmpty()) {
            return;
        }
        int count = texts.size();
        if (count + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            look = Arrays.copyOf(look, 2 * look.length);
        }
        look[count] = looks.computeIfAbsent(like, any -> looks.size());
        starts[count + 1] = starts[count] + text.length();
        texts.add(text);
        marks.add(like);
    }

    void addObject() {
        objects.set(length());
        add(" ", Marks.NONE);
    }

    int length() {
        return starts[texts.size()];
    }

    /** Whether a place holds the same character here and there. */
    boolean same(int place, Stretches other, int there) {
        return at(place) == other.at(there)
                && look[recent] == other.look[other.recent]
                && !objects.get(place)
                && !other.objects.get(there);
    }

    /** Whether a character of two units would be cut in front of this place. */
    boolean isWithinPair(int place) {
        return place > 0
                && place < length()
                && Character.isLowSurrogate(at(place))
                && Character.isHighSurrogate(at(place - 1));
    }

    private char at(int place) {
        recent = stretch(place);
        return texts.get(recent).charAt(place - starts[recent]);
    }

    private int stretch(int place) {
        if (starts[recent] <= place && place < starts[recent + 1]) {
            return recent;
        }
        int found = Arrays.binarySearch(starts, 0, texts.size(), place);
        return found < 0 ? -found - 2 : found;
    }

    /** What is told of a stretch. */
    interface Reader {
        void stretch(String text, Marks marks);
    }

    /** Tells what lies in a range, as few stretches as possible, the last first. */
    void backwards(int from, int to, Reader reader) {
        int end = to;
        while (end > from) {
            int last = stretch(end - 1);
            int first = last;
            while (first > 0 && starts[first] > from && look[first - 1] == look[last]) {
                first--;
            }
            int start = Math.max(from, starts[first]);
            reader.stretch(text(first, last, start, end), marks.get(last));
            end = start;
        }
    }

    private String text(int first, int last, int from, int to) {
        if (first == last) {
            return texts.get(first).substring(from - starts[first], to - starts[first]);
        }
        var text = new StringBuilder(to - from);
        for (int i = first; i <= last; i++) {
            text.append(texts.get(i), Math.max(from - starts[i], 0), Math.min(to, starts[i + 1]) - starts[i]);
        }
        return text.toString();
    }

    /** From where on a range holds nothing but characters. */
    int afterObjects(int from, int to) {
        return Math.max(from, objects.previousSetBit(to - 1) + 1);
    }
}
