package de.werkraum.store;

import java.util.Locale;

/**
 * How a room takes ideas and questions.
 *
 * @param revealed the last round of ideas that everybody sees
 * @param names whether names stand at ideas and votes that are given from now on
 * @param questions whether questions are taken
 * @param moderated whether moderators let each question in
 * @param anonymity who decides whether the name of whoever asks is shown
 */
public record CardSettings(
        Ideas ideas, int revealed, boolean names, boolean questions, boolean moderated, Anonymity anonymity) {
    /** Of a room where nobody has asked for any. */
    public static final CardSettings NONE = new CardSettings(Ideas.OFF, 0, false, false, true, Anonymity.CHOICE);

    /** Whether ideas are taken, and who sees them. */
    public enum Ideas {
        OFF,
        /** Everybody sees only the own ones. */
        SILENT,
        /** All see all. */
        SHOWN;

        /** As clients write it. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who decides about names at questions. */
    public enum Anonymity {
        /** Whoever asks. */
        CHOICE,
        /** No name is shown. */
        ALWAYS,
        /** Every name is. */
        NEVER;

        /** As clients write it. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The round that ideas of now belong to. */
    public int round() {
        return ideas == Ideas.SILENT ? revealed + 1 : revealed;
    }

    /** The same with ideas taken so; who shows them reveals the round before. */
    public CardSettings with(Ideas now) {
        int seen = now == Ideas.SHOWN && ideas != Ideas.SHOWN ? revealed + 1 : revealed;
        return new CardSettings(now, seen, names, questions, moderated, anonymity);
    }
}
