package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.TestServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as the build has made them: few files whose names tell their content, compressed beforehand. */
class PagesTest {
    /** Pages that many open at once in a hall: each file more is a trip more. Others share more with each other. */
    private static final Set<String> JOINED_BY = Set.of("/", "/room.html", "/screen.html", "/event.html");

    private static final Pattern ASSET = Pattern.compile("/assets/[^\"]+\\.(?:js|css)");
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/room.html",
                "/screen.html",
                "/event.html",
                "/organise.html",
                "/programme.html",
                "/progress.html"
            })
    void pagesAreAskedForAgainAndTheirFilesKept(String page) throws Exception {
        HttpResponse<byte[]> answer = get(page, "identity", "");
        assertEquals("no-cache", header(answer, "cache-control"));
        String tag = header(answer, "etag");
        assertEquals(304, get(page, "identity", tag).statusCode());
        String html = new String(answer.body(), StandardCharsets.UTF_8);
        assertFalse(html.contains("\"/app/") || html.contains("/styles/"), html);
        assertTrue(header(answer, "content-security-policy").contains("default-src 'none'"));
        Matcher assets = ASSET.matcher(html);
        int found = 0;
        while (assets.find()) {
            HttpResponse<byte[]> asset = get(assets.group(), "br", "");
            assertEquals(200, asset.statusCode(), assets.group());
            assertEquals("max-age=31536000, immutable", header(asset, "cache-control"));
            assertEquals("nosniff", header(asset, "x-content-type-options"));
            found++;
        }
        assertTrue(found >= 2 && found <= (JOINED_BY.contains(page) ? 6 : 12), found + " files of " + page);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "br, gzip|br",
                "gzip, deflate|gzip",
                "GZIP;q=0.5|gzip",
                "br;q=0, gzip|gzip",
                "br;q=0.000|''",
                "identity|''",
                "''|''",
                "brotli|''"
            })
    void whatTheBrowserTakesDecidesTheCopy(String accepted, String coding) throws Exception {
        HttpResponse<byte[]> answer = get("/room.html", accepted, "");
        String given =
                answer.headers().firstValue("content-encoding").orElse("").replace("identity", "");
        assertEquals(coding, given);
        assertEquals("accept-encoding", header(answer, "vary"));
        assertEquals(String.valueOf(answer.body().length), header(answer, "content-length"));
    }

    @Test
    void copiesHoldTheSame() throws Exception {
        byte[] plain = get("/room.html", "identity", "").body();
        byte[] gzip = get("/room.html", "gzip", "").body();
        assertArrayEquals(plain, new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes());
        assertTrue(get("/room.html", "br", "").body().length < plain.length);
    }

    @Test
    void sourcesCanBeReadBesideThem() throws Exception {
        HttpResponse<byte[]> source = get("/app/dom.js", "identity", "");
        assertEquals(200, source.statusCode());
        assertTrue(new String(source.body(), StandardCharsets.UTF_8).contains("/**"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static HttpResponse<byte[]> get(String path, String accepted, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.base().resolve(path));
        if (!accepted.isEmpty()) {
            request.header("Accept-Encoding", accepted);
        }
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertTrue(answer.headers().firstValue("set-cookie").isEmpty(), path + " sets a cookie");
        return answer;
    }
}
