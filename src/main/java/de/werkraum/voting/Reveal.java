package de.werkraum.voting;

import java.util.Locale;

/** When a poll's tally shows. */
public enum Reveal {
    /** To everyone, while the poll is open. */
    LIVE,
    /** To those who have cast, while the poll is open; to everyone after closing. */
    OWN,
    /** To everyone after closing. */
    CLOSED,
    /** To the moderator after closing, to everyone after revealing. */
    MODERATOR;

    /** The contract's word: {@code live, own, closed, moderator}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
