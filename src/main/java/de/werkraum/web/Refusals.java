package de.werkraum.web;

import de.werkraum.wire.Goodbye;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Members whose sockets were closed because what they sent can't be taken. Clients that don't heed the code come back at once and send all
 * of it again, for as long as they live: each further time they get in later. Thread-safe.
 */
final class Refusals {
    /** So many pass for mistakes of a moment, such as a page of an older version in another tab. */
    private static final int FREE = 2;
    /** More doublings of a second than any wait has. */
    private static final int DOUBLINGS = 20;

    private static final long FORGET_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final LongSupplier nanos;
    private final long longestMillis;
    private final Map<UUID, Count> members = new ConcurrentHashMap<>();

    private record Count(int times, long at) {
        boolean old(long now) {
            return now - at > FORGET_NANOS;
        }
    }

    /**
     * @param nanos a clock such as {@link System#nanoTime}
     * @param longestSeconds the longest wait
     */
    Refusals(LongSupplier nanos, int longestSeconds) {
        this.nanos = nanos;
        longestMillis = TimeUnit.SECONDS.toMillis(longestSeconds);
    }

    /** What the member sent was refused for good. */
    void refused(UUID member) {
        long now = nanos.getAsLong();
        members.values().removeIf(count -> count.old(now));
        members.merge(member, new Count(1, now), (before, one) -> new Count(before.times() + 1, now));
    }

    /** A connection of the member was closed by that code. */
    void closed(UUID member, int code) {
        if (Goodbye.refuses(code)) {
            refused(member);
        }
    }

    /** Completes when the member may get in again. */
    Future<Void> pass(Vertx vertx, UUID member) {
        long pause = pauseMillis(member);
        return pause == 0
                ? Future.succeededFuture()
                : vertx.timer(pause, TimeUnit.MILLISECONDS).mapEmpty();
    }

    /** How long the member is to wait before it gets in again, in milliseconds. */
    long pauseMillis(UUID member) {
        Count count = members.get(member);
        if (count == null || count.times() <= FREE || count.old(nanos.getAsLong())) {
            return 0;
        }
        long doubled = TimeUnit.SECONDS.toMillis(1) << Math.min(count.times() - FREE - 1, DOUBLINGS);
        return Math.min(doubled, longestMillis);
    }
}
