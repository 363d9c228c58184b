package de.werkraum.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Issues and verifies tokens: JWT, HS256 and nothing else, one secret shared through the database. The organiser's name the key, or the provider, that
 * they were given for, and end with it. Thread-safe.
 */
public final class Tokens {
    /** The organiser has no stored member; this id stands for it in rooms. */
    public static final UUID ORGANISER = new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0001L);

    private static final String ALGORITHM = "HS256";
    /** What the organiser is called in rooms. */
    static final String ORGANISATION = "Organisation";

    private static final Duration MEMBER = Duration.ofDays(30);
    private static final Duration ORGANISER_LIFE = Duration.ofHours(12);

    private static final Duration ACCOUNT_LIFE = Duration.ofHours(12);
    /** In an account's token that is no organiser's: it opens nothing else. */
    private static final String ACCOUNT = "account";

    private final JWTAuth jwt;
    private final Ways ways;

    /**
     * The ways to log in now. A token ends with the way it was given for.
     *
     * @param key the key that organisers log in with; null where it opens nothing
     * @param signOn tells how people sign on at a provider from how they did before; null where nobody does
     */
    public record Ways(@Nullable OrganiserKey key, @Nullable String signOn) {}

    /** @param secret at least 32 random bytes */
    public Tokens(Vertx vertx, byte[] secret, Ways ways) {
        this.ways = ways;
        jwt = JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        .addPubSecKey(new PubSecKeyOptions()
                                .setAlgorithm(ALGORITHM)
                                .setBuffer(io.vertx.core.buffer.Buffer.buffer(secret))));
    }

    /** A token for a member of a room, good for 30 days. */
    public String issue(Member member) {
        return sign(
                new JsonObject()
                        .put("sub", member.id().toString())
                        .put("role", member.role().wire())
                        .put("name", member.name())
                        .put("room", member.room().toString()),
                MEMBER);
    }

    /**
     * A token for somebody of an event, good for 30 days. Whom the pass lets organise the event is a moderator by its token: only the
     * server's own organiser has that role in one.
     */
    public String issue(Pass pass) {
        return sign(
                new JsonObject()
                        .put("sub", pass.id().toString())
                        .put("role", (pass.role() == Role.ORGANISER ? Role.MODERATOR : pass.role()).wire())
                        .put("name", pass.name())
                        .put("event", pass.event().toString()),
                MEMBER);
    }

    /** A token for whoever knows the organiser's key, good for 12 hours. */
    public String issueOrganiser() {
        OrganiserKey key = Objects.requireNonNull(ways.key(), "no key opens anything");
        return sign(organiser(ORGANISER).put("key", key.mark()), ORGANISER_LIFE);
    }

    /**
     * A token for an account, good for 12 hours: an organiser's opens every room, any other one only what is the account's. In rooms organisers go
     * by no name, since nothing there would erase it in time.
     */
    public String issue(Account account) {
        JsonObject claims = account.role() == Role.ORGANISER
                ? organiser(account.id())
                : new JsonObject().put("sub", account.id().toString()).put("role", ACCOUNT);
        return sign(
                claims.put(
                        ACCOUNT,
                        new JsonObject()
                                .put("role", account.role().wire())
                                .put("name", account.name())
                                .put("by", ways.signOn())),
                ACCOUNT_LIFE);
    }

    private static JsonObject organiser(UUID id) {
        return new JsonObject()
                .put("sub", id.toString())
                .put("role", Role.ORGANISER.wire())
                .put("name", ORGANISATION);
    }

    private String sign(JsonObject claims, Duration life) {
        return jwt.generateToken(
                claims, new JWTOptions().setAlgorithm(ALGORITHM).setExpiresInSeconds((int) life.toSeconds()));
    }

    /** The claims of a genuine, unexpired token; fails on anything else, without telling which. */
    public Future<Claims> verify(String token) {
        return jwt.authenticate(new TokenCredentials(token))
                .map(user -> claims(user.attributes().getJsonObject("accessToken")));
    }

    private Claims claims(JsonObject principal) {
        Long expires = principal.getLong("exp");
        String room = principal.getString("room");
        String event = principal.getString("event");
        Role role = Role.of(principal.getString("role", "")).orElseThrow(Tokens::unusable);
        UUID member = uuid(principal.getString("sub"));
        if (expires == null || member == null || (room == null && event == null) != (role == Role.ORGANISER)) {
            throw unusable();
        }
        if (room != null && event != null) {
            throw unusable();
        }
        if (role == Role.ORGANISER && !byAWayOfNow(principal)) {
            throw unusable();
        }
        return new Claims(
                member, role, principal.getString("name", ""), uuid(room), uuid(event), Instant.ofEpochSecond(expires));
    }

    private boolean byAWayOfNow(JsonObject principal) {
        OrganiserKey key = ways.key();
        return principal.containsKey(ACCOUNT)
                ? signedOn(principal).isPresent()
                : key != null && key.mark().equals(principal.getString("key"));
    }

    /** The account of a genuine, unexpired token, if it is one's; fails on anything else as {@link #verify} does. */
    public Future<Optional<Account>> account(String token) {
        return jwt.authenticate(new TokenCredentials(token))
                .map(user -> signedOn(user.attributes().getJsonObject("accessToken")));
    }

    private Optional<Account> signedOn(JsonObject principal) {
        JsonObject account = principal.getJsonObject(ACCOUNT);
        UUID id = uuid(principal.getString("sub"));
        String by = ways.signOn();
        if (account == null || id == null || by == null || !by.equals(account.getString("by"))) {
            return Optional.empty();
        }
        return Role.of(account.getString("role", "")).map(role -> new Account(id, role, account.getString("name", "")));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException("token without the claims of ours");
    }
}
