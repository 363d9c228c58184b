package de.werkraum.rich;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A line of Markdown that is being written: its text, and the markup at places in it. It takes no more than the text does. */
final class Line {
    private final StringBuilder text = new StringBuilder();
    private final List<Markup> markups = new ArrayList<>();
    /** Characters that are written as references. */
    private final BitSet referred = new BitSet();

    /** Markup in front of the character of that index. */
    private record Markup(int at, String text, Kind kind) {
        /** Whether it is one delimiter only: tildes beside asterisks have punctuation as their neighbour, not the text. */
        boolean isOneRun() {
            return Characters.all(text, c -> c == text.charAt(0));
        }
    }

    private enum Kind {
        OPENING,
        CLOSING,
        OTHER
    }

    void text(String more) {
        text.append(more);
    }

    void opening(String asterisks) {
        markups.add(new Markup(text.length(), asterisks, Kind.OPENING));
    }

    void closing(String asterisks) {
        markups.add(new Markup(text.length(), asterisks, Kind.CLOSING));
    }

    void markup(String markup) {
        markups.add(new Markup(text.length(), markup, Kind.OTHER));
    }

    /** Refers to characters instead of writing them where asterisks would not open or close beside them. */
    void flank() {
        for (int i = 0; i < markups.size(); i++) {
            Markup markup = markups.get(i);
            boolean first = i == 0 || markups.get(i - 1).at() < markup.at();
            boolean last = i == markups.size() - 1 || markups.get(i + 1).at() > markup.at();
            int before = first && markup.at() > 0 ? Character.offsetByCodePoints(text, markup.at(), -1) : -1;
            int after = last && markup.at() < text.length() ? markup.at() : -1;
            if (markup.kind() == Kind.OPENING) {
                flank(markup, after, before);
            } else if (markup.kind() == Kind.CLOSING) {
                flank(markup, before, after);
            }
        }
    }

    /** Looks at the characters on both sides of asterisks, -1 where there is other markup or nothing; the emphasised text lies inward. */
    private void flank(Markup markup, int inner, int outer) {
        boolean letter = inner >= 0 && !referred.get(inner) && isPlainLetter(inner) && markup.isOneRun();
        if (!letter && outer >= 0 && !separates(outer)) {
            referred.set(outer);
        }
    }

    /** A letter or digit of which no reader of Markdown thinks otherwise. */
    private boolean isPlainLetter(int i) {
        int point = text.codePointAt(i);
        return Character.isBmpCodePoint(point) && Character.isLetterOrDigit(point);
    }

    /** Whether it counts as space or punctuation beside asterisks for every reader; references end with a semicolon. */
    private boolean separates(int i) {
        int point = text.codePointAt(i);
        return referred.get(i) || (point < 0x7F && !Character.isLetterOrDigit(point));
    }

    /** All of it, so that none of its characters is taken for Markdown. */
    String written(boolean heading) {
        var out = new StringBuilder(text.length() + text.length() / 8);
        Escapes escapes = new Escapes(this, heading);
        int from = 0;
        for (Markup markup : markups) {
            escapes.append(out, from, markup.at());
            out.append(markup.text());
            from = markup.at();
        }
        escapes.append(out, from, text.length());
        return out.toString();
    }

    StringBuilder text() {
        return text;
    }

    /** Whether the character is written as a reference. */
    boolean isReferred(int i) {
        return referred.get(i);
    }

    /** Whether markup stands in front of the character, or, at the end, behind the last. */
    boolean hasMarkup(int at) {
        int low = 0;
        int high = markups.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (markups.get(middle).at() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < markups.size() && markups.get(low).at() == at;
    }

    boolean hasMarkup() {
        return !markups.isEmpty();
    }
}
