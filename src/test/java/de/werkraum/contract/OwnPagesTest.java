package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.TestServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages that are the operator's to answer for. */
class OwnPagesTest {
    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    @Tag("R-9")
    void filesFillTheTemplatesOrTakeTheirPlaceWithoutARestart() throws Exception {
        try (TestServer server = TestServer.start()) {
            Path folder = Files.createDirectory(server.dataFolder().resolve("pages"));
            assertTrue(page(server, "/privacy.html").contains("<mark>…</mark>"), "gaps are marked");
            Files.writeString(folder.resolve("operator.properties"), "name=Stadt Musterstadt <Amt 10>\n");
            String privacy = page(server, "/privacy.html");
            assertTrue(privacy.contains("Stadt Musterstadt &lt;Amt 10&gt;"), privacy);
            assertTrue(page(server, "/accessibility.html").contains("Stadt Musterstadt"));
            Files.writeString(folder.resolve("privacy.html"), "<!doctype html><title>Unsere Seite</title>");
            assertEquals("<!doctype html><title>Unsere Seite</title>", page(server, "/privacy.html"));
        }
    }

    @Test
    @Tag("R-9")
    void nothingIsAPageForBrowsersAndAProblemForPrograms() throws Exception {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> page = get(server, "/gibt/es/nicht", "text/html,*/*");
            HttpResponse<String> program = get(server, "/gibt/es/nicht", "*/*");
            HttpResponse<String> api = get(server, "/api/v1/gibt-es-nicht", "text/html");
            assertAll(
                    () -> assertEquals(404, page.statusCode()),
                    () -> assertTrue(page.body().contains("Hier ist nichts")),
                    () -> assertEquals(404, program.statusCode()),
                    () -> assertTrue(program.body().contains("\"code\"")),
                    () -> assertEquals(404, api.statusCode()),
                    () -> assertFalse(api.body().contains("<html")));
        }
    }

    private String page(TestServer server, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(server, path, "text/html");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("content-security-policy").isPresent());
        return answer.body();
    }

    private HttpResponse<String> get(TestServer server, String path, String accept)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.base().resolve(path))
                .header("Accept", accept)
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
