package de.werkraum.web;

import de.werkraum.pace.TokenBucket;
import java.util.function.LongSupplier;

/** How many wrong join codes are still answered for what they are: so many a second, and as many at once. Thread-safe. */
final class WrongCodes {
    private final TokenBucket answers;
    private final LongSupplier nanos;

    /** @param nanos a clock such as {@link System#nanoTime} */
    WrongCodes(int perSecond, LongSupplier nanos) {
        answers = new TokenBucket(perSecond, perSecond, nanos.getAsLong());
        this.nanos = nanos;
    }

    /** Counts one; whether it is within the limit. */
    synchronized boolean mayAnswer() {
        boolean may = answers.open(nanos.getAsLong());
        if (may) {
            answers.spend(1);
        }
        return may;
    }
}
