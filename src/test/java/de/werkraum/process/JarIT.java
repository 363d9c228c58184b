package de.werkraum.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Api;
import de.werkraum.support.ServerProcess;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, alone in an empty folder. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class JarIT {
    @Test
    void runsAlone(@TempDir Path folder) throws Exception {
        Map<String, String> environment = Map.of("WERKRAUM_ORGANISER_KEY", Workshop.KEY);
        try (ServerProcess server = ServerProcess.startJar(Path.of("target/werkraum.jar"), folder, environment)) {
            assertTrue(server.stdout().startsWith("Werkraum ready: http://127.0.0.1:"), server.stdout());
            for (String page : new String[] {"/", "/room.html", "/screen.html", "/organise.html", "/vendor/yjs.js"}) {
                assertEquals(200, status(server.base().resolve(page)), page);
            }
            assertEquals(
                    1,
                    Workshop.organiser(server.base()).get("/rooms").expect(200).size());
            int templates = Api.of(server.base()).get("/templates").expect(200).size();
            assertTrue(templates >= 10, templates + " templates");
            server.terminate();
            assertEquals(0, server.exitCode(Duration.ofSeconds(10)));
        }
    }

    private static int status(URI address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
