package de.werkraum.web;

import de.werkraum.access.Account;
import de.werkraum.access.Claims;
import de.werkraum.access.EventKey;
import de.werkraum.access.Ids;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.access.Tokens;
import de.werkraum.problem.Problem;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may pass. Order of checks: token (401), room of the token (403), existence (404), role (403). */
final class Gate {
    private static final String BEARER = "Bearer ";
    static final String SUBPROTOCOL = "werkraum";

    private final Tokens tokens;
    private final Stores stores;
    private final Acts acts;
    private final Keys keys;

    Gate(Tokens tokens, Stores stores, Acts acts, Keys keys) {
        this.keys = keys;
        this.tokens = tokens;
        this.stores = stores;
        this.acts = acts;
    }

    /** The id in the path, 404 where it is none. */
    static UUID id(RoutingContext context, String name) {
        return Ids.parse(context.pathParam(name))
                .orElseThrow(() -> Problem.notFound("There is nothing at this address."));
    }

    /** The organiser, or 401 or 403. */
    Future<Claims> organiser(RoutingContext context) {
        return claims(context).map(claims -> {
            if (claims.role() != Role.ORGANISER) {
                throw Problem.forbidden("notOrganiser", "Only the organiser may do this.");
            }
            return claims;
        });
    }

    /**
     * Who makes rooms.
     *
     * @param moderator the account that will lead them, and no others; null for others
     * @param key the key of an event that makes them there; null for people
     */
    record Founder(@Nullable Account moderator, @Nullable EventKey key) {
        /** The event that a room is made in: a key's own, also where it isn't named. */
        @Nullable
        UUID event(Body body) {
            UUID named = body.optionalId("event");
            if (key != null && named != null && !named.equals(key.event())) {
                body.wrong("event", "must be the event of the key");
            }
            return key == null ? named : key.event();
        }
    }

    /** The organiser, or an account that may make rooms; else 401 or 403. */
    Future<Founder> founder(RoutingContext context) {
        Future<Optional<Account>> signedOn = token(context.request())
                .map(token -> tokens.account(token).recover(no -> Future.succeededFuture(Optional.empty())))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
        return signedOn.compose(account -> account.filter(known -> known.role() != Role.ORGANISER)
                .map(known -> known.role() == Role.MODERATOR
                        ? acts.pass(known.id()).map(new Founder(known, null))
                        : Future.<Founder>failedFuture(
                                Problem.forbidden("notOrganiser", "This account may not make rooms.")))
                .orElseGet(() -> organiser(context).map(organiser -> new Founder(null, null))));
    }

    /** The account whose token came along; 401 where none did. */
    Future<Account> account(RoutingContext context) {
        return token(context.request())
                .map(this::account)
                .orElseGet(() -> Future.failedFuture(Problem.unauthorized("A token is needed.")))
                .compose(account -> acts.pass(account.id()).map(account));
    }

    /** Whose token that is; 401 where it is no account's, or over. */
    Future<Account> account(String token) {
        return EventKey.meant(token)
                ? keys.find(token).compose(key -> Future.failedFuture(Scripts.shut()))
                : tokens.account(token)
                        .map(account -> account.orElseThrow())
                        .recover(any -> Future.failedFuture(Problem.of(401, "signOnOver", "This sign-on is over")));
    }

    /** A member of the room in the path. */
    Future<Caller> member(RoutingContext context) {
        UUID room = id(context, "room");
        return claims(context).compose(claims -> member(claims, room));
    }

    /** Somebody who leads the room in the path. */
    Future<Caller> moderator(RoutingContext context) {
        return member(context).map(caller -> {
            if (!caller.role().moderates()) {
                throw Problem.forbidden("notModerator", "Only moderators may do this.");
            }
            return caller;
        });
    }

    /** The same in a room of that name, where an id that is none comes after the token as well. */
    Future<Caller> member(Claims claims, String room) {
        return Ids.parse(room)
                .map(id -> member(claims, id))
                .orElseGet(() -> Future.failedFuture(Problem.notFound("There is no such room.")));
    }

    /** The stored member whom the claims are about, in a room. */
    Future<Caller> member(Claims claims, UUID room) {
        if (!claims.opens(room)) {
            return Future.failedFuture(Problem.forbidden("otherRoom", "The token belongs to another room."));
        }
        return stores.rooms()
                .get(room)
                .compose(found -> found.isEmpty()
                        ? Future.failedFuture(Problem.notFound("There is no such room."))
                        : stored(claims, room).map(member -> new Caller(member, claims)));
    }

    private Future<Member> stored(Claims claims, UUID room) {
        if (claims.role() == Role.ORGANISER) {
            return Future.succeededFuture(new Member(claims.member(), room, claims.name(), null, Role.ORGANISER));
        }
        return stores.members().get(claims.member()).map(found -> found.filter(
                        member -> member.room().equals(room))
                .orElseThrow(() -> Problem.unauthorized("This member is no longer part of the room.")));
    }

    /** As below; the answer is put to the account of whom the claims are about. */
    Future<Claims> claims(RoutingContext context) {
        return claims(context.request())
                .onSuccess(claims -> Reply.account(context, bytes -> acts.answered(claims.member(), bytes)));
    }

    /** What the request's token says; 401 where there is none or it isn't good, 429 where its member asks too often. */
    Future<Claims> claims(HttpServerRequest request) {
        return verified(request).compose(claims -> acts.pass(claims.member()).map(claims));
    }

    /** What the request's token says, whatever else its member asks; 401 where there is none or it isn't good. */
    Future<Claims> verified(HttpServerRequest request) {
        return token(request)
                .map(this::verified)
                .orElseGet(() -> Future.failedFuture(Problem.unauthorized("A token is needed.")));
    }

    /** What a token says that came otherwise than with a request; 401 where it isn't good, 429 where its member asks too often. */
    Future<Claims> claims(String token) {
        return verified(token).compose(claims -> acts.pass(claims.member()).map(claims));
    }

    private Future<Claims> verified(String token) {
        return EventKey.meant(token)
                ? keys.find(token).compose(key -> Future.failedFuture(Scripts.shut()))
                : tokens.verify(token)
                        .recover(any ->
                                Future.failedFuture(Problem.unauthorized("The token is not valid or has expired.")));
    }

    /** Whose account a body is on: a member, or a key, whatever it opens. */
    Future<UUID> sender(HttpServerRequest request) {
        return token(request)
                .filter(EventKey::meant)
                .map(key -> keys.find(key).map(EventKey::id))
                .orElseGet(() -> verified(request).map(Claims::member));
    }

    /** The token of a request: header, then query, then second subprotocol. */
    static Optional<String> token(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        String query = request.getParam("token");
        if (query != null) {
            return Optional.of(query);
        }
        String protocols = request.getHeader("Sec-WebSocket-Protocol");
        String[] offered = protocols == null ? new String[0] : protocols.split(",", -1);
        return offered.length == 2 && offered[0].strip().equals(SUBPROTOCOL)
                ? Optional.of(offered[1].strip())
                : Optional.empty();
    }
}
