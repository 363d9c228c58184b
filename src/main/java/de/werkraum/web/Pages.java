package de.werkraum.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** The pages: what lies in {@code webroot}, from the folder where there is one, else from the jar. */
final class Pages {
    /** Asked for again at every visit, answered by 304 where nothing has changed. */
    private static final String FRESH = "no-cache";
    /** A visit asks for some eighty modules: on a phone network asking for each again would cost seconds. */
    private static final String BRIEF = "max-age=60, stale-while-revalidate=600";
    /** The name tells the content. */
    private static final String FOREVER = "max-age=31536000, immutable";

    private Pages() {}

    static void mount(Router router) {
        router.route()
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(Pages::caching)
                .handler(StaticHandler.create("webroot").setFilesReadOnly(false).setIncludeHidden(false));
    }

    private static void caching(RoutingContext context) {
        String path = context.normalizedPath();
        boolean page = path.endsWith("/") || path.endsWith(".html");
        String caching = path.startsWith("/vendor/chunk-") ? FOREVER : page ? FRESH : BRIEF;
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, caching);
        context.next();
    }
}
