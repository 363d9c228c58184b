package de.werkraum.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** {@code GET /api/v1/openapi.json}: every call of this server as OpenAPI 3.1, from the resource of that name. */
final class OpenApiRoute {
    private final Reply description;

    OpenApiRoute() {
        try (InputStream resource = OpenApiRoute.class.getResourceAsStream("/openapi.json")) {
            if (resource == null) {
                throw new IllegalStateException("openapi.json is missing from the class path");
            }
            description =
                    new Reply(200, Map.of("Content-Type", "application/json"), Buffer.buffer(resource.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mount(Router api) {
        api.get("/openapi.json").handler(Door.call(context -> Future.succeededFuture(description)));
    }
}
