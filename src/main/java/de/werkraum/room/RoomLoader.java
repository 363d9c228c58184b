package de.werkraum.room;

import de.werkraum.journal.LoadedPlan;
import de.werkraum.plan.StepWatch;
import de.werkraum.poll.LoadedPolls;
import de.werkraum.problem.Problem;
import de.werkraum.store.Announcement;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import de.werkraum.wire.Loop;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Brings rooms into memory from PostgreSQL: state, codes, plan, polls with the ballots of the open ones, ideas and questions. */
public final class RoomLoader {
    private final Services services;
    private final Stores stores;
    private final LoadedPolls polls;

    public RoomLoader(Services services) {
        this.services = services;
        stores = services.stores();
        polls = new LoadedPolls(stores.polls());
    }

    /** The rooms of a server, spread over the given event loops. */
    public Rooms rooms(List<Context> loops) {
        return new Rooms(
                services.vertx(),
                loops.stream().map(Loop::new).toList(),
                this::load,
                services.limits().rooms().roomsInMemory(),
                services.journal().heap()::isHalfFull);
    }

    private Future<Room> load(UUID id, Loop loop, Consumer<Room> whenIdle) {
        return services.homes().take(id).compose(term -> open(id, loop, left -> {
                    whenIdle.accept(left);
                    services.homes().leave(id, term);
                })
                .onFailure(failure -> services.homes().leave(id, term)));
    }

    private Future<Room> open(UUID id, Loop loop, Consumer<Room> whenIdle) {
        Promise<Room> room = Promise.promise();
        parts(id).onComplete(parts -> loop.context().runOnContext(there -> {
            if (parts.failed()) {
                room.fail(parts.cause());
                return;
            }
            try {
                Room live = new Room(loop, services, parts.result(), whenIdle);
                live.renewTexts();
                room.complete(live);
            } catch (RuntimeException e) {
                room.fail(e);
            }
        }));
        return room.future();
    }

    private Future<Room.Parts> parts(UUID id) {
        return stores.rooms().get(id).compose(found -> {
            StoredRoom room = found.orElseThrow(() -> Problem.notFound("There is no such room."));
            return announced(room).compose(said -> stores.codes().shared(id).compose(codes -> stores.plans()
                    .load(id)
                    .compose(stored -> LoadedPlan.of(stored, services.limits().plans(), services.aside()))
                    .compose(plan -> plan.read(StepWatch::new)
                            .compose(steps -> polls.of(id).compose(loaded -> stores.cards()
                                    .load(id)
                                    .map(cards -> new Room.Parts(room, said, codes, plan, steps, loaded, cards)))))));
        });
    }

    private Future<Optional<Announcement>> announced(StoredRoom room) {
        UUID event = room.event();
        return event == null
                ? Future.succeededFuture(Optional.empty())
                : stores.events().announced(event);
    }
}
