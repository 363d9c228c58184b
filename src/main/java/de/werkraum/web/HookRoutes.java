package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.access.Secrets;
import de.werkraum.hook.Answer;
import de.werkraum.hook.Courier;
import de.werkraum.hook.Kind;
import de.werkraum.hook.Signature;
import de.werkraum.problem.Problem;
import de.werkraum.store.HookStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /hooks}: other servers that are told of acts. */
final class HookRoutes {
    /** Longer than addresses are, in characters. */
    private static final int LONGEST_URL = 2_000;
    /** Longer than secrets of 64 bytes are. */
    private static final int LONGEST_SECRET = 100;

    private final Gate gate;
    private final HookStore store;
    private final Courier courier;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;
    private final Limits.Hooks limits;
    private final Once once;

    HookRoutes(
            Gate gate,
            HookStore store,
            Courier courier,
            Secrets secrets,
            Ids ids,
            Clock clock,
            Limits.Hooks limits,
            Once once) {
        this.gate = gate;
        this.store = store;
        this.courier = courier;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
        this.once = once;
    }

    void mount(Router api) {
        api.get("/hooks").handler(Door.call(this::list));
        api.post("/hooks").handler(Door.call(this::create));
        api.get("/hooks/:hook").handler(Door.call(this::get));
        api.delete("/hooks/:hook").handler(Door.call(this::delete));
        api.post("/hooks/:hook/probe").handler(Door.call(this::probe));
        api.post("/hooks/:hook/resume").handler(Door.call(this::resume));
    }

    private Future<Reply> list(RoutingContext context) {
        return gate.organiser(context).compose(organiser -> store.list()).map(all -> Reply.list(all, HookRoutes::json));
    }

    /** What is asked for. */
    private record Wish(String url, byte[] secret, boolean given, List<String> events, @Nullable UUID room) {}

    private Future<Reply> create(RoutingContext context) {
        return gate.organiser(context).compose(organiser -> {
            Wish wish = wish(context);
            return once.asked(
                    context,
                    organiser,
                    request -> courier.check(wish.url()).compose(place -> {
                        HookStore.Hook hook = new HookStore.Hook(
                                ids.next(),
                                wish.url(),
                                secrets.seal(wish.secret()),
                                wish.events(),
                                wish.room(),
                                clock.instant());
                        return store.create(hook, limits.hooksInAll(), request.orElse(null))
                                .compose(created -> created
                                        ? made(hook.id(), wish)
                                        : Future.failedFuture(Problem.conflict(
                                                "tooManyHooks", "There are too many hooks; delete some.")));
                    }),
                    made -> made(UUID.fromString(made.getString("hook")), wish));
        });
    }

    private Wish wish(RoutingContext context) {
        Body body = Body.of(context);
        String url = body.text("url", LONGEST_URL);
        String given = body.optionalText("secret", LONGEST_SECRET);
        List<String> events =
                body.has("events") ? body.texts("events", Kind.all().size()) : Kind.all();
        if (events.isEmpty() || !Kind.all().containsAll(events)) {
            body.wrong("events", "must be some of " + String.join(", ", Kind.all()));
        }
        UUID room = body.optionalId("room");
        byte[] secret = given == null
                ? Once.secret(context, secrets, "hook " + url)
                : Signature.secret(given).orElse(new byte[0]);
        if (secret.length == 0) {
            body.wrong("secret", "must be whsec_ and 24 to 64 bytes in Base64");
        }
        body.check();
        return new Wish(url, secret, given != null, List.copyOf(events), room);
    }

    /** Shows the secret, this once, to whom has not brought it. */
    private Future<Reply> made(UUID id, Wish wish) {
        return find(id).map(state -> {
            JsonObject json = json(state);
            return Reply.created(wish.given() ? json : json.put("secret", Signature.shown(wish.secret())));
        });
    }

    private Future<Reply> get(RoutingContext context) {
        UUID id = Gate.id(context, "hook");
        return gate.organiser(context).compose(organiser -> whole(id));
    }

    private Future<Reply> whole(UUID id) {
        return find(id).compose(state -> store.answers(id).map(answers -> {
            JsonArray list = new JsonArray();
            answers.forEach(answer -> list.add(new JsonObject()
                    .put("at", answer.at().toString())
                    .put("event", answer.act())
                    .put("status", answer.status())
                    .put("reason", answer.reason())
                    .put("millis", answer.millis())));
            return Reply.ok(json(state).put("answers", list));
        }));
    }

    private Future<Reply> delete(RoutingContext context) {
        UUID id = Gate.id(context, "hook");
        return gate.organiser(context)
                .compose(organiser -> store.delete(id))
                .map(deleted -> Reply.none(deleted, HookRoutes::unknown));
    }

    private Future<Reply> probe(RoutingContext context) {
        UUID id = Gate.id(context, "hook");
        return gate.organiser(context)
                .compose(organiser -> find(id))
                .compose(state -> courier.probe(state.hook(), ids.next()))
                .map(answer -> Reply.ok(json(answer)));
    }

    private Future<Reply> resume(RoutingContext context) {
        UUID id = Gate.id(context, "hook");
        return gate.organiser(context)
                .compose(organiser -> store.resume(id, clock.instant()))
                .compose(done -> whole(id));
    }

    private Future<HookStore.State> find(UUID id) {
        return store.get(id).map(found -> found.orElseThrow(HookRoutes::unknown));
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such hook.");
    }

    private static JsonObject json(Answer answer) {
        return new JsonObject()
                .put("status", answer.status())
                .put("reason", answer.reason().wire())
                .put("millis", answer.millis());
    }

    private static JsonObject json(HookStore.State state) {
        HookStore.Hook hook = state.hook();
        boolean failing = state.failingSince() != null;
        return new JsonObject()
                .put("id", hook.id().toString())
                .put("url", hook.url())
                .put("events", new JsonArray(hook.events()))
                .put("room", RoomJson.text(hook.room()))
                .put("createdAt", hook.createdAt().toString())
                .put("state", state.pausedAt() != null ? "paused" : failing ? "failing" : "working")
                .put("waiting", state.waiting())
                .put("failingSince", failing ? String.valueOf(state.failingSince()) : null)
                .put("pausedAt", RoomJson.text(state.pausedAt()))
                .put(
                        "nextTry",
                        failing && state.pausedAt() == null ? state.due().toString() : null);
    }
}
