package de.werkraum.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx = Vertx.vertx();
    private static final OrganiserKey KEY = OrganiserKey.of("der erste");
    private final Tokens tokens = new Tokens(vertx, SECRET, new Tokens.Ways(KEY, null));
    private final Member member = new Member(new Ids().next(), new Ids().next(), "Ayşe Yıldız", null, Role.PARTICIPANT);

    @AfterEach
    void close() {
        vertx.close();
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aMembersTokenSaysWhoInWhichRoomForThirtyDays() throws Exception {
        Claims claims = result(tokens.verify(tokens.issue(member)));
        assertEquals(member.id(), claims.member());
        assertEquals(member.room(), claims.room());
        assertEquals(Role.PARTICIPANT, claims.role());
        assertEquals("Ayşe Yıldız", claims.name());
        long days = (claims.expires().getEpochSecond() - Instant.now().getEpochSecond() + 60) / 86_400;
        assertEquals(30, days);
        assertTrue(claims.opens(member.room()));
        assertTrue(!claims.opens(UUID.randomUUID()));
    }

    @Test
    void theOrganisersTokenOpensEveryRoom() throws Exception {
        Claims claims = result(tokens.verify(tokens.issueOrganiser()));
        assertNull(claims.room());
        assertTrue(claims.opens(UUID.randomUUID()));
    }

    @Test
    void theOrganisersTokensEndWithTheKey() throws Exception {
        String token = tokens.issueOrganiser();
        Tokens restarted = new Tokens(vertx, SECRET, new Tokens.Ways(new OrganiserKey(KEY.stored()), null));
        assertEquals(Role.ORGANISER, result(restarted.verify(token)).role());
        Tokens rekeyed = new Tokens(vertx, SECRET, new Tokens.Ways(OrganiserKey.of("der zweite"), null));
        assertThrows(ExecutionException.class, () -> result(rekeyed.verify(token)));
        assertEquals(member.id(), result(rekeyed.verify(tokens.issue(member))).member(), "members stay");
    }

    @Test
    void forgedAlteredAndExpiredTokensAreRefused() throws Exception {
        String good = tokens.issue(member);
        String[] parts = good.split("\\.", -1);
        String none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        String noAlg = base64("{\"typ\":\"JWT\"}");
        String moderator = base64(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("participant", "organiser"));
        Tokens others = new Tokens(
                vertx,
                "another secret of thirty-two byte".getBytes(StandardCharsets.US_ASCII),
                new Tokens.Ways(KEY, null));
        List<String> bad = List.of(
                "",
                "x",
                "a.b.c",
                none + "." + parts[1] + ".",
                none + "." + parts[1] + "." + parts[2],
                noAlg + "." + parts[1] + "." + parts[2],
                parts[0] + "." + moderator + "." + parts[2],
                others.issue(member),
                // our own secret, by another algorithm than ours
                signedAs("HS384", "HmacSHA384", parts[1]),
                signedAs("RS256", "HmacSHA256", parts[1]),
                signed(new JsonObject(), -60),
                signed(new JsonObject().put("role", "king"), 60),
                signed(new JsonObject().put("role", 7), 60),
                signed(new JsonObject().put("sub", "niemand"), 60),
                signed(new JsonObject().putNull("sub"), 60),
                signed(new JsonObject().putNull("role"), 60),
                signed(new JsonObject().put("room", List.of()), 60),
                // an organiser has no room, everybody else has one
                signed(new JsonObject().putNull("room"), 60),
                signed(new JsonObject().put("role", "organiser"), 60),
                signed(new JsonObject().put("role", "organiser").putNull("room"), 60),
                withoutExpiry());
        for (String token : bad) {
            assertThrows(ExecutionException.class, () -> result(tokens.verify(token)), token);
        }
    }

    private String signed(JsonObject changes, int seconds) {
        return ours().generateToken(claims().mergeIn(changes), new JWTOptions().setExpiresInSeconds(seconds));
    }

    /** Says one algorithm in its header and is signed with our secret by a hash. */
    private static String signedAs(String algorithm, String hash, String claims) throws GeneralSecurityException {
        String head = base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "." + claims;
        Mac mac = Mac.getInstance(hash);
        mac.init(new SecretKeySpec(SECRET, hash));
        byte[] signature = mac.doFinal(head.getBytes(StandardCharsets.US_ASCII));
        return head + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private String withoutExpiry() {
        return ours().generateToken(claims(), new JWTOptions());
    }

    private JsonObject claims() {
        return new JsonObject()
                .put("sub", member.id().toString())
                .put("role", "participant")
                .put("name", "x")
                .put("room", member.room().toString());
    }

    private JWTAuth ours() {
        return JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        .addPubSecKey(
                                new PubSecKeyOptions().setAlgorithm("HS256").setBuffer(Buffer.buffer(SECRET))));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Tokens by(@Nullable OrganiserKey key, @Nullable String signOn) {
        return new Tokens(vertx, SECRET, new Tokens.Ways(key, signOn));
    }

    @Test
    void anAccountsTokenOpensNothingOfARoomUnlessItIsAnOrganisers() throws Exception {
        Tokens signOn = by(KEY, "a provider");
        Account anna = new Account(UUID.randomUUID(), Role.ORGANISER, "Anna");
        Claims claims = result(signOn.verify(signOn.issue(anna)));
        assertEquals(anna.id(), claims.member());
        assertEquals("Organisation", claims.name(), "rooms learn no name that nobody would erase");
        assertEquals(anna, result(signOn.account(signOn.issue(anna))).orElseThrow());
        Account mona = new Account(UUID.randomUUID(), Role.MODERATOR, "Mona");
        assertEquals(mona, result(signOn.account(signOn.issue(mona))).orElseThrow());
        assertThrows(ExecutionException.class, () -> result(signOn.verify(signOn.issue(mona))));
        assertTrue(result(signOn.account(signOn.issue(member))).isEmpty());
        assertTrue(result(signOn.account(signOn.issueOrganiser())).isEmpty());
    }

    @Test
    void aTokenEndsWithTheWayItWasGivenFor() throws Exception {
        Account anna = new Account(UUID.randomUUID(), Role.ORGANISER, "Anna");
        Tokens both = by(KEY, "a provider");
        String signedOn = both.issue(anna);
        String byKey = both.issueOrganiser();
        Tokens keyless = by(null, "a provider");
        result(keyless.verify(signedOn));
        assertThrows(ExecutionException.class, () -> result(keyless.verify(byKey)));
        for (Tokens changed : List.of(by(KEY, "another provider"), by(KEY, null))) {
            result(changed.verify(byKey));
            assertThrows(ExecutionException.class, () -> result(changed.verify(signedOn)));
            assertTrue(result(changed.account(signedOn)).isEmpty());
        }
    }
}
