package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.problem.Problem;
import de.werkraum.wire.Loop;
import de.werkraum.wire.Outlet;
import de.werkraum.wire.Session;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rooms that are in memory. Each lives on one of the given event loops; all methods may be called from any thread. */
public final class Rooms implements Entrance {
    private final Vertx vertx;
    private final List<Loop> loops;
    private final Loader loader;
    private final int most;
    private final BooleanSupplier crowded;
    private final AtomicBoolean makingRoom = new AtomicBoolean();
    private final Map<UUID, Future<Room>> live = new ConcurrentHashMap<>();

    /** Brings a room into memory. */
    @FunctionalInterface
    interface Loader {
        /** Fails with {@link Problem#notFound} where there is no such room. Called and completed on the room's loop. */
        Future<Room> load(UUID id, Loop loop, Consumer<Room> whenIdle);
    }

    /**
     * @param most rooms that may be in memory; before that number is reached, those without anybody leave at once
     * @param crowded whether they are to leave at once in any case
     */
    Rooms(Vertx vertx, List<Loop> loops, Loader loader, int most, BooleanSupplier crowded) {
        this.crowded = crowded;
        this.most = most;
        this.vertx = vertx;
        this.loops = List.copyOf(loops);
        this.loader = loader;
    }

    /** Does something that a member asks for by HTTP with its room, where it is seen by that. */
    public <T> Future<T> by(Member member, Function<Room, Future<T>> action) {
        return at(member.room(), room -> {
            room.seen(member);
            return action.apply(room);
        });
    }

    /** Does something with a room on its event loop, loading it first if need be; the answer comes on the caller's. */
    public <T> Future<T> at(UUID id, Function<Room, Future<T>> action) {
        Context caller = vertx.getOrCreateContext();
        Promise<T> answer = Promise.promise();
        visit(id, action, answer);
        Promise<T> home = Promise.promise();
        answer.future()
                .onComplete(result -> caller.runOnContext(now -> {
                    if (result.succeeded()) {
                        home.complete(result.result());
                    } else {
                        home.fail(result.cause());
                    }
                }));
        return home.future();
    }

    @Override
    public Future<Session> enter(Member member, Outlet outlet, Session.Kind kind, Instant expires) {
        return at(member.room(), room -> Future.succeededFuture(room.enter(member, outlet, kind, expires)));
    }

    private <T> void visit(UUID id, Function<Room, Future<T>> action, Promise<T> answer) {
        Loop loop = loops.get(Math.floorMod(id.hashCode(), loops.size()));
        Context context = loop.context();
        context.runOnContext(there -> live.computeIfAbsent(id, missing -> load(missing, loop))
                .onFailure(answer::fail)
                .onSuccess(room -> context.runOnContext(now -> {
                    if (room.gone()) {
                        visit(id, action, answer);
                    } else {
                        perform(action, room, answer);
                    }
                })));
    }

    private <T> void perform(Function<Room, Future<T>> action, Room room, Promise<T> answer) {
        room.here(() -> {
                    if (room.gone()) {
                        visit(room.id(), action, answer);
                        return answer.future();
                    }
                    return action.apply(room);
                })
                .onComplete(done -> {
                    if (done.succeeded()) {
                        answer.tryComplete(done.result());
                    } else {
                        answer.tryFail(done.cause());
                    }
                });
    }

    private Future<Room> load(UUID id, Loop loop) {
        if ((live.size() >= most / 2 || crowded.getAsBoolean()) && makingRoom.compareAndSet(false, true)) {
            everywhere(Room::makeRoom).onComplete(done -> makingRoom.set(false));
        }
        Future<Room> loading = live.size() < most
                ? loader.load(id, loop, this::forget)
                : Future.failedFuture(Problem.unavailable("Too many rooms are open. Please try again shortly."));
        loading.onFailure(cause -> loop.context().runOnContext(later -> live.remove(id, loading)));
        return loading;
    }

    private void forget(Room room) {
        live.remove(room.id());
    }

    /** Whether a room is in memory; an export of one that is not reads the store instead of loading it. */
    public boolean inMemory(UUID id) {
        return live.containsKey(id);
    }

    /** Rooms in memory. */
    public int size() {
        return live.size();
    }

    /** Does something in every room in memory, each on its own loop. */
    public Future<Void> everywhere(Consumer<Room> action) {
        List<Future<?>> all = new ArrayList<>();
        for (Map.Entry<UUID, Future<Room>> entry : live.entrySet()) {
            if (entry.getValue().succeeded()) {
                all.add(at(entry.getKey(), room -> {
                    action.accept(room);
                    return Future.succeededFuture();
                }));
            }
        }
        return Future.join(all).mapEmpty();
    }
}
