package de.werkraum.web;

import de.werkraum.pace.TokenBucket;
import de.werkraum.problem.Problem;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How many wrong join codes are still answered for what they are: so many a second, and as many at once. Thread-safe. */
final class WrongCodes {
    private final TokenBucket answers;
    private final LongSupplier nanos;

    /** @param nanos a clock such as {@link System#nanoTime} */
    WrongCodes(int perSecond, LongSupplier nanos) {
        answers = new TokenBucket(perSecond, perSecond, nanos.getAsLong());
        this.nanos = nanos;
    }

    /** What was found; 429 where too many find nothing. */
    <T> T found(Optional<T> found, Supplier<Problem> unknown, String tooMany) {
        return found.orElseThrow(() -> mayAnswer() ? unknown.get() : Problem.tooMany(tooMany));
    }

    /** What is at an address that whoever knows it may open. */
    <T> T at(Optional<T> found, Supplier<Problem> unknown) {
        return found(found, unknown, "Too many wrong addresses. Please try again.");
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
