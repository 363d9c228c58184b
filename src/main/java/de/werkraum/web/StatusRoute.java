package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.access.Secrets;
import de.werkraum.event.StatusLinks;
import de.werkraum.plan.Status;
import de.werkraum.plan.StatusReport;
import de.werkraum.plan.Step;
import de.werkraum.problem.Problem;
import de.werkraum.room.Plans;
import de.werkraum.store.StatusLinkStore.Link;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /status/:status}: the steps of whoever is in charge, and how far they are, without an account. */
final class StatusRoute {
    private static final String PATH = "/status/:status";
    /** What may be said of a step; {@code same} leaves how far it is. */
    private static final List<String> STATUSES = List.of("same", "doing", "blocked", "done");
    /** Longer than ids of steps are, in characters. */
    private static final int STEP_CHARS = 200;

    private final Stores stores;
    private final Plans plans;
    private final StatusLinks links;
    private final Ids ids;
    private final Clock clock;
    private final Acts pace;
    private final WrongCodes wrong;
    private final Once once;
    private final Limits.Afterwards limits;

    StatusRoute(
            Stores stores,
            Plans plans,
            StatusLinks links,
            Ids ids,
            Clock clock,
            Acts pace,
            WrongCodes wrong,
            Once once,
            Limits.Afterwards limits) {
        this.stores = stores;
        this.plans = plans;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
        this.pace = pace;
        this.wrong = wrong;
        this.once = once;
        this.limits = limits;
    }

    void mount(Router api) {
        api.get(PATH).handler(Door.call(this::get));
        api.post(PATH).handler(Door.call(this::report));
    }

    private Future<Reply> get(RoutingContext context) {
        return find(context)
                .compose(link ->
                        stores.statusLinks().read(link.id(), clock.instant()).compose(noted -> present(link)));
    }

    private Future<Reply> report(RoutingContext context) {
        return find(context).compose(link -> {
            Body body = Body.of(context);
            StatusReport report = report(context, link, body);
            return once.asked(
                    context,
                    link.id(),
                    link.room(),
                    request -> links.report(link, report, request).compose(done -> present(link)),
                    made -> present(link));
        });
    }

    private StatusReport report(RoutingContext context, Link link, Body body) {
        String step = body.text("step", STEP_CHARS);
        String word = body.oneOf("status", STATUSES, "same");
        LocalDate due = body.optionalDate("due");
        String reason = body.optionalText("reason", limits.statusReasonChars());
        if (word.equals("same") && due == null && reason == null) {
            body.wrong("status", "status, due or reason is required");
        }
        if (word.equals("blocked") && reason == null) {
            body.wrong("reason", "is required: what is in the way?");
        }
        body.check();
        return new StatusReport(
                mark(context, link),
                link.id().toString(),
                step,
                Status.of(word),
                due,
                reason == null ? "" : reason,
                clock.instant());
    }

    /** What a repetition of the same request is known by. */
    private String mark(RoutingContext context, Link link) {
        return Once.mark(context)
                .map(mark -> UUID.nameUUIDFromBytes((link.id() + "/" + mark).getBytes(StandardCharsets.US_ASCII)))
                .orElseGet(ids::next)
                .toString();
    }

    private Future<Link> find(RoutingContext context) {
        return stores.statusLinks()
                .find(Secrets.hash(context.pathParam("status")))
                .map(found -> wrong.at(found, () -> Problem.notFound("There is no such status link, or not any more.")))
                .compose(link -> pace.pass(link.id()).map(may -> {
                    if (!link.endsAt().isAfter(clock.instant())) {
                        throw Problem.of(410, "linkOver", "This status link has ended")
                                .with(
                                        "sentence",
                                        Map.of(
                                                "de",
                                                "Dieser Link ist abgelaufen. Bitte fragen Sie nach einem neuen.",
                                                "en",
                                                "This link has ended. Please ask for a new one."));
                    }
                    return link;
                }));
    }

    private Future<Reply> present(Link link) {
        return stores.rooms().get(link.room()).compose(room -> plans.read(link.room())
                .map(at -> {
                    StoredRoom stored = room.orElseThrow(() -> Problem.notFound("There is no such room."));
                    var steps = new JsonArray();
                    StatusLinks.steps(link, at.plan()).forEach(step -> steps.add(json(step)));
                    return Reply.ok(new JsonObject()
                            .put(
                                    "title",
                                    at.plan().title().isBlank()
                                            ? stored.title()
                                            : at.plan().title())
                            .put("language", stored.language())
                            .put("responsible", link.responsible())
                            .put("endsAt", link.endsAt().toString())
                            .put("steps", steps));
                }));
    }

    private static JsonObject json(Step step) {
        return new JsonObject()
                .put("id", step.id())
                .put("title", step.title())
                .put("responsible", step.responsible())
                .put("result", step.result())
                .put("details", step.details().text().text())
                .put("due", RoomJson.text(step.due()))
                .put("status", step.status() == null ? null : step.status().code())
                .put(
                        "report",
                        step.unknown().get("report") instanceof Map<?, ?> report
                                ? new JsonObject(plain(report))
                                : null);
    }

    private static Map<String, Object> plain(Map<?, ?> tree) {
        var plain = new LinkedHashMap<String, Object>();
        tree.forEach((key, value) -> plain.put(String.valueOf(key), value));
        return plain;
    }
}
