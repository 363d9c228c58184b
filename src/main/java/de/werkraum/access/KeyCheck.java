package de.werkraum.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Checks keys at login. One at a time, since each takes a core for about 150 ms that rooms need; a few may wait. The right key, once known, is
 * recognised without that, so that no flood of wrong ones keeps it out. One for the whole server. Thread-safe.
 */
public final class KeyCheck {
    /** Checks under way and waiting: the last one waits about a second. */
    private static final int CHECKS = 8;
    /** Characters of a key that is recognised at once: whoever floods can try thousands a second, which a short one doesn't withstand. */
    private static final int LONG = 20;

    private final OrganiserKey key;
    private final WorkerExecutor worker;
    private final AtomicInteger checks = new AtomicInteger();
    /** Lives as long as the process, like what is made with it. */
    private final byte[] secret = new byte[32];

    private volatile byte @Nullable [] right;

    /** What a check can end with. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** Too many are being checked. */
        LATER
    }

    /** @param given the key itself where it is known, as on the start with a key of the operator's */
    public KeyCheck(Vertx vertx, OrganiserKey key, @Nullable String given) {
        this.key = key;
        worker = vertx.createSharedWorkerExecutor("werkraum-keys", 1);
        new SecureRandom().nextBytes(secret);
        if (given != null) {
            remember(given);
        }
    }

    /** Whether this is the organiser's key. */
    public Future<Verdict> check(String given) {
        byte[] known = right;
        if (known != null && MessageDigest.isEqual(known, Secrets.mac(secret, given))) {
            return Future.succeededFuture(Verdict.RIGHT);
        }
        if (checks.incrementAndGet() > CHECKS) {
            checks.decrementAndGet();
            return Future.succeededFuture(Verdict.LATER);
        }
        return worker.executeBlocking(() -> key.matches(given))
                .onComplete(done -> checks.decrementAndGet())
                .map(matches -> {
                    if (matches) {
                        remember(given);
                    }
                    return matches ? Verdict.RIGHT : Verdict.WRONG;
                });
    }

    private void remember(String given) {
        if (given.length() >= LONG) {
            right = Secrets.mac(secret, given);
        }
    }
}
