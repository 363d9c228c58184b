package de.werkraum.event;

import de.werkraum.plan.Source;
import de.werkraum.plan.Step;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Steps of the plenary as JSON, as far as whoever collects needs them. */
final class Steps {
    private Steps() {}

    static JsonObject tree(Step step) {
        JsonArray origins = new JsonArray();
        for (Source source : step.sources()) {
            origins.add(new JsonObject(source.tree()));
        }
        JsonObject json = new JsonObject()
                .put("id", step.id())
                .put("title", step.title())
                .put("details", step.details().text().text());
        if (step.responsible() != null) {
            json.put("responsible", step.responsible());
        }
        return json.put("origins", origins);
    }
}
