package de.werkraum.web;

import de.werkraum.plan.Templates;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The answer of {@code GET /templates}. */
final class TemplateJson {
    private TemplateJson() {}

    static JsonArray list(Templates templates) {
        JsonArray list = new JsonArray();
        templates.toList().forEach(template -> list.add(new JsonObject(template)));
        return list;
    }
}
