package de.werkraum.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.store.embedded.EmbeddedDatabase;
import de.werkraum.support.Api;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tarball takes over a data folder with an embedded PostgreSQL that holds what the first version wrote: {@code mvn -Ppackage verify}. The folder
 * itself is made by this version's embedded PostgreSQL; only the content is old, as {@code pg_dump} took it out of the first version's. So a change of
 * the folder's own layout, or of PostgreSQL's major version, is not seen here.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class UpgradeRun {
    @Test
    void aDataFolderOfTheFirstVersionIsTakenOver(@TempDir Path folder, @TempDir Path unpacked) throws Exception {
        EmbeddedDatabase first = EmbeddedDatabase.start(folder.resolve("data"));
        try {
            UpgradeTest.write(first.url());
        } finally {
            first.close();
        }
        Path launcher = TarballRun.unpack(unpacked).resolve("bin/werkraum");
        Map<String, String> settings =
                Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY, "WERKRAUM_RETENTION_DAYS", "36500");
        try (ServerProcess server = ServerProcess.startProgram(launcher, folder, settings)) {
            String room = Workshop.organiser(server.base())
                    .get("/rooms")
                    .expect(200)
                    .get(0)
                    .get("id")
                    .asText();
            Api mona = UpgradeTest.join(server.base(), UpgradeTest.MODERATORS, "Mona");
            UpgradeTest.readsAsItDid(mona.get("/rooms/" + room + "/plan").expect(200));
            server.terminate();
            assertEquals(0, server.exitCode(Duration.ofSeconds(30)));
        }
    }
}
