package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.event.Merging;
import de.werkraum.event.Plenary;
import de.werkraum.event.Taking;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@code /events/:event/collect}: steps of the rooms become the plenary's plan. */
final class CollectRoutes {
    /** Most steps that one poll gives the plenary: as many as a poll has options. */
    private static final int MOST_BEST = 100;

    /** Most sources whose change is taken at once: all of a congress of 24 rooms, ten times over. */
    private static final int MOST_NAMED = 3_000;

    /** Longest id of a step; ours have 36, other clients make their own. */
    private static final int ID_CHARS = 64;

    /** Most steps that become one. */
    private static final int MOST_MERGED = 100;

    private final EventGate doors;
    private final Plenary plenary;
    private final Ids ids;
    private final Limits.Events limits;
    private final Limits.Texts texts;

    CollectRoutes(EventGate doors, Plenary plenary, Ids ids, Limits.Events limits, Limits.Texts texts) {
        this.doors = doors;
        this.plenary = plenary;
        this.ids = ids;
        this.limits = limits;
        this.texts = texts;
    }

    void mount(Router api) {
        api.get("/events/:event/collect").handler(Door.call(this::get));
        api.post("/events/:event/collect").handler(Door.call(this::collect));
        api.post("/events/:event/collect/changes").handler(Door.call(this::renew));
        api.get("/events/:event/alike").handler(Door.call(this::alike));
        api.post("/events/:event/merge").handler(Door.call(this::merge));
    }

    private Future<Reply> get(RoutingContext context) {
        return doors.organiser(context).compose(plenary::state).map(Reply::ok);
    }

    /** The same request again is the same act. */
    private UUID act(RoutingContext context) {
        return Once.mark(context).orElseGet(ids::next);
    }

    private Future<Reply> collect(RoutingContext context) {
        return doors.organiser(context).compose(event -> {
            Body body = Body.of(context);
            Taking taking = taking(body);
            List<UUID> sessions = new ArrayList<>();
            for (String session : body.texts("sessions", limits.sessionsPerEvent())) {
                Ids.parse(session).ifPresentOrElse(sessions::add, () -> body.wrong("sessions", "must hold ids"));
            }
            body.check();
            return plenary.collect(act(context), event, sessions, taking)
                    .compose(done -> plenary.state(event).map(state -> Reply.ok(told(done, state))));
        });
    }

    private static Taking taking(Body body) {
        Object take = body.json().getValue("take");
        if ("agreed".equals(take)) {
            return new Taking.Agreed();
        }
        if (take instanceof JsonObject) {
            Body part = body.part("take");
            return new Taking.Best(part.optionalId("poll"), part.whole("best", 1, MOST_BEST, 1));
        }
        body.wrong("take", "must be \"agreed\" or {poll, best}");
        return new Taking.Agreed();
    }

    private static JsonObject told(Plenary.Done done, JsonObject state) {
        return new JsonObject()
                .put("act", done.act().toString())
                .put("version", done.version().toString())
                .mergeIn(done.told())
                .mergeIn(state);
    }

    private Future<Reply> renew(RoutingContext context) {
        return doors.organiser(context).compose(event -> {
            Body body = Body.of(context);
            List<Plenary.Named> named = new ArrayList<>();
            for (Body one : body.parts("changes", MOST_NAMED)) {
                named.add(new Plenary.Named(
                        one.text("step", ID_CHARS), one.text("room", ID_CHARS), one.text("source", ID_CHARS)));
            }
            body.check();
            return plenary.renew(act(context), event, named)
                    .compose(done -> plenary.state(event).map(state -> Reply.ok(told(done, state))));
        });
    }

    private Future<Reply> alike(RoutingContext context) {
        return doors.organiser(context).compose(plenary::alike).map(Reply::ok);
    }

    private Future<Reply> merge(RoutingContext context) {
        return doors.organiser(context).compose(event -> {
            Body body = Body.of(context);
            String keep = body.text("keep", ID_CHARS);
            List<String> others = body.texts("steps", MOST_MERGED).stream()
                    .filter(step -> !step.equals(keep))
                    .distinct()
                    .toList();
            String title = body.optionalText("title", texts.titleChars());
            String responsible = body.optionalText("responsible", texts.titleChars());
            if (others.isEmpty()) {
                body.wrong("steps", "must name a step besides the one that stays");
            }
            body.check();
            return plenary.merge(act(context), event, new Merging.Wish(keep, others, title, responsible))
                    .compose(done -> plenary.state(event).map(state -> Reply.ok(told(done, state))));
        });
    }
}
