package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.pace.TokenBucket;
import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How often members ask by HTTP. Who asks faster than the limit is answered later, so that a script needs no pauses of its own; who has more
 * than a second's worth waiting is refused. A refusal costs nearly as much as an answer, so it is late as well, and no more are given than
 * answers: over however many connections somebody asks, the server works at a pace. Thread-safe.
 */
final class Acts {
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** How often members are forgotten who owe nothing. */
    private static final long FORGET_MILLIS = 10_000;

    private final Vertx vertx;
    private final Limits.Requests limits;
    private final LongSupplier nanos;
    private final Map<UUID, Account> members = new ConcurrentHashMap<>();

    /** What a member has used, and when it may be refused again. */
    private static final class Account {
        private final TokenBucket bucket;
        private long refusal;

        Account(TokenBucket bucket, long now) {
            this.bucket = bucket;
            refusal = now;
        }

        boolean idle(long now) {
            return bucket.full(now) && refusal - now <= 0;
        }
    }

    /**
     * With a pace of its own.
     *
     * @param nanos a clock such as {@link System#nanoTime}
     */
    Acts(Vertx vertx, Limits.Requests limits, LongSupplier nanos) {
        this.vertx = vertx;
        this.limits = limits;
        this.nanos = nanos;
        vertx.setPeriodic(FORGET_MILLIS, timer -> forget());
    }

    /** Completes when the member's request may be dealt with; fails, a second or more later, with 429 where too many wait. */
    Future<Void> pass(UUID member) {
        long now = nanos.getAsLong();
        long[] pause = new long[1];
        boolean[] refused = new boolean[1];
        change(member, account -> {
            pause[0] = account.bucket.pause(now);
            refused[0] = pause[0] > LONGEST_NANOS;
            if (refused[0]) {
                account.refusal =
                        Math.max(account.refusal + LONGEST_NANOS / limits.actsPerSecond(), now + LONGEST_NANOS);
                pause[0] = account.refusal - now;
            } else {
                account.bucket.spend(1);
            }
        });
        Future<Void> then = pause[0] == 0
                ? Future.succeededFuture()
                : vertx.timer(millis(pause[0])).mapEmpty();
        return refused[0]
                ? then.compose(late ->
                        Future.failedFuture(Problem.tooMany("Too many requests. Please try again in a second.")))
                : then;
    }

    /** Rounded up: a timer of no time doesn't exist. */
    private static long millis(long nanos) {
        return 1 + Duration.ofNanos(nanos).toMillis();
    }

    /** The member was answered by so many bytes. */
    void answered(UUID member, int bytes) {
        change(member, account -> account.bucket.spend(bytes / limits.bytesPerAct()));
    }

    /** Members remembered. */
    int size() {
        return members.size();
    }

    void forget() {
        long now = nanos.getAsLong();
        for (UUID member : members.keySet()) {
            members.computeIfPresent(member, (id, account) -> account.idle(now) ? null : account);
        }
    }

    private void change(UUID member, Consumer<Account> change) {
        members.compute(member, (id, before) -> {
            long now = nanos.getAsLong();
            Account account = before == null
                    ? new Account(new TokenBucket(limits.actsPerSecond(), limits.actsPerSecond(), now), now)
                    : before;
            change.accept(account);
            return account;
        });
    }
}
