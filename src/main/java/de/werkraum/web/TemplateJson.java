package de.werkraum.web;

import de.werkraum.plan.Templates;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The answers of {@code GET /templates} and {@code GET /presets}. */
final class TemplateJson {
    private TemplateJson() {}

    static JsonArray list(Templates templates) {
        JsonArray list = new JsonArray();
        templates.toList().forEach(template -> list.add(new JsonObject(template)));
        return list;
    }

    static JsonArray presets(Templates templates) {
        JsonArray list = new JsonArray();
        templates.presets().forEach(preset -> list.add(new JsonObject(preset.toMap())));
        return list;
    }
}
