package de.werkraum.web;

import de.werkraum.access.Account;
import de.werkraum.access.Claims;
import de.werkraum.access.Pass;
import de.werkraum.problem.Problem;
import de.werkraum.store.PassStore;
import de.werkraum.store.Request;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who of those that come to an event was there before: by an account, a token, or the mark of an answer that got lost. */
record Comers(EventGate doors, PassStore passes, Once once) {
    /** An account is one person, whatever came along from this device. */
    Future<Optional<Pass>> before(
            RoutingContext context, UUID event, @Nullable Account account, Optional<Request> request) {
        return account != null
                ? late(event, account, request)
                : known(context, event)
                        .compose(pass -> pass.isPresent() ? Future.succeededFuture(pass) : marked(request));
    }

    /** Who came under that account or mark, perhaps just now and from elsewhere. */
    Future<Optional<Pass>> late(UUID event, @Nullable Account account, Optional<Request> request) {
        return account == null ? marked(request) : passes.of(event, account.id());
    }

    /** Whose valid pass of that event came along, if one did. */
    Future<Optional<Pass>> known(RoutingContext context, @Nullable UUID event) {
        return claims(context, event)
                .compose(claims -> claims.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : lenient(doors.stored(claims.get())));
    }

    /** Fails where others took out of the event whoever this is by account or token. */
    Future<Void> notRemoved(RoutingContext context, UUID event, @Nullable Account account) {
        Future<Boolean> barred = account != null
                ? passes.barredAccount(event, account.id())
                : claims(context, event)
                        .compose(claims -> claims.isEmpty()
                                ? Future.succeededFuture(false)
                                : passes.barred(event, claims.get().member()));
        return barred.compose(out -> out
                ? Future.failedFuture(
                        Problem.forbidden("removed", "Who was taken out of the event must be let in again."))
                : Future.succeededFuture());
    }

    private Future<Optional<Claims>> claims(RoutingContext context, @Nullable UUID event) {
        if (event == null || Gate.token(context.request()).isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return lenient(doors.gate().claims(context.request()))
                .map(claims -> claims.filter(its -> event.equals(its.event())));
    }

    /** What isn't valid is as if nothing had come along, but for whoever guesses too often. */
    private static <T> Future<Optional<T>> lenient(Future<T> asked) {
        return asked.map(Optional::of)
                .recover(failure -> failure instanceof Problem problem && problem.status() != 429
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure));
    }

    private Future<Optional<Pass>> marked(Optional<Request> request) {
        if (request.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return once.find(request.get())
                .compose(done -> done.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : passes.get(UUID.fromString(done.get().made().getString("pass")))
                                .map(pass -> Optional.of(pass.orElseThrow(() -> Problem.forbidden(
                                        "removed", "Who joined with this Idempotency-Key has left the event.")))));
    }
}
