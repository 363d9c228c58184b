package de.werkraum.export;

/** Levels of headings as PDF/UA wants them: one deeper at most than the one before, and six at most. */
public final class Outline {
    private static final int DEEPEST = 6;

    private int last;

    /** The level a heading of that level gets here. */
    public int next(int level) {
        last = Math.min(Math.min(level, last + 1), DEEPEST);
        return last;
    }
}
