package de.werkraum.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages. The build bundles and compresses what lies in {@code webroot} ({@code src/main/npm/pages.js}); that is served from memory. What it
 * has not bundled, and all where it has bundled nothing, is served as it lies in {@code webroot}: from the folder where there is one, else from the
 * jar. Vert.x' own handler for files knows no compressed copies, and the server would compress the same bytes again for each visitor.
 */
final class Pages {
    /** Asked for again at every visit, answered by 304 where nothing has changed. */
    private static final String FRESH = "no-cache";
    /** Sources, while somebody works on them. */
    private static final String BRIEF = "max-age=60, stale-while-revalidate=600";
    /** The name tells the content. */
    private static final String FOREVER = "max-age=31536000, immutable";

    /** Where what is not a page lies. */
    static final String FILES = "/assets/";

    private static final String BUNDLED = "/pages/";
    private static final CharSequence IDENTITY = HttpHeaders.createOptimized("identity");

    private final Map<String, Page> pages;

    /**
     * A file and its compressed copies.
     *
     * @param tag quoted, as {@code ETag} has it
     */
    private record Page(
            String type, String tag, boolean forever, Buffer plain, @Nullable Buffer brotli, @Nullable Buffer gzip) {
        static Page of(JsonObject entry) {
            return new Page(
                    entry.getString("type"),
                    '"' + entry.getString("etag") + '"',
                    entry.getBoolean("forever"),
                    file(entry.getString("file")),
                    entry.containsKey("br") ? file(entry.getString("br")) : null,
                    entry.containsKey("gz") ? file(entry.getString("gz")) : null);
        }

        private static Buffer file(String name) {
            return resource("files/" + name).orElseThrow();
        }
    }

    private Pages(Map<String, Page> pages) {
        this.pages = pages;
    }

    /** Reads what the build has bundled, some 500 KB; nothing where it has bundled nothing. Blocks. */
    static Pages read() {
        Map<String, Page> pages = new HashMap<>();
        resource("pages.json").ifPresent(list -> list.toJsonObject()
                .forEach(entry -> pages.put(entry.getKey(), Page.of((JsonObject) entry.getValue()))));
        return new Pages(Map.copyOf(pages));
    }

    private static Optional<Buffer> resource(String name) {
        try (InputStream stream = Pages.class.getResourceAsStream(BUNDLED + name)) {
            return stream == null ? Optional.empty() : Optional.of(Buffer.buffer(stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a page before anything is compressed, from the build or from the sources. */
    Future<Buffer> source(Vertx vertx, String path) {
        Page page = pages.get(path);
        return page == null ? vertx.fileSystem().readFile("webroot" + path) : Future.succeededFuture(page.plain());
    }

    void mount(Router router) {
        router.route()
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::bundled)
                .handler(Pages::caching)
                .handler(StaticHandler.create("webroot").setFilesReadOnly(false).setIncludeHidden(false));
    }

    private void bundled(RoutingContext context) {
        Page page = pages.get(context.normalizedPath());
        if (page == null) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, page.forever() ? FOREVER : FRESH)
                .putHeader(HttpHeaders.ETAG, page.tag());
        if (page.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, page.type())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        Buffer body = negotiate(page, accepted(request), response);
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static String accepted(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted == null ? "" : accepted;
    }

    /** A set encoding, "identity" too, keeps the server from compressing by itself. */
    private static Buffer negotiate(Page page, String accepted, HttpServerResponse response) {
        if (page.brotli() != null && takes(accepted, "br")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "br");
            return page.brotli();
        }
        if (page.gzip() != null && takes(accepted, "gzip")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            return page.gzip();
        }
        response.putHeader(HttpHeaders.CONTENT_ENCODING, IDENTITY);
        return page.plain();
    }

    /** Whether a coding is listed, and not with a weight of nothing (RFC 9110, 12.5.3). */
    private static boolean takes(String accepted, String coding) {
        for (String part : accepted.split(",", -1)) {
            String[] words = part.strip().split("\\s*;\\s*", -1);
            if (words[0].equalsIgnoreCase(coding)) {
                return words.length == 1 || !words[1].matches("(?i)q=0(\\.0{0,3})?");
            }
        }
        return false;
    }

    private static void caching(RoutingContext context) {
        String path = context.normalizedPath();
        boolean page = path.endsWith("/") || path.endsWith(".html");
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, page ? FRESH : BRIEF);
        context.next();
    }
}
