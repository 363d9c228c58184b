package de.werkraum.store;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody contributes beside the plan.
 *
 * @param id of its author's making
 * @param named whether the author's name stands at it
 * @param round of ideas: others see it once that round is revealed
 * @param state how far a question is; ideas are always {@code OPEN}
 * @param pile of cards that say the same
 * @param step what it has become in the plan
 */
public record StoredCard(
        UUID id,
        Kind kind,
        UUID author,
        boolean named,
        String text,
        int round,
        State state,
        @Nullable UUID pile,
        @Nullable String step) {

    /** What it is. */
    public enum Kind {
        IDEA,
        QUESTION;

        /** As clients write it. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far a question is. */
    public enum State {
        /** Nobody but its author and moderators sees it. */
        WAITING,
        OPEN,
        /** Being answered now; one at a time. */
        ANSWERING,
        ANSWERED,
        /** Taken away by a moderator. */
        HIDDEN;

        /** As clients write it. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether everybody sees a question that is so far. */
        public boolean seen() {
            return this != WAITING && this != HIDDEN;
        }
    }

    /** The same, saying something else. */
    public StoredCard saying(String words, boolean withName) {
        return new StoredCard(id, kind, author, withName, words, round, state, pile, step);
    }

    /** The same, as moderators and those who sort have it now. */
    public StoredCard become(State now, @Nullable UUID in) {
        return new StoredCard(id, kind, author, named, text, round, now, in, step);
    }

    /** The same as a step of the plan. */
    public StoredCard become(String stepOfPlan) {
        return new StoredCard(id, kind, author, named, text, round, state, pile, stepOfPlan);
    }
}
