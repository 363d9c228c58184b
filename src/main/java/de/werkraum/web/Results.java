package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.event.Gathering;
import de.werkraum.event.Progress;
import de.werkraum.event.Recent;
import de.werkraum.export.Contents;
import de.werkraum.export.EventInput;
import de.werkraum.export.EventJson;
import de.werkraum.export.ExportInput;
import de.werkraum.press.Order;
import de.werkraum.press.Press;
import de.werkraum.problem.Problem;
import de.werkraum.store.PublicationStore.Publication;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What published events came to, for everybody: read and rendered once for all who ask within some seconds. Thread-safe. */
final class Results {
    /** All that one may take away, which is no more than the page says. */
    static final List<String> FORMATS = List.of("pdf", "docx", "odt", "xlsx", "csv", "md", "ics", "json");

    private final Stores stores;
    private final Gathering gathering;
    private final Press press;
    private final Recent<UUID, Material> materials;
    private final Recent<Page, Reply> pages;
    private final Recent<Document, Reply> documents;

    private record Page(UUID publication, String language) {}

    private record Document(UUID publication, String format, String language) {}

    /** What was read; who is not to be named is left out in the language of whoever asks. */
    private record Material(EventInput input, List<ExportInput.Person> unnamed) {
        EventInput in(String language) {
            return input.in(language).forEverybody(unnamed);
        }
    }

    Results(Stores stores, Gathering gathering, Press press, Clock clock, Limits.Afterwards limits) {
        this.stores = stores;
        this.gathering = gathering;
        this.press = press;
        // what is made may be made of what was read as long ago
        long lasts = TimeUnit.SECONDS.toMillis(limits.resultSeconds()) / 2;
        materials = new Recent<>(clock::millis, lasts, limits.resultsKept());
        pages = new Recent<>(clock::millis, lasts, limits.resultsKept());
        documents = new Recent<>(clock::millis, lasts, limits.resultsKept());
    }

    /** As the page shows it. */
    Future<Reply> page(Publication publication, String language) {
        return pages.of(new Page(publication.id(), language), () -> material(publication)
                .compose(material -> press.aside(() -> {
                    EventInput input = material.in(language);
                    return Reply.ok(new JsonObject(EventJson.tree(input))
                            .put("progress", ProgressRoute.steps(Progress.of(input)))
                            .put("publishedAt", publication.at().toString())
                            .put("names", publication.names())
                            .put("downloads", new JsonArray(publication.downloads() ? FORMATS : List.of())));
                })));
    }

    /** As a document. */
    Future<Reply> document(Publication publication, String format, String language) {
        return documents.of(
                new Document(publication.id(), format, language), () -> press.make(() -> material(publication)
                                .compose(material -> press.aside(() -> material.in(language)))
                                .map(input -> new Order.OfEvent(format, input)))
                        .map(ExportRoutes::reply));
    }

    private Future<Material> material(Publication publication) {
        return materials.of(
                publication.id(), () -> stores.events().get(publication.event()).compose(event -> gathering
                        .of(event.orElseThrow(Results::unknown), "", "de", Contents.ALL)
                        .compose(input -> unnamed(publication).map(unnamed -> new Material(input, unnamed)))));
    }

    private Future<List<ExportInput.Person>> unnamed(Publication publication) {
        return publication.names()
                ? Future.succeededFuture(List.of())
                : stores.members().namedIn(publication.event()).map(all -> all.stream()
                        .map(one -> new ExportInput.Person(one.name(), one.organisation(), false))
                        .toList());
    }

    static Problem unknown() {
        return Problem.notFound("There are no results at this address, or they were withdrawn.");
    }
}
