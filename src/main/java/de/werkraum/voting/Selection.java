package de.werkraum.voting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an option is among those a poll selects. */
public enum Selection {
    YES("ausgewählt", "selected"),
    NO("nicht ausgewählt", "not selected"),
    /** Shares the last places with more options than there are places. */
    TIE("auf der Kippe", "in the balance"),
    /** The poll isn't valid and selects nothing. */
    NONE("nicht gewertet", "not decided");

    private final String german;
    private final String english;

    Selection(String german, String english) {
        this.german = german;
        this.english = english;
    }

    /** The contract's word: {@code yes, no, tie, none}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The rule of {@code top} t for rank r shared by k: yes iff r + k − 1 ≤ t, tie iff r ≤ t &lt; r + k − 1.
     *
     * @param worthy false for what nobody chose: it is never selected
     * @return null without {@code top}
     */
    static @Nullable Selection of(BallotBox box, Place place, boolean worthy) {
        Integer top = box.top();
        if (top == null) {
            return null;
        }
        if (!box.valid()) {
            return NONE;
        }
        if (!worthy || place.rank() > top) {
            return NO;
        }
        return place.last() <= top ? YES : TIE;
    }

    /** A sentence with this selection's words at its end, if there is one. */
    static Sentence close(Sentence sentence, @Nullable Selection selection) {
        Sentence whole =
                selection == null ? sentence : sentence.then("; " + selection.german, "; " + selection.english);
        return whole.then(".", ".");
    }
}
