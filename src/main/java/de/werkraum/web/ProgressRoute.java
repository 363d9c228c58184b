package de.werkraum.web;

import de.werkraum.event.Gathering;
import de.werkraum.event.Progress;
import de.werkraum.export.Contents;
import de.werkraum.press.Press;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code /events/:event/progress}: how far the steps of an event are, for organisers. */
final class ProgressRoute {
    private final EventGate doors;
    private final Gathering gathering;
    private final Press press;

    ProgressRoute(EventGate doors, Gathering gathering, Press press) {
        this.doors = doors;
        this.gathering = gathering;
        this.press = press;
    }

    void mount(Router api) {
        api.get("/events/:event/progress").handler(Door.call(this::get));
    }

    private Future<Reply> get(RoutingContext context) {
        return doors.organiser(context)
                .compose(event -> gathering.of(event, "", "de", Contents.ALL))
                .compose(input -> press.aside(() -> Reply.ok(new JsonObject()
                        .put("event", input.event())
                        .put("title", input.title())
                        .put("at", input.at().toString())
                        .put("steps", steps(Progress.of(input))))));
    }

    static JsonArray steps(List<Progress.Entry> entries) {
        var steps = new JsonArray();
        entries.forEach(entry -> steps.add(new JsonObject(entry.tree())));
        return steps;
    }
}
