package de.werkraum.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    @Test
    @Tag("J-1")
    void codesAreFiftyBitsThatParseBack() {
        JoinCodes codes = new JoinCodes();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String code = codes.next();
            assertTrue(code.matches("[A-HJ-NP-Z2-9]{10}"), code);
            assertEquals(Optional.of(code), JoinCodes.parse(code));
            assertTrue(seen.add(code), code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7MX4QPD2A", "k7mx4qpd2a", "K7MX4 QPD2A", " k7mx4-qpd2a ", "K7M X4Q PD2 A"})
    void codesAreReadAsPeopleTypeThem(String typed) {
        assertEquals(Optional.of("K7MX4QPD2A"), JoinCodes.parse(typed));
    }

    @Test
    void codesOfOlderVersionsAreReadStill() {
        assertEquals(Optional.of("K7MX4QPD"), JoinCodes.parse("k7mx-4qpd"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "K7MX4QP",
                "K7MX4QPD2",
                "K7MX4QPD2AB",
                "K7MX4QPD20",
                "K7MX4QP0",
                "K7MX4QPI",
                "K7MX4QPÄ",
                "' or 1=1",
                "K7MX4QPD\u0000"
            })
    void whatCannotBeACodeIsNone(String typed) {
        assertEquals(Optional.empty(), JoinCodes.parse(typed));
    }

    @Test
    void theOrganisersKeyIsKeptAsASaltedHash() {
        String key = OrganiserKey.generate();
        OrganiserKey stored = OrganiserKey.of(key);
        assertFalse(stored.stored().contains(key));
        assertTrue(stored.matches(key));
        assertFalse(stored.matches(key + "x"));
        assertFalse(stored.matches(""));
        assertNotEquals(stored, OrganiserKey.of(key), "two hashes of one key differ by their salt");
    }

    @Test
    void aFloodOfWrongKeysIsPutOffAndTheRightOneIsNot() throws Exception {
        String right = OrganiserKey.generate();
        Vertx vertx = Vertx.vertx();
        CountDownLatch flood = new CountDownLatch(1);
        try {
            KeyCheck keys = new KeyCheck(vertx, OrganiserKey.of(right), null);
            assertEquals(KeyCheck.Verdict.RIGHT, result(keys.check(right)));
            // the thread that checks is busy until the latch falls
            vertx.createSharedWorkerExecutor("werkraum-keys", 1).executeBlocking(() -> {
                flood.await();
                return null;
            });
            List<Future<KeyCheck.Verdict>> wrong = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                wrong.add(keys.check("falsch " + i));
            }
            assertEquals(KeyCheck.Verdict.LATER, result(wrong.get(29)));
            assertEquals(KeyCheck.Verdict.RIGHT, result(keys.check(right)));
            flood.countDown();
            assertEquals(KeyCheck.Verdict.WRONG, result(wrong.get(0)));
        } finally {
            flood.countDown();
            vertx.close();
        }
    }

    @Test
    void aShortKeyIsNeverRecognisedWithoutACheck() throws Exception {
        Vertx vertx = Vertx.vertx();
        CountDownLatch flood = new CountDownLatch(1);
        try {
            KeyCheck keys = new KeyCheck(vertx, OrganiserKey.of("kurz"), "kurz");
            vertx.createSharedWorkerExecutor("werkraum-keys", 1).executeBlocking(() -> {
                flood.await();
                return null;
            });
            for (int i = 0; i < 30; i++) {
                keys.check("falsch " + i);
            }
            assertEquals(KeyCheck.Verdict.LATER, result(keys.check("kurz")), "whoever guesses is not told at once");
        } finally {
            flood.countDown();
            vertx.close();
        }
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void idsSortByTimeAndAreVersionSeven() {
        Ids ids = new Ids();
        UUID first = ids.next();
        assertEquals(7, first.version());
        assertEquals(2, first.variant());
        long millis = first.getMostSignificantBits() >>> 16;
        assertTrue(Math.abs(System.currentTimeMillis() - millis) < 60_000);
        assertEquals(Optional.of(first), Ids.parse(first.toString()));
        assertEquals(Optional.empty(), Ids.parse("1-1-1-1-1"));
    }
}
