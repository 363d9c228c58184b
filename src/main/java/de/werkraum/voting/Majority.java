package de.werkraum.voting;

import org.jspecify.annotations.Nullable;

/**
 * How many yes a decision needs.
 *
 * @param rule simple: more yes than no; absolute: more than half of the base; share: at least that part of the base
 * @param share set exactly for the rule share; more than 1/2
 * @param base of what
 */
record Majority(Rule rule, @Nullable Share share, Base base) {
    enum Rule {
        SIMPLE,
        ABSOLUTE,
        SHARE
    }

    /** Of what a majority is asked for. */
    enum Base {
        YES_NO("yesNo"),
        VALID("valid"),
        PRESENT("present"),
        ELIGIBLE("eligible");

        private final String word;

        Base(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** How many these are, for one option's count. */
        long of(BallotBox box, long yes, long no, long abstain) {
            return switch (this) {
                case YES_NO -> yes + no;
                case VALID -> yes + no + abstain;
                case PRESENT -> box.present();
                case ELIGIBLE -> box.eligible();
            };
        }
    }

    /** {@code simple, absolute} or the share. */
    String word() {
        return share != null ? share.toString() : rule == Rule.SIMPLE ? "simple" : "absolute";
    }

    boolean accepts(long yes, long no, long size) {
        return share != null ? share.reachedBy(yes, size) : rule == Rule.SIMPLE ? yes > no : 2 * yes > size;
    }

    /**
     * The smallest number of yes that passes: with the no as they are where the base is yes and no, else of the base.
     * Null where none would: unanimity with a no against it.
     */
    @Nullable
    Long needed(long no, long size) {
        if (rule == Rule.SIMPLE) {
            return no + 1;
        }
        if (share == null) {
            return size / 2 + 1;
        }
        if (base != Base.YES_NO) {
            return Math.max(1, share.least(size));
        }
        int rest = share.q() - share.p();
        if (rest == 0) {
            return no == 0 ? Long.valueOf(1) : null;
        }
        return Math.max(1, Math.floorDiv(share.p() * no + rest - 1, rest));
    }

    /** Whether all who say yes or no must say yes: then the number needed says less than the word. */
    boolean isUnanimity() {
        return share != null && share.p() == share.q() && base == Base.YES_NO;
    }

    /** {@code (2/3 von 30)}, with a space before it: where the number needed comes from. */
    Sentence because(long needed, long no, long base) {
        // with the no as they are, the yes needed would make another base than the yes cast
        long size = this.base == Base.YES_NO ? needed + no : base;
        if (share != null) {
            return new Sentence(" (" + share + " von " + size + ")", " (" + share + " of " + size + ")");
        }
        return rule == Rule.SIMPLE
                ? new Sentence(" (mehr Ja als Nein)", " (more yes than no)")
                : new Sentence(" (mehr als die Hälfte von " + size + ")", " (more than half of " + size + ")");
    }
}
