package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.access.Role;
import de.werkraum.access.Secrets;
import de.werkraum.access.Tokens;
import de.werkraum.problem.Problem;
import de.werkraum.room.Founding;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.FeedStore;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /rooms/:room/feeds} and {@code /events/:event/feeds}: making and revoking calendars to subscribe to. */
final class FeedRoutes {
    private static final String ROOM = "/rooms/:room/feeds";
    private static final String EVENT = "/events/:event/feeds";

    private final EventGate doors;
    private final Stores stores;
    private final Addresses addresses;
    private final Founding founding;
    private final Limits limits;
    private final Once once;

    FeedRoutes(EventGate doors, Stores stores, Addresses addresses, Founding founding, Limits limits, Once once) {
        this.doors = doors;
        this.stores = stores;
        this.addresses = addresses;
        this.founding = founding;
        this.limits = limits;
        this.once = once;
    }

    void mount(Router api) {
        api.get(ROOM).handler(Door.call(this::list));
        api.post(ROOM).handler(Door.call(this::create));
        api.delete(ROOM + "/:feed").handler(Door.call(this::revoke));
        api.get(EVENT).handler(Door.call(this::listOfEvent));
        api.post(EVENT).handler(Door.call(this::createOfEvent));
        api.delete(EVENT + "/:feed").handler(Door.call(this::revokeOfEvent));
    }

    private Future<Reply> list(RoutingContext context) {
        return person(context)
                .compose(caller -> stores.feeds().list(caller.member().room(), whose(caller)))
                .map(feeds -> Reply.list(feeds, FeedRoutes::json));
    }

    private Future<Reply> create(RoutingContext context) {
        return person(context).compose(caller -> {
            String responsible = responsible(context);
            UUID room = caller.member().room();
            String secret = addresses.secret(context, "feed " + room);
            return once.asked(
                    context,
                    caller,
                    by -> {
                        FeedStore.Feed feed = feed(room, null, responsible, caller.id());
                        AuditEntry note = founding.note(caller.member(), "feedMade")
                                .with("feed", feed.id().toString())
                                .asked(by.request());
                        return stores.feeds()
                                .createInRoom(
                                        feed,
                                        Secrets.hash(secret),
                                        limits.secrets().feedsPerRoom(),
                                        note)
                                .map(made -> shown(context, made, feed, secret));
                    },
                    made -> again(context, made, secret));
        });
    }

    /** Whose steps alone; null for all. */
    private @Nullable String responsible(RoutingContext context) {
        Body body = Body.orEmpty(context);
        String responsible = body.optionalText("responsible", limits.texts().nameChars());
        body.check();
        return responsible;
    }

    private Future<Reply> revoke(RoutingContext context) {
        UUID id = Gate.id(context, "feed");
        return person(context)
                .compose(caller -> stores.feeds()
                        .revoke(
                                caller.member().room(),
                                id,
                                whose(caller),
                                List.of(founding.note(caller.member(), "feedRevoked")
                                        .with("feed", id.toString()))))
                .map(revoked -> Reply.none(revoked, FeedRoutes::unknown));
    }

    private Future<Reply> listOfEvent(RoutingContext context) {
        return doors.owner(context)
                .compose(owner -> stores.feeds().list(owner.event().id(), null))
                .map(feeds -> Reply.list(feeds, FeedRoutes::json));
    }

    private Future<Reply> createOfEvent(RoutingContext context) {
        return doors.owner(context).compose(owner -> {
            UUID event = owner.event().id();
            String responsible = responsible(context);
            String secret = addresses.secret(context, "feed " + event);
            return once.asked(
                    context,
                    owner.claims(),
                    request -> {
                        FeedStore.Feed feed = feed(null, event, responsible, Tokens.ORGANISER);
                        return stores.feeds()
                                .createOfEvent(
                                        feed,
                                        Secrets.hash(secret),
                                        limits.secrets().feedsPerRoom(),
                                        request.orElse(null))
                                .map(made -> shown(context, made, feed, secret));
                    },
                    made -> again(context, made, secret));
        });
    }

    private Future<Reply> revokeOfEvent(RoutingContext context) {
        UUID id = Gate.id(context, "feed");
        return doors.owner(context)
                .compose(owner -> stores.feeds().revoke(owner.event().id(), id, null, List.of()))
                .map(revoked -> Reply.none(revoked, FeedRoutes::unknown));
    }

    /** Somebody of the room; a screen is nobody. */
    private Future<Caller> person(RoutingContext context) {
        return doors.gate().member(context).map(caller -> {
            if (caller.role() == Role.VIEWER) {
                throw Problem.forbidden("notForViewers", "Screens subscribe to nothing.");
            }
            return caller;
        });
    }

    /** Moderators see and end everybody's, others their own. */
    private static @Nullable UUID whose(Caller caller) {
        return caller.role().moderates() ? null : caller.id();
    }

    private FeedStore.Feed feed(@Nullable UUID room, @Nullable UUID event, @Nullable String responsible, UUID by) {
        Ids ids = founding.ids();
        Instant now = founding.clock().instant();
        return new FeedStore.Feed(ids.next(), room, event, responsible, by, now, null);
    }

    private Reply shown(RoutingContext context, boolean made, FeedStore.Feed feed, String secret) {
        if (!made) {
            throw Problem.conflict("tooManyFeeds", "There are too many calendars; revoke some.");
        }
        return Reply.created(json(feed).put("url", addresses.base(context) + "/api/v1/feeds/" + secret + ".ics"));
    }

    private Future<Reply> again(RoutingContext context, JsonObject made, String secret) {
        return stores.feeds()
                .get(UUID.fromString(made.getString("feed")))
                .map(found -> shown(context, true, found.orElseThrow(FeedRoutes::unknown), secret));
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such calendar.");
    }

    private static JsonObject json(FeedStore.Feed feed) {
        return new JsonObject()
                .put("id", feed.id().toString())
                .put("responsible", feed.responsible())
                .put("member", feed.by().toString())
                .put("createdAt", feed.createdAt().toString())
                .put("readAt", RoomJson.text(feed.readAt()));
    }
}
