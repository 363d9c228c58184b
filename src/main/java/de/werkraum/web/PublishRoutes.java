package de.werkraum.web;

import de.werkraum.access.Claims;
import de.werkraum.access.Ids;
import de.werkraum.access.Secrets;
import de.werkraum.problem.Problem;
import de.werkraum.store.AuditStore;
import de.werkraum.store.PublicationStore.Publication;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /events/:event/publish}: showing everybody what an event came to, and no longer. */
final class PublishRoutes {
    private static final String PATH = "/events/:event/publish";

    private final EventGate doors;
    private final Stores stores;
    private final Addresses addresses;
    private final Ids ids;
    private final Clock clock;
    private final Once once;

    PublishRoutes(EventGate doors, Stores stores, Addresses addresses, Ids ids, Clock clock, Once once) {
        this.doors = doors;
        this.stores = stores;
        this.addresses = addresses;
        this.ids = ids;
        this.clock = clock;
        this.once = once;
    }

    void mount(Router api) {
        api.get(PATH).handler(Door.call(this::get));
        api.post(PATH).handler(Door.call(this::publish));
        api.delete(PATH).handler(Door.call(this::withdraw));
    }

    private Future<Reply> get(RoutingContext context) {
        return doors.organiser(context)
                .compose(event -> stores.publications().of(event.id()))
                .map(found -> Reply.ok(
                        found.map(PublishRoutes::json).orElseGet(() -> new JsonObject().put("published", false))));
    }

    private Future<Reply> publish(RoutingContext context) {
        return doors.organising(context).compose(organiser -> {
            Body body = Body.orEmpty(context);
            boolean names = body.bool("names", false);
            boolean downloads = body.bool("downloads", true);
            body.check();
            UUID event = organiser.event().id();
            String secret = addresses.secret(context, "results " + event);
            return once.asked(
                    context,
                    organiser.claims(),
                    request -> {
                        var publication = new Publication(
                                ids.next(), event, names, downloads, clock.instant(), pass(organiser.claims()), "");
                        return stores.publications()
                                .publish(publication, Secrets.hash(secret), request.orElse(null))
                                .compose(done -> shown(context, event, publication.id(), secret));
                    },
                    made -> shown(context, event, UUID.fromString(made.getString("publication")), secret));
        });
    }

    /** Who came by a pass; the server's organiser is nobody in particular. */
    private static @Nullable UUID pass(Claims claims) {
        return claims.event() == null ? null : claims.member();
    }

    /** With its address, this once; another one in its place has another. */
    private Future<Reply> shown(RoutingContext context, UUID event, UUID id, String secret) {
        return stores.publications().of(event).map(found -> {
            Publication publication = found.filter(one -> one.id().equals(id))
                    .orElseThrow(() -> Problem.notFound("These results were withdrawn, or published anew."));
            return Reply.created(json(publication).put("url", addresses.base(context) + "/results.html#" + secret));
        });
    }

    private Future<Reply> withdraw(RoutingContext context) {
        return doors.organiser(context)
                .compose(event -> stores.publications().withdraw(event.id()))
                .map(done -> Reply.none(done, () -> Problem.notFound("Nothing is published.")));
    }

    private static JsonObject json(Publication publication) {
        return new JsonObject()
                .put("published", true)
                .put("at", publication.at().toString())
                .put(
                        "by",
                        publication.by() == null
                                ? null
                                : AuditRoute.person(new AuditStore.Person(publication.by(), publication.byName())))
                .put("names", publication.names())
                .put("downloads", publication.downloads());
    }
}
