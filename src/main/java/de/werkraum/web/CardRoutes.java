package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.card.Cards;
import de.werkraum.problem.Problem;
import de.werkraum.room.Rooms;
import de.werkraum.store.CardSettings;
import de.werkraum.store.StoredCard.Kind;
import de.werkraum.store.StoredCard.State;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** {@code /rooms/:room/cards}: ideas and questions, and who is for them. */
final class CardRoutes {
    private static final List<String> IDEAS = List.of("off", "silent", "shown");
    private static final List<String> ANONYMITY = List.of("choice", "always", "never");
    private static final List<String> STATES = List.of("waiting", "open", "answering", "answered", "hidden");

    private final Gate gate;
    private final Rooms rooms;
    private final Limits limits;

    CardRoutes(Gate gate, Rooms rooms, Limits limits) {
        this.gate = gate;
        this.rooms = rooms;
        this.limits = limits;
    }

    void mount(Router api) {
        String cards = "/rooms/:room/cards";
        String card = cards + "/:card";
        api.get(cards).handler(Door.call(this::get));
        api.patch(cards).handler(Door.call(this::set));
        api.put(card).handler(Door.call(this::put));
        api.patch(card).handler(Door.call(this::patch));
        api.delete(card).handler(Door.call(this::withdraw));
        api.put(card + "/vote").handler(Door.call(context -> vote(context, true)));
        api.delete(card + "/vote").handler(Door.call(context -> vote(context, false)));
        api.post(card + "/step").handler(Door.call(this::step));
        api.patch("/rooms/:room/piles/:pile").handler(Door.call(this::call));
    }

    private <T> Future<T> at(Caller caller, Function<Cards, Future<T>> action) {
        return rooms.by(caller.member(), room -> action.apply(room.cards()));
    }

    private Future<Reply> view(Caller caller) {
        return at(caller, cards -> Future.succeededFuture(Reply.ok(cards.view(caller.member()))));
    }

    private Future<Reply> get(RoutingContext context) {
        return gate.member(context).compose(this::view);
    }

    private Future<Reply> set(RoutingContext context) {
        return gate.moderator(context).compose(caller -> {
            Body body = Body.of(context);
            CardSettings.Ideas ideas = CardSettings.Ideas.valueOf(upper(body.oneOf("ideas", IDEAS, "off")));
            boolean names = body.bool("names", false);
            boolean questions = body.bool("questions", false);
            boolean moderated = body.bool("moderated", true);
            CardSettings.Anonymity anonymity =
                    CardSettings.Anonymity.valueOf(upper(body.oneOf("anonymity", ANONYMITY, "choice")));
            body.check();
            return at(
                            caller,
                            cards -> cards.set(
                                    before -> new CardSettings(
                                                    before.ideas(),
                                                    before.revealed(),
                                                    body.has("names") ? names : before.names(),
                                                    body.has("questions") ? questions : before.questions(),
                                                    body.has("moderated") ? moderated : before.moderated(),
                                                    body.has("anonymity") ? anonymity : before.anonymity())
                                            .with(body.has("ideas") ? ideas : before.ideas()),
                                    caller.member()))
                    .compose(done -> view(caller));
        });
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private Future<Reply> put(RoutingContext context) {
        UUID id = Gate.id(context, "card");
        return gate.member(context).compose(caller -> {
            Body body = Body.of(context);
            Kind kind = Kind.valueOf(upper(body.oneOf("kind", List.of("idea", "question"), "idea")));
            String text = body.lines("text", limits.cards().cardChars());
            boolean unnamed = body.bool("anonymous", false);
            body.check();
            return at(caller, cards -> cards.put(id, caller.member(), kind, text, unnamed))
                    .map(Reply::ok);
        });
    }

    /** How far it is is for moderators to say, where it lies for all who write. */
    private Future<Reply> patch(RoutingContext context) {
        UUID id = Gate.id(context, "card");
        return gate.member(context).compose(caller -> {
            Body body = Body.of(context);
            if (body.has("state") == body.has("onto")) {
                body.wrong("state", "either state or onto is required");
            }
            State state = State.valueOf(upper(body.oneOf("state", STATES, "open")));
            UUID onto = body.optionalId("onto");
            body.check();
            if (body.has("state") && !caller.role().moderates()) {
                throw Problem.forbidden("notModerator", "Only moderators may do this.");
            }
            return at(
                            caller,
                            cards -> body.has("state")
                                    ? cards.turn(id, state, caller.member())
                                    : cards.lay(id, onto, caller.member()))
                    .map(done -> Reply.none());
        });
    }

    private Future<Reply> withdraw(RoutingContext context) {
        UUID id = Gate.id(context, "card");
        return gate.member(context)
                .compose(caller -> at(caller, cards -> cards.withdraw(id, caller.member())))
                .map(done -> Reply.none());
    }

    private Future<Reply> vote(RoutingContext context, boolean given) {
        UUID id = Gate.id(context, "card");
        return gate.member(context)
                .compose(caller -> at(caller, cards -> cards.vote(id, caller.member(), given)))
                .map(Reply::ok);
    }

    private Future<Reply> step(RoutingContext context) {
        UUID id = Gate.id(context, "card");
        return gate.member(context)
                .compose(caller -> at(caller, cards -> cards.step(id, caller.member())))
                .map(step -> Reply.ok(new JsonObject().put("step", step)));
    }

    private Future<Reply> call(RoutingContext context) {
        UUID pile = Gate.id(context, "pile");
        return gate.member(context).compose(caller -> {
            Body body = Body.of(context);
            String title = body.text("title", limits.texts().titleChars());
            body.check();
            return at(caller, cards -> cards.call(pile, title, caller.member())).map(done -> Reply.none());
        });
    }
}
