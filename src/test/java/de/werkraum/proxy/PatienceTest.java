package de.werkraum.proxy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The server speaks before any proxy's patience ends: an hour of silence is made of these. */
class PatienceTest {
    private static final Pattern TIMEOUT =
            Pattern.compile("(?m)^ *(?:proxy_read_timeout|timeout (?:client|server|tunnel)) +(\\d+)s");
    /** nginx' and HAProxy's own, the shortest seen (Apache has 60 or 300 s, Caddy none, Squid 900 s). */
    private static final List<Integer> SHIPPED = List.of(60, 50);
    /** A beat may get lost with its connection's last packet, and the next may be late. */
    private static final int BEATS = 3;

    @Test
    void threeBeatsFitIntoTheShortestTimeOut() throws Exception {
        List<Integer> seconds = TIMEOUT.matcher(Files.readString(Path.of("src/docs/OPERATIONS.md")))
                .results()
                .map((MatchResult timeout) -> Integer.valueOf(timeout.group(1)))
                .toList();
        assertTrue(seconds.size() >= 4, seconds + " in OPERATIONS");
        Limits limits = Limits.standard();
        int silence = Math.max(limits.visits().beatSeconds(), limits.rooms().heartbeatSeconds());
        for (List<Integer> timeouts : List.of(seconds, SHIPPED)) {
            for (int timeout : timeouts) {
                assertTrue(BEATS * silence < timeout, silence + " s of silence, cut after " + timeout);
            }
        }
    }
}
