package de.werkraum.room;

import de.werkraum.Config;
import de.werkraum.access.Role;
import de.werkraum.metrics.Metrics;
import de.werkraum.problem.Problem;
import de.werkraum.store.PlanStore;
import de.werkraum.store.StoredPoll;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings rooms into memory from PostgreSQL: state, codes, plan, polls with the ballots of the open ones.
 *
 * @param waitingBytes of messages that wait for their turn, in all rooms
 */
public record RoomLoader(
        Vertx vertx,
        Clock clock,
        Config.Limits limits,
        @Nullable String joinUrl,
        Stores stores,
        Journal journal,
        AtomicLong waitingBytes,
        Metrics metrics) {

    /** What a room is made from. */
    record Parts(StoredRoom room, Map<Role, String> codes, PlanStore.StoredPlan plan, List<LivePoll> polls) {}

    /** The rooms of a server, spread over the given event loops. */
    public Rooms rooms(List<Context> loops) {
        return new Rooms(vertx, loops.stream().map(Loop::new).toList(), this::load, limits.roomsInMemory());
    }

    private Future<Room> load(UUID id, Loop loop, Consumer<Room> whenIdle) {
        Promise<Room> room = Promise.promise();
        parts(id).onComplete(parts -> loop.context().runOnContext(there -> {
            if (parts.failed()) {
                room.fail(parts.cause());
                return;
            }
            try {
                room.complete(new Room(loop, this, parts.result(), whenIdle));
            } catch (RuntimeException e) {
                room.fail(e);
            }
        }));
        return room.future();
    }

    private Future<Parts> parts(UUID id) {
        return stores.rooms().get(id).compose(found -> {
            StoredRoom room = found.orElseThrow(() -> Problem.notFound("There is no such room."));
            return stores.codes().shared(id).compose(codes -> stores.plans()
                    .load(id)
                    .compose(plan -> polls(id).map(polls -> new Parts(room, codes, plan, polls))));
        });
    }

    /** The polls of a room, the open ones with electorate and ballots. */
    Future<List<LivePoll>> polls(UUID room) {
        return stores.polls().list(room).compose(stored -> {
            List<Future<LivePoll>> polls = new ArrayList<>();
            stored.forEach(poll -> polls.add(poll(poll)));
            return Future.all(polls).map(all -> all.<LivePoll>list());
        });
    }

    private Future<LivePoll> poll(StoredPoll poll) {
        if (!poll.is(StoredPoll.State.OPEN)) {
            return Future.succeededFuture(LivePoll.of(poll));
        }
        return stores.polls()
                .opened(poll.id())
                .map(opened -> LivePoll.open(
                        poll,
                        opened.orElseThrow(() -> Problem.unavailable("A poll was just closed. Please try again."))));
    }
}
