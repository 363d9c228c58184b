package de.werkraum.web;

import de.werkraum.access.EventKey;
import de.werkraum.access.Secrets;
import de.werkraum.problem.Problem;
import de.werkraum.store.EventKeyStore;
import io.vertx.core.Future;
import java.time.Clock;

/** Finds keys of events, and slows down those who guess. Each use asks the database, so that a revoked key ends at once. Thread-safe. */
final class Keys {
    private final EventKeyStore store;
    private final Clock clock;
    private final WrongCodes wrong;

    Keys(EventKeyStore store, Clock clock, WrongCodes wrong) {
        this.store = store;
        this.clock = clock;
        this.wrong = wrong;
    }

    /** The key that was sent; 401 where it is none or none any more, 429 where too many are. */
    Future<EventKey> find(String bearer) {
        return EventKey.possible(bearer)
                ? store.use(Secrets.hash(bearer), clock.instant())
                        .map(found ->
                                wrong.found(found, Keys::unknown, "Too many wrong keys. Please try again in a second."))
                : Future.failedFuture(unknown());
    }

    private static Problem unknown() {
        return Problem.unauthorized("The key is not valid, has expired or was revoked.");
    }
}
