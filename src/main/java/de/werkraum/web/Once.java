package de.werkraum.web;

import de.werkraum.access.Account;
import de.werkraum.access.Claims;
import de.werkraum.access.EventKey;
import de.werkraum.access.Ids;
import de.werkraum.access.Role;
import de.werkraum.access.Secrets;
import de.werkraum.problem.Problem;
import de.werkraum.store.Actor;
import de.werkraum.store.Request;
import de.werkraum.store.RequestStore;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests whose answers get lost. One that carries an {@code Idempotency-Key} can be sent again: it is done once, by however many
 * connections and at whatever moments it comes, and each time answered by what it has made.
 */
final class Once {
    static final String HEADER = "Idempotency-Key";

    private final RequestStore store;
    private final Clock clock;

    Once(RequestStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a member asks for in its room: {@code act} does it, {@code again} answers by what it made before. */
    Future<Reply> asked(
            RoutingContext context,
            Caller caller,
            Function<Actor, Future<Reply>> act,
            Function<JsonObject, Future<Reply>> again) {
        Request request =
                request(context, asking(caller.claims()), caller.member().room());
        return once(request, () -> act.apply(new Actor(caller.member(), request)), again);
    }

    /** What the organiser asks for outside any room. */
    Future<Reply> asked(
            RoutingContext context,
            Claims organiser,
            Function<Optional<Request>, Future<Reply>> act,
            Function<JsonObject, Future<Reply>> again) {
        Request request = request(context, asking(organiser), null);
        return once(request, () -> act.apply(Optional.ofNullable(request)), again);
    }

    /** What somebody asks for who makes rooms. */
    Future<Reply> asked(
            RoutingContext context,
            Gate.Founder founder,
            Function<Optional<Request>, Future<Reply>> act,
            Function<JsonObject, Future<Reply>> again) {
        Account account = founder.moderator();
        EventKey key = founder.key();
        String person = account == null ? Role.ORGANISER.wire() : account.id().toString();
        String asking = key == null ? person : key.id().toString();
        Request request = request(context, asking, null);
        return once(request, () -> act.apply(Optional.ofNullable(request)), again);
    }

    /** What is asked for by an address that knows no member. */
    Future<Reply> asked(
            RoutingContext context,
            UUID address,
            UUID room,
            Function<@Nullable Request, Future<Reply>> act,
            Function<JsonObject, Future<Reply>> again) {
        Request request = request(context, address.toString(), room);
        return once(request, () -> act.apply(request), again);
    }

    /** The organiser is one, by however many logins. */
    private static String asking(Claims claims) {
        return claims.role() == Role.ORGANISER
                ? Role.ORGANISER.wire()
                : claims.member().toString();
    }

    /** Does something. */
    private interface Act {
        Future<Reply> run();
    }

    private Future<Reply> once(@Nullable Request request, Act act, Function<JsonObject, Future<Reply>> again) {
        if (request == null) {
            return act.run();
        }
        return store.find(request.key())
                .compose(found -> found.isPresent()
                        ? again(request, found.get(), again)
                        // It may have been done by then: the same request on another connection, or a commit whose
                        // answer got lost.
                        : attempt(act).recover(failure -> store.find(request.key())
                                .compose(late -> late.isPresent()
                                        ? again(request, late.get(), again)
                                        : Future.failedFuture(failure))));
    }

    private static Future<Reply> attempt(Act act) {
        try {
            return act.run();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static Future<Reply> again(
            Request request, RequestStore.Done done, Function<JsonObject, Future<Reply>> again) {
        return done.content().equals(request.content())
                ? again.apply(done.made())
                : Future.failedFuture(
                        Problem.invalid("keyReused", "", "Another request was sent under this Idempotency-Key before"));
    }

    /** The mark of the request as stored; null where it carries none. */
    private @Nullable Request request(RoutingContext context, String asking, @Nullable UUID room) {
        return mark(context)
                .map(mark -> {
                    String what = context.request().method() + " " + context.normalizedPath();
                    Buffer body = context.body().buffer();
                    return new Request(
                            hash(bytes(asking + "\n" + what + "\n" + mark)),
                            hash(body == null ? new byte[0] : body.getBytes()),
                            room,
                            clock.instant());
                })
                .orElse(null);
    }

    /** The mark of somebody who has no token yet; what else such a request says may change. */
    Optional<Request> joining(RoutingContext context, UUID room) {
        return mark(context)
                .map(mark -> new Request(hash(bytes("join\n" + room + "\n" + mark)), "", room, clock.instant()));
    }

    /** The same for an event. */
    Optional<Request> joiningEvent(RoutingContext context, UUID event) {
        return mark(context)
                .map(mark -> new Request(hash(bytes("join event\n" + event + "\n" + mark)), "", null, clock.instant()));
    }

    /** What somebody made who joined under that mark before. */
    Future<Optional<RequestStore.Done>> find(Request request) {
        return store.find(request.key());
    }

    /** An id of the sender's own making, with quotes or without; it must be hard to guess, since whoever knows it is taken for the same. */
    static Optional<UUID> mark(RoutingContext context) {
        String header = context.request().getHeader(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return Optional.of(Ids.parse(quoted ? text.substring(1, text.length() - 1) : text)
                .orElseThrow(() -> Problem.badRequest(HEADER + " must be a random UUID.")));
    }

    /** A new secret; the same for the same request, whose answer may have got lost. */
    static byte[] secret(RoutingContext context, Secrets secrets, String purpose) {
        return secrets.mint(purpose, mark(context).map(UUID::toString).orElse(null));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
