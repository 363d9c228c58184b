package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.poll.PollActs;
import de.werkraum.poll.Polls;
import de.werkraum.problem.Problem;
import de.werkraum.room.Rooms;
import de.werkraum.store.Actor;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /rooms/:room/polls}: polls and ballots. */
final class PollRoutes {
    private static final int NAMED = 10_000;

    private final Gate gate;
    private final Scripts scripts;
    private final Rooms rooms;
    private final Limits.Texts limits;
    private final Once once;

    PollRoutes(Gate gate, Scripts scripts, Rooms rooms, Limits.Texts limits, Once once) {
        this.gate = gate;
        this.scripts = scripts;
        this.rooms = rooms;
        this.limits = limits;
        this.once = once;
    }

    void mount(Router api) {
        String polls = "/rooms/:room/polls";
        String poll = polls + "/:poll";
        api.get(polls).handler(Door.call(this::list));
        api.post(polls).handler(Door.call(this::create));
        api.get(poll).handler(Door.call(this::get));
        api.patch(poll).handler(Door.call(this::patch));
        api.delete(poll).handler(Door.call(this::delete));
        api.put(poll + "/ballot").handler(Door.call(this::ballot));
        api.get(poll + "/missing").handler(Door.call(this::missing));
        api.post(poll + "/open").handler(Door.call(this::open));
        api.post(poll + "/close").handler(Door.call(context -> act(context, () -> PollActs::close)));
        api.post(poll + "/reveal").handler(Door.call(context -> act(context, () -> PollActs::reveal)));
        api.post(poll + "/cancel").handler(Door.call(this::cancel));
        api.post(poll + "/admit").handler(Door.call(this::admit));
        api.post(poll + "/runoff").handler(Door.call(this::runoff));
        api.post(poll + "/repeat").handler(Door.call(this::repeat));
    }

    private Future<Reply> list(RoutingContext context) {
        return scripts.member(context)
                .compose(
                        caller -> at(caller, polls -> Future.succeededFuture(Reply.json(polls.list(caller.member())))));
    }

    private Future<Reply> get(RoutingContext context) {
        UUID id = Gate.id(context, "poll");
        return scripts.member(context)
                .compose(caller ->
                        at(caller, polls -> Future.succeededFuture(Reply.json(polls.text(id, caller.member())))));
    }

    private Future<Reply> create(RoutingContext context) {
        return gate.moderator(context).compose(caller -> {
            JsonObject tree = Body.of(context).json();
            return made(context, caller, (acts, by) -> acts.create(tree, by));
        });
    }

    /** Makes a draft. */
    private interface Making {
        Future<UUID> by(PollActs acts, Actor by);
    }

    private Future<Reply> made(RoutingContext context, Caller caller, Making making) {
        return once.asked(
                context,
                caller,
                by -> at(caller, polls -> making.by(polls.acts(), by)
                        .map(id -> Reply.created(polls.get(id, caller.member())))),
                made -> at(caller, polls -> polls.sure()
                        .map(sure ->
                                Reply.created(polls.get(UUID.fromString(made.getString("poll")), caller.member())))));
    }

    private Future<Reply> patch(RoutingContext context) {
        UUID id = Gate.id(context, "poll");
        return gate.moderator(context).compose(caller -> {
            JsonObject tree = Body.of(context).json();
            return at(caller, polls -> polls.acts()
                    .patch(id, tree, caller.member())
                    .map(done -> Reply.ok(polls.get(id, caller.member()))));
        });
    }

    private Future<Reply> delete(RoutingContext context) {
        UUID id = Gate.id(context, "poll");
        return gate.moderator(context)
                .compose(caller -> at(
                        caller,
                        polls -> polls.acts().delete(id, caller.member()).map(done -> Reply.none())));
    }

    private Future<Reply> ballot(RoutingContext context) {
        UUID id = Gate.id(context, "poll");
        return gate.member(context).compose(caller -> {
            JsonObject tree = Body.of(context).json();
            return at(caller, polls -> polls.cast(id, caller.member(), tree.getValue("choices")))
                    .map(receipt -> {
                        JsonObject json = new JsonObject();
                        receipt.ifPresent(value -> json.put("receipt", value.toString()));
                        return Reply.ok(json);
                    });
        });
    }

    private Future<Reply> missing(RoutingContext context) {
        UUID id = Gate.id(context, "poll");
        return gate.moderator(context)
                .compose(caller -> at(caller, polls -> polls.acts().missing(id, caller.member())))
                .map(Reply::ok);
    }

    private Future<Reply> open(RoutingContext context) {
        UUID id = Gate.id(context, "poll");
        return gate.moderator(context)
                .compose(caller -> once.asked(
                        context,
                        caller,
                        by -> at(caller, polls -> polls.acts().open(id, by).map(done -> opened(polls, id, caller))),
                        made -> at(caller, polls -> polls.sure().map(sure -> opened(polls, id, caller)))));
    }

    private static Reply opened(Polls polls, UUID id, Caller caller) {
        return Reply.ok(polls.get(id, caller.member()).put("quorumMet", polls.quorumMet(id)));
    }

    /** An act that answers the poll as it is afterwards. */
    private interface Act {
        Future<Void> on(PollActs acts, UUID poll, Actor by);
    }

    /** @param wanted reads the body: only that of somebody who may act */
    private Future<Reply> act(RoutingContext context, Supplier<Act> wanted) {
        UUID id = Gate.id(context, "poll");
        return gate.moderator(context).compose(caller -> {
            Act act = wanted.get();
            return once.asked(
                    context,
                    caller,
                    by -> at(caller, polls -> act.on(polls.acts(), id, by)
                            .map(done -> Reply.ok(polls.get(id, caller.member())))),
                    made -> at(caller, polls -> polls.sure().map(sure -> Reply.ok(polls.get(id, caller.member())))));
        });
    }

    private Future<Reply> cancel(RoutingContext context) {
        return act(context, () -> {
            Body body = Body.of(context);
            String reason = body.text("reason", limits.titleChars());
            body.check();
            return (acts, id, by) -> acts.cancel(id, reason, by);
        });
    }

    private Future<Reply> admit(RoutingContext context) {
        return act(context, () -> {
            Body body = Body.orEmpty(context);
            Set<UUID> named = new HashSet<>();
            for (String text : body.texts("members", NAMED)) {
                named.add(Ids.parse(text)
                        .orElseThrow(() -> Problem.invalid("wrongType", "/members", "must hold ids of members")));
            }
            body.check();
            return (acts, id, by) -> acts.admit(id, named, by);
        });
    }

    private Future<Reply> runoff(RoutingContext context) {
        UUID id = Gate.id(context, "poll");
        return gate.moderator(context).compose(caller -> {
            Body body = Body.orEmpty(context);
            List<String> options = body.texts("options", 100);
            body.check();
            return made(context, caller, (acts, by) -> acts.runoff(id, options, by));
        });
    }

    private Future<Reply> repeat(RoutingContext context) {
        UUID id = Gate.id(context, "poll");
        return gate.moderator(context).compose(caller -> made(context, caller, (acts, by) -> acts.repeat(id, by)));
    }

    private <T> Future<T> at(Caller caller, Function<Polls, Future<T>> action) {
        return rooms.by(caller.member(), room -> action.apply(room.polls()));
    }
}
