package de.werkraum.web;

import de.werkraum.store.Timer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator does with the timer.
 *
 * @param seconds of a new one; null: the one that is there
 * @param paused whether it stands still afterwards; null: as it is, and a new one runs
 */
record TimerPatch(@Nullable Integer seconds, @Nullable Boolean paused) {
    private static final int DAY_SECONDS = 86_400;
    private static final TimerPatch NONE = new TimerPatch(null, null);

    /** Reads the field {@code timer}; null takes the timer away. */
    static @Nullable TimerPatch of(Body body) {
        Object timer = body.json().getValue("timer");
        if (timer == null) {
            return null;
        }
        if (timer instanceof JsonObject object && (object.containsKey("seconds") || object.containsKey("paused"))) {
            Object seconds = object.getValue("seconds", null);
            Object paused = object.getValue("paused", null);
            boolean fits = seconds == null || (seconds instanceof Integer n && n >= 1 && n <= DAY_SECONDS);
            if (fits && (paused == null || paused instanceof Boolean)) {
                return new TimerPatch((Integer) seconds, (Boolean) paused);
            }
        }
        body.wrong(
                "timer",
                "must be null or {\"seconds\": 1 to " + DAY_SECONDS + ", \"paused\": true or false}, one or both");
        return NONE;
    }

    /** The timer afterwards; to pause or resume none leaves none. */
    @Nullable
    Timer apply(@Nullable Timer timer, Instant now) {
        Timer set = seconds == null ? timer : Timer.of(seconds, now);
        if (set == null || paused == null) {
            return set;
        }
        return paused ? set.paused(now) : set.resumed(now);
    }
}
