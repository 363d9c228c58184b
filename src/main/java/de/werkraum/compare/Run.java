package de.werkraum.compare;

/** Some words of a text that stayed, came or went. */
public record Run(Kind kind, String text) {
    /** What became of words. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }
}
