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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Issues and verifies tokens: JWT, HS256 and nothing else, one secret shared through the database. The organiser's name the key they were
 * given for, and end with it. Thread-safe.
 */
public final class Tokens {
    /** The organiser has no stored member; this id stands for it in rooms. */
    public static final UUID ORGANISER = new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0001L);

    private static final String ALGORITHM = "HS256";
    private static final Duration MEMBER = Duration.ofDays(30);
    private static final Duration ORGANISER_LIFE = Duration.ofHours(12);

    private final JWTAuth jwt;
    private final String organiserKey;

    /**
     * @param secret at least 32 random bytes
     * @param key the key that organisers log in with now
     */
    public Tokens(Vertx vertx, byte[] secret, OrganiserKey key) {
        organiserKey = key.mark();
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

    /** A token for the organiser, good for 12 hours. */
    public String issueOrganiser() {
        return sign(
                new JsonObject()
                        .put("sub", ORGANISER.toString())
                        .put("role", Role.ORGANISER.wire())
                        .put("name", "Organisation")
                        .put("key", organiserKey),
                ORGANISER_LIFE);
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
        Role role = Role.of(principal.getString("role", "")).orElseThrow(Tokens::unusable);
        UUID member = uuid(principal.getString("sub"));
        if (expires == null || member == null || (room == null) != (role == Role.ORGANISER)) {
            throw unusable();
        }
        if (role == Role.ORGANISER && !organiserKey.equals(principal.getString("key"))) {
            throw unusable();
        }
        return new Claims(member, role, principal.getString("name", ""), uuid(room), Instant.ofEpochSecond(expires));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException("token without the claims of ours");
    }
}
