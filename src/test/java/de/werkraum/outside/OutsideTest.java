package de.werkraum.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that lead to several places, some of them inside. */
class OutsideTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String OPEN = "193.99.144.80";
    private static final String OPEN_TOO = "2a02:2e0:3fe::1";

    /** What names mean. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "open.example", List.of(OPEN, OPEN_TOO),
            "inner-last.example", List.of(OPEN, OPEN_TOO, "10.1.2.3"),
            "inner-first.example", List.of("127.0.0.1", OPEN),
            "inner-six.example", List.of(OPEN, "fd12::1"),
            "inner.example", List.of("192.168.1.1"));

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static InetAddress[] meaning(String name) throws UnknownHostException {
        List<String> addresses = NAMES.get(name);
        if (addresses == null) {
            throw new UnknownHostException(name);
        }
        InetAddress[] found = new InetAddress[addresses.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(addresses.get(i));
        }
        return found;
    }

    private static SocketAddress find(Set<String> allowed, String url) {
        return new Outside(VERTX, allowed, OutsideTest::meaning)
                .find(Place.of(url).orElseThrow())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static Outside.Reason refusal(String url) {
        CompletionException failure = assertThrows(CompletionException.class, () -> find(Set.of(), url));
        return assertInstanceOf(Outside.Refused.class, failure.getCause()).reason();
    }

    @Test
    @Tag("HK-7")
    void oneThatIsOpenEverywhereIsSpokenToByAddress() {
        assertEquals(OPEN + ":443", find(Set.of(), "https://open.example/a").toString());
        assertEquals(Outside.Reason.UNPROTECTED, refusal("http://open.example/a"));
        assertEquals(Outside.Reason.UNKNOWN, refusal("https://nowhere.example/a"));
    }

    @ParameterizedTest
    @Tag("HK-7")
    @ValueSource(strings = {"inner-last", "inner-first", "inner-six", "inner"})
    void oneAddressInsideIsEnoughToBeRefused(String name) {
        assertEquals(Outside.Reason.INTERNAL, refusal("https://" + name + ".example/a"));
        assertEquals(
                443,
                find(Set.of(name + ".example"), "https://" + name + ".example/a")
                        .port());
    }
}
