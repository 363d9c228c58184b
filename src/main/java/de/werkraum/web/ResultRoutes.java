package de.werkraum.web;

import de.werkraum.access.Secrets;
import de.werkraum.problem.Problem;
import de.werkraum.store.PublicationStore;
import de.werkraum.store.PublicationStore.Publication;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /results/:results}: what an event came to, for whoever knows the address. */
final class ResultRoutes {
    private final PublicationStore publications;
    private final Results results;
    private final WrongCodes wrong;

    ResultRoutes(PublicationStore publications, Results results, WrongCodes wrong) {
        this.publications = publications;
        this.results = results;
        this.wrong = wrong;
    }

    void mount(Router api) {
        api.get("/results/:results").handler(Door.call(this::page));
        api.get("/results/:results/:format").handler(Door.call(this::document));
    }

    private Future<Reply> page(RoutingContext context) {
        String language = Query.word(context, "language", EventExportRoute.LANGUAGES);
        return find(context).compose(publication -> results.page(publication, language));
    }

    private Future<Reply> document(RoutingContext context) {
        String format = context.pathParam("format");
        String language = Query.word(context, "language", EventExportRoute.LANGUAGES);
        return find(context).compose(publication -> {
            if (!publication.downloads() || !Results.FORMATS.contains(format)) {
                throw Problem.notFound("There is no such document of these results.");
            }
            return results.document(publication, format, language);
        });
    }

    private Future<Publication> find(RoutingContext context) {
        return publications
                .find(Secrets.hash(context.pathParam("results")))
                .map(found -> wrong.at(found, Results::unknown));
    }
}
