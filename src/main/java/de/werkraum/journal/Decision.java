package de.werkraum.journal;

import java.util.Map;

/** What became of an update. */
public sealed interface Decision {
    /** It adds nothing to the document: not a write. */
    record Nothing() implements Decision {}

    /** It may not be written, or has no room; the document is as before. */
    record Refused(String reason) implements Decision {}

    /**
     * Applied, to be told to others, and in the journal under that number.
     *
     * @param lacking where an own edit rests on something that has not come: what the document must know, by client and clock
     */
    record Taken(long seq, byte[] update, Map<Long, Long> lacking) implements Decision {
        Taken at(long number) {
            return new Taken(number, update, lacking);
        }
    }
}
