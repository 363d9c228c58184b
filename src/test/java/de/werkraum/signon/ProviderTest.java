package de.werkraum.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.werkraum.Limits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How soon another key of a provider is known, as shipped: within {@code keysSeconds}, and no false token makes it ask more often. */
class ProviderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Limits.SignOn LIMITS = Limits.standard().signOn();

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 2 * SECOND);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Signer current = Signer.make(vertx, "first");
    private Metadata metadata;
    private Provider provider;

    /** A key of the provider: the half it tells, and what signs with the other. */
    private record Signer(JsonObject key, JWTAuth jwt, String name) {
        static Signer make(Vertx vertx, String name) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                RSAPublicKey key = (RSAPublicKey) pair.getPublic();
                JsonObject told = new JsonObject()
                        .put("kty", "RSA")
                        .put("use", "sig")
                        .put("alg", "RS256")
                        .put("kid", name)
                        .put("n", unsigned(key.getModulus()))
                        .put("e", unsigned(key.getPublicExponent()));
                String secret = "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n";
                PubSecKeyOptions options =
                        new PubSecKeyOptions().setAlgorithm("RS256").setId(name).setBuffer(secret);
                return new Signer(told, JWTAuth.create(vertx, new JWTAuthOptions().addPubSecKey(options)), name);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String unsigned(BigInteger number) {
            byte[] bytes = number.toByteArray();
            int sign = bytes[0] == 0 ? 1 : 0;
            byte[] rest = new byte[bytes.length - sign];
            System.arraycopy(bytes, sign, rest, 0, rest.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(rest);
        }

        String token(String issuer) {
            JWTOptions options = new JWTOptions()
                    .setAlgorithm("RS256")
                    .setIssuer(issuer)
                    .addAudience("werkraum")
                    .setExpiresInMinutes(5);
            return jwt.generateToken(new JsonObject().put("sub", name), options);
        }
    }

    @BeforeEach
    void open() {
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.incrementAndGet();
                    JsonArray keys = new JsonArray().add(current.key());
                    request.response().end(new JsonObject().put("keys", keys).encode());
                })
                .listen(0, "127.0.0.1"));
        String issuer = "http://127.0.0.1:" + server.actualPort();
        JsonObject told = new JsonObject().put("issuer", issuer);
        for (String place : new String[] {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
            told.put(place, issuer + "/" + place);
        }
        metadata = Metadata.of(told, URI.create(issuer));
        Registration registration =
                new Registration(URI.create(issuer), "werkraum", null, "Haus", null, null, "openid");
        provider = new Provider(vertx, registration, LIMITS, new Fetch(vertx, LIMITS), clock::get);
    }

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private String subject(Signer signer) {
        return await(provider.claims(metadata, signer.token(metadata.issuer()))).getString("sub");
    }

    private void refused(Signer signer) {
        assertThrows(CompletionException.class, () -> subject(signer));
    }

    @Test
    @Tag("R-11")
    void anotherKeyIsKnownAfterFiveSecondsWithoutARestart() {
        Signer first = current;
        assertEquals("first", subject(first));
        Signer second = Signer.make(vertx, "second");
        current = second;
        clock.addAndGet(LIMITS.keysSeconds() * SECOND - 1);
        refused(second);
        assertEquals(1, asked.get(), "not asked again so soon");
        clock.addAndGet(1);
        assertEquals(5, LIMITS.keysSeconds());
        assertEquals("second", subject(second));
        refused(first);
        assertEquals(2, asked.get());
    }

    @Test
    void falseTokensDoNotMakeTheProviderBeAskedMoreOften() {
        Signer stranger = Signer.make(vertx, "first");
        for (int i = 0; i < 20; i++) {
            refused(stranger);
            clock.addAndGet(SECOND);
        }
        assertEquals(20 / LIMITS.keysSeconds(), asked.get());
        assertEquals("first", subject(current));
    }
}
