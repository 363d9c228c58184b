package de.werkraum.web;

import de.werkraum.event.Gathering;
import de.werkraum.export.Contents;
import de.werkraum.press.Order;
import de.werkraum.press.Press;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code /events/:event/export}: what a whole event came to, as one document. */
final class EventExportRoute {
    static final List<String> LANGUAGES = List.of("de", "en");

    private final EventGate doors;
    private final Gathering gathering;
    private final Press press;

    EventExportRoute(EventGate doors, Gathering gathering, Press press) {
        this.doors = doors;
        this.gathering = gathering;
        this.press = press;
    }

    void mount(Router api) {
        api.get("/events/:event/export").handler(Door.call(this::export));
    }

    private Future<Reply> export(RoutingContext context) {
        String format = Query.word(context, "format", press.formats());
        String language = Query.word(context, "language", LANGUAGES);
        Contents contents = ExportRoutes.contents(context);
        return doors.reporter(context)
                .compose(reporter -> press.make(() -> gathering
                        .of(reporter.event(), reporter.name(), language, contents)
                        .map(input -> new Order.OfEvent(format, input))))
                .map(ExportRoutes::reply);
    }
}
