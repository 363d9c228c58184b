package de.werkraum.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A room's timer: it runs towards an instant, or is paused with seconds left. */
public sealed interface Timer {
    /** What it was set to. */
    int seconds();

    /** The same timer, standing still; one whose time is up stays as it is. */
    Timer paused(Instant now);

    /** The same timer, running. */
    Timer resumed(Instant now);

    /** A timer that begins now. */
    static Timer of(int seconds, Instant now) {
        return new Running(seconds, now.plusSeconds(seconds));
    }

    /** The timer that three columns tell; null if they tell of none. */
    static @Nullable Timer stored(@Nullable Integer seconds, @Nullable Instant endsAt, @Nullable Integer left) {
        if (seconds == null) {
            return null;
        }
        if (left != null) {
            return new Paused(seconds, left);
        }
        return endsAt == null ? null : new Running(seconds, endsAt);
    }

    /** A timer that runs. */
    record Running(int seconds, Instant endsAt) implements Timer {
        @Override
        public Timer paused(Instant now) {
            long millis = Duration.between(now, endsAt).toMillis();
            // Rounded up: a pause takes nothing away.
            return millis <= 0 ? this : new Paused(seconds, (int) ((millis + 999) / 1000));
        }

        @Override
        public Timer resumed(Instant now) {
            return this;
        }
    }

    /** A timer that stands still. */
    record Paused(int seconds, int left) implements Timer {
        @Override
        public Timer paused(Instant now) {
            return this;
        }

        @Override
        public Timer resumed(Instant now) {
            return new Running(seconds, now.plusSeconds(left));
        }
    }
}
