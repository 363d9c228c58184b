package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Secrets;
import de.werkraum.event.StatusLinks;
import de.werkraum.plan.Plan;
import de.werkraum.plan.Step;
import de.werkraum.problem.Problem;
import de.werkraum.room.Founding;
import de.werkraum.room.Plans;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.StatusLinkStore;
import de.werkraum.store.StatusLinkStore.Link;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /rooms/:room/status-links}: addresses by which whoever is in charge reports; moderators make, see and end them. */
final class StatusLinkRoutes {
    private static final String PATH = "/rooms/:room/status-links";
    private static final int DAYS = 365;

    private final Gate gate;
    private final StatusLinkStore store;
    private final Plans plans;
    private final Addresses addresses;
    private final Founding founding;
    private final Limits limits;
    private final Once once;

    StatusLinkRoutes(
            Gate gate,
            StatusLinkStore store,
            Plans plans,
            Addresses addresses,
            Founding founding,
            Limits limits,
            Once once) {
        this.gate = gate;
        this.store = store;
        this.plans = plans;
        this.addresses = addresses;
        this.founding = founding;
        this.limits = limits;
        this.once = once;
    }

    void mount(Router api) {
        api.get(PATH).handler(Door.call(this::list));
        api.post(PATH).handler(Door.call(this::create));
        api.delete(PATH + "/:link").handler(Door.call(this::revoke));
    }

    private Future<Reply> list(RoutingContext context) {
        return gate.moderator(context)
                .compose(caller -> store.list(caller.member().room()))
                .map(links -> Reply.list(links, StatusLinkRoutes::json));
    }

    /** Whom a link is for, and how long. */
    private record Wish(@Nullable List<String> steps, @Nullable String responsible, int days) {}

    private Future<Reply> create(RoutingContext context) {
        return gate.moderator(context).compose(caller -> {
            Wish wish = wish(Body.of(context));
            UUID room = caller.member().room();
            String secret = addresses.secret(context, "status " + room);
            return plans.read(room)
                    .compose(at -> once.asked(
                            context,
                            caller,
                            by -> {
                                Link link = link(wish, at.plan(), caller);
                                AuditEntry note = founding.note(caller.member(), "statusLinkMade")
                                        .with("link", link.id().toString())
                                        .asked(by.request());
                                return store.create(
                                                link,
                                                Secrets.hash(secret),
                                                limits.afterwards().statusLinksPerRoom(),
                                                note)
                                        .map(made -> shown(context, made, link, secret));
                            },
                            made -> store.get(UUID.fromString(made.getString("link")))
                                    .map(found -> shown(
                                            context, true, found.orElseThrow(StatusLinkRoutes::unknown), secret))));
        });
    }

    private Wish wish(Body body) {
        List<String> steps = body.texts("steps", limits.imports().importSteps());
        String responsible = body.optionalText("responsible", limits.texts().titleChars());
        int days = body.whole("days", 1, limits.afterwards().statusLinkDays(), DAYS);
        if (steps.isEmpty() == (responsible == null)) {
            body.wrong("steps", "either steps or responsible is required");
        }
        body.check();
        return new Wish(steps.isEmpty() ? null : List.copyOf(Set.copyOf(steps)), responsible, days);
    }

    private Link link(Wish wish, Plan plan, Caller by) {
        Instant now = founding.clock().instant();
        List<String> steps = wish.steps();
        if (steps != null) {
            Set<String> known = plan.steps().stream().map(Step::id).collect(Collectors.toSet());
            if (!known.containsAll(steps)) {
                throw Problem.invalid("invalid", "/steps", "must be steps of the plan");
            }
        }
        var link = new Link(
                founding.ids().next(),
                by.member().room(),
                steps,
                wish.responsible(),
                by.id(),
                now,
                now.plus(Duration.ofDays(wish.days())),
                null,
                null);
        if (StatusLinks.steps(link, plan).isEmpty()) {
            throw Problem.told(
                    "noSteps",
                    "/responsible",
                    "Für niemanden dieses Namens steht ein Schritt im Plan.",
                    "No step of the plan has somebody of that name in charge.");
        }
        return link;
    }

    private Reply shown(RoutingContext context, boolean made, Link link, String secret) {
        if (!made) {
            throw Problem.conflict("tooManyLinks", "There are too many status links; revoke some.");
        }
        return Reply.created(json(link).put("url", addresses.base(context) + "/status.html#" + secret));
    }

    private Future<Reply> revoke(RoutingContext context) {
        UUID id = Gate.id(context, "link");
        return gate.moderator(context)
                .compose(caller -> store.revoke(
                        caller.member().room(),
                        id,
                        founding.note(caller.member(), "statusLinkRevoked").with("link", id.toString())))
                .map(revoked -> Reply.none(revoked, StatusLinkRoutes::unknown));
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such status link.");
    }

    private static JsonObject json(Link link) {
        return new JsonObject()
                .put("id", link.id().toString())
                .put("steps", link.steps() == null ? null : new JsonArray(link.steps()))
                .put("responsible", link.responsible())
                .put("member", link.by().toString())
                .put("createdAt", link.createdAt().toString())
                .put("endsAt", link.endsAt().toString())
                .put("readAt", RoomJson.text(link.readAt()))
                .put("reportedAt", RoomJson.text(link.reportedAt()));
    }
}
