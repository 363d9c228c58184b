package de.werkraum.hook;

import de.werkraum.Limits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long to wait after a try that failed: four times as long each time, from seconds to hours. */
record Pauses(Limits.Hooks limits) {
    /** More fourfoldings of a second than a day has. */
    private static final int FOURFOLDINGS = 9;

    /** @param tries that failed, at least one */
    Duration after(int tries) {
        long seconds = (long) limits.hookPauseSeconds() << (2 * Math.min(tries - 1, FOURFOLDINGS));
        return Duration.ofSeconds(Math.min(seconds, limits.hookLongestPauseSeconds()));
    }

    /** Whether it was tried for long enough. */
    boolean over(@Nullable Instant since, Instant now) {
        return since != null && !now.isBefore(since.plusSeconds(limits.hookSeconds()));
    }
}
