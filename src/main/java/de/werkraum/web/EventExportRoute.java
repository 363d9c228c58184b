package de.werkraum.web;

import de.werkraum.event.Gathering;
import de.werkraum.export.Contents;
import de.werkraum.export.Exports;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** {@code /events/:event/export}: what a whole event came to, as one document. */
final class EventExportRoute {
    static final List<String> LANGUAGES = List.of("de", "en");

    private final EventGate doors;
    private final Gathering gathering;
    private final Exports exports;
    private final WorkerExecutor worker;

    EventExportRoute(EventGate doors, Gathering gathering, Exports exports, WorkerExecutor worker) {
        this.doors = doors;
        this.gathering = gathering;
        this.exports = exports;
        this.worker = worker;
    }

    void mount(Router api) {
        api.get("/events/:event/export").handler(Door.call(this::export));
    }

    private Future<Reply> export(RoutingContext context) {
        String format = Query.word(context, "format", exports.formats());
        String language = Query.word(context, "language", LANGUAGES);
        Contents contents = ExportRoutes.contents(context);
        return doors.reporter(context)
                .compose(reporter -> gathering.of(reporter.event(), reporter.name(), language, contents))
                .compose(input -> worker.executeBlocking(
                        () -> exports.render(format, input).orElseThrow(), false))
                .map(ExportRoutes::reply);
    }
}
