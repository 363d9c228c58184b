package de.werkraum.web;

import de.werkraum.Config;
import de.werkraum.room.Allowance;
import de.werkraum.room.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often members ask by HTTP. Who asks faster than the limit is answered later, so that a script needs no pauses of its own; who has more
 * than a second's worth waiting is refused. Thread-safe.
 */
final class Acts {
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** How often members are forgotten who owe nothing. */
    private static final long FORGET_MILLIS = 10_000;

    private final Vertx vertx;
    private final Config.Limits.Connections limits;
    private final LongSupplier nanos;
    private final Map<UUID, Allowance> members = new ConcurrentHashMap<>();

    /** @param nanos a clock such as {@link System#nanoTime} */
    Acts(Vertx vertx, Config.Limits limits, LongSupplier nanos) {
        this.vertx = vertx;
        this.limits = limits.connections();
        this.nanos = nanos;
        vertx.setPeriodic(FORGET_MILLIS, timer -> forget());
    }

    /** Completes when the member's request may be dealt with; 429 where too many wait. */
    Future<Void> pass(UUID member) {
        long[] wait = new long[1];
        change(member, allowance -> {
            wait[0] = allowance.pause(nanos.getAsLong());
            if (wait[0] <= LONGEST_NANOS) {
                allowance.spend(1);
            }
        });
        if (wait[0] > LONGEST_NANOS) {
            return Future.failedFuture(Problem.tooMany("Too many requests. Please try again in a second."));
        }
        // Rounded up: a timer of no time doesn't exist.
        return wait[0] == 0
                ? Future.succeededFuture()
                : vertx.timer(1 + Duration.ofNanos(wait[0]).toMillis()).mapEmpty();
    }

    /** The member was answered by so many bytes. */
    void answered(UUID member, int bytes) {
        change(member, allowance -> allowance.spend(bytes / limits.bytesPerAct()));
    }

    /** Members remembered. */
    int size() {
        return members.size();
    }

    void forget() {
        long now = nanos.getAsLong();
        for (UUID member : members.keySet()) {
            members.computeIfPresent(member, (id, allowance) -> allowance.full(now) ? null : allowance);
        }
    }

    private void change(UUID member, java.util.function.Consumer<Allowance> change) {
        members.compute(member, (id, before) -> {
            Allowance allowance = before == null
                    ? new Allowance(limits.actsPerSecond(), limits.actsPerSecond(), nanos.getAsLong())
                    : before;
            change.accept(allowance);
            return allowance;
        });
    }
}
