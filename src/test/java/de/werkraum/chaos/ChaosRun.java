package de.werkraum.chaos;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every fault once on each PostgreSQL: {@code mvn -Pchaos verify}. Not among the ordinary tests, as it takes minutes.
 *
 * <ul>
 *   <li>{@code -Dchaos.seed=…} repeats the order of faults and the chances of a run;
 *   <li>{@code -Dchaos.faults=3} stops after that many faults on each PostgreSQL;
 *   <li>{@code -Dchaos.only='disk|amid'} takes those in whose name the regular expression is found;
 *   <li>{@code -Dchaos.long=true} also stops PostgreSQL for five minutes.
 * </ul>
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ChaosRun {
    private final long seed = Long.getLong("chaos.seed", System.nanoTime() % 1_000_000);

    @Test
    void postgresql15(@TempDir Path folder) {
        assertTrue(OwnPostgres.available(), "Debian's package postgresql-15 is needed");
        try (Postgres postgres = OwnPostgres.in(folder, new Random(seed))) {
            run(folder, postgres, Pattern.compile(System.getProperty("chaos.only", "")));
        }
    }

    /** What happens to PostgreSQL itself; how the server meets it can't depend on the version otherwise. */
    @ParameterizedTest
    @ValueSource(ints = {16, 17, 18})
    void laterPostgresql(int version, @TempDir Path folder) {
        try (Postgres postgres = OwnPostgres.in(folder, new Random(seed), Programs.of(version))) {
            run(folder, postgres, Pattern.compile("^(PostgreSQL|synchronous|all of)"));
        }
    }

    @Test
    void embedded(@TempDir Path folder) {
        try (Postgres postgres = EmbeddedPostgres.in(folder)) {
            run(folder, postgres, Pattern.compile(System.getProperty("chaos.only", "")));
        }
    }

    private void run(Path folder, Postgres postgres, Pattern only) {
        List<Fault> faults = new ArrayList<>(Fault.all(Boolean.getBoolean("chaos.long")));
        faults.removeIf(
                fault -> !fault.fits(postgres) || !only.matcher(fault.name()).find());
        Collections.shuffle(faults, new Random(seed));
        int count = Math.min(faults.size(), Integer.getInteger("chaos.faults", faults.size()));
        Chaos.say("Chaos on %s, seed %d, %d faults, %d editors, %d voters"
                .formatted(postgres.name(), seed, count, Crowd.EDITORS, Crowd.VOTERS));
        try (Chaos chaos = new Chaos(folder, postgres, seed)) {
            try {
                for (int round = 0; round < count; round++) {
                    chaos.suffer(faults.get(round), round);
                }
                chaos.end();
            } catch (RuntimeException | AssertionError e) {
                Chaos.say("The server's last log:\n" + chaos.log());
                throw e;
            }
        }
    }
}
