package de.werkraum.bridge;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.cluster.Cluster;
import de.werkraum.metrics.Metrics;
import de.werkraum.problem.Problem;
import de.werkraum.room.Entrance;
import de.werkraum.room.Homes;
import de.werkraum.room.Rooms;
import de.werkraum.store.Servers;
import de.werkraum.store.Servers.Peer;
import de.werkraum.wire.Outlet;
import de.werkraum.wire.Session;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** This server as one of several: connections get into rooms wherever these live. May be called from any thread. */
public final class Bridge implements Entrance {
    /** The version of what servers tell each other: those of one version may run side by side. */
    public static final String LANGUAGE = String.valueOf(Codec.VERSION);

    /** The code of the refusal of a room that lives at another server. */
    public static final String ELSEWHERE = "elsewhere";

    /** What a question to all is about. */
    private static final UUID NO_ROOM = new UUID(0, 0);

    private final Vertx vertx;
    private final Cluster cluster;
    private final int own;
    private final Servers servers;
    private final Terms terms;
    private final Peers peers;
    private final Asking asking;
    private final List<Lane> lanes = new ArrayList<>();
    private final Keeper keeper;
    private final List<Consumer<String>> hearGone = new CopyOnWriteArrayList<>();
    private Rooms rooms;
    private Places places;
    private volatile boolean ending;

    /** What is to be done where this server or others lose their rooms. */
    public interface Keeper {
        /** Lets go of all rooms, saved as far as possible; completes when that is done. */
        Future<Void> letGo();

        /** Rooms of another server are to be had: those that do something by themselves are to be looked after. */
        void inherit();
    }

    /**
     * @param loop where it looks at the others
     * @param own the number of this server
     */
    @SuppressWarnings("NullAway.Init") // start() sets the rest
    public Bridge(Cluster cluster, Context loop, Servers servers, int own, Keeper keeper) {
        vertx = cluster.vertx();
        this.cluster = cluster;
        this.own = own;
        this.servers = servers;
        this.keeper = keeper;
        asking = new Asking(vertx);
        peers = new Peers(loop, cluster, servers, own, new Peers.Listener() {
            @Override
            public void gone(Peer server) {
                everyLane(lane -> lane.gone(server.number()));
                hearGone.forEach(hears -> hears.accept(server.http()));
                keeper.inherit();
            }

            @Override
            public void yields() {
                letGo();
            }
        });
        terms = new Terms(servers, own, () -> peers.serving() && !ending, room -> everyLane(lane -> lane.left(room)));
    }

    /** Which rooms may be in memory here. */
    public Homes homes() {
        return terms;
    }

    /** Hears the others from now on; fails with a sentence for the operator where some are there that can't be reached. */
    public Future<Void> start(Rooms served, List<Context> loops, Limits limits, Metrics metrics) {
        rooms = served;
        places = new Places(cluster, servers, peers, own, served::inMemory);
        AtomicInteger numbers = new AtomicInteger();
        List<Future<Void>> started = new ArrayList<>();
        for (int i = 0; i < loops.size(); i++) {
            Lane lane = new Lane(vertx, loops.get(i), own, i, limits, metrics, served, terms, numbers);
            lanes.add(lane);
            Promise<Void> hears = Promise.promise();
            loops.get(i).runOnContext(there -> lane.start().onComplete(hears));
            started.add(hears.future());
        }
        return Future.join(started).compose(all -> peers.start());
    }

    /** This server has found all others. */
    public Future<Void> joined() {
        return servers.serves();
    }

    /** Servers that use this database and are not seen from here. */
    public List<Integer> unseen() {
        return peers.unseen();
    }

    /** A sentence for the operator where another server can't be understood; else null. */
    public @Nullable String foreign() {
        return peers.all().stream()
                .filter(peer -> !peer.version().equals(LANGUAGE))
                .findAny()
                .map(peer -> "Server " + peer.number() + " at " + peer.http()
                        + " is of a version that can't run beside this one" + " (" + peer.version() + " beside "
                        + LANGUAGE + "): end all servers of it first.")
                .orElse(null);
    }

    /** Whether this server serves rooms: it sees enough of the others, and does not end. */
    public boolean serving() {
        return peers.serving() && !ending;
    }

    /** Where another server reaches the owner of a room by HTTP; empty where this one is to serve it. */
    public Future<Optional<String>> elsewhere(UUID room) {
        return places.elsewhere(room).map(peer -> peer.map(Peer::http));
    }

    /** The number of the other server that has a room; empty where it is this one's. */
    public Future<Optional<Integer>> owner(UUID room) {
        return places.elsewhere(room).map(peer -> peer.map(Peer::number));
    }

    /** Asks the server of a room for something that is to be done there. */
    public Future<JsonObject> ask(int server, UUID room, JsonObject asked) {
        return asking.ask(server, room, asked);
    }

    /** Asks all other servers about whatever rooms they have; answers what those say that answer. */
    public Future<List<JsonObject>> askAll(JsonObject asked) {
        List<JsonObject> answers = new CopyOnWriteArrayList<>();
        return ask(asked, answers).otherwise(answers);
    }

    /** The same for what all have to do; fails, after it was asked of all, where one of them does not answer. */
    public Future<List<JsonObject>> askEach(JsonObject asked) {
        return ask(asked, new CopyOnWriteArrayList<>());
    }

    private Future<List<JsonObject>> ask(JsonObject asked, List<JsonObject> answers) {
        List<Future<JsonObject>> asking = peers.all().stream()
                .filter(peer -> peer.number() != own)
                .map(peer -> ask(peer.number(), NO_ROOM, asked).onSuccess(answers::add))
                .toList();
        return Future.join(asking).map(answers);
    }

    /** Names who answers what other servers ask about rooms here. */
    public Future<Void> answer(BiFunction<UUID, JsonObject, Future<JsonObject>> answers) {
        return asking.answer(own, answers);
    }

    /** Where a server is reached by HTTP. */
    public Optional<String> http(int server) {
        return peers.of(server).map(Peer::http);
    }

    /** Names who hears where a server was reached by HTTP that is gone, on any thread. */
    public void whenGone(Consumer<String> hears) {
        hearGone.add(hears);
    }

    /** The number of this server. */
    public int own() {
        return own;
    }

    @Override
    public Future<Session> enter(Member member, Outlet outlet, Session.Kind kind, Instant expires) {
        return once(member, outlet, kind, expires).recover(failure -> {
            if (failure instanceof Problem problem && problem.status() == 503) {
                // It may have moved a moment ago.
                places.forget(member.room());
                return once(member, outlet, kind, expires);
            }
            return Future.failedFuture(failure);
        });
    }

    private Future<Session> once(Member member, Outlet outlet, Session.Kind kind, Instant expires) {
        if (ending) {
            return Future.failedFuture(Places.unreachable());
        }
        return places.elsewhere(member.room())
                .compose(owner -> owner.isEmpty()
                        ? rooms.enter(member, outlet, kind, expires)
                        : enter(owner.get(), member, outlet, kind, expires));
    }

    private Future<Session> enter(Peer owner, Member member, Outlet outlet, Session.Kind kind, Instant expires) {
        Lane lane = lanes.get(Math.floorMod(member.room().hashCode(), lanes.size()));
        Promise<Session> entered = Promise.promise();
        lane.context().runOnContext(there -> lane.enter(owner, member, outlet, kind, expires)
                .onComplete(entered));
        return entered.future();
    }

    private void everyLane(Consumer<Lane> act) {
        lanes.forEach(lane -> lane.context().runOnContext(there -> act.accept(lane)));
    }

    private Future<Void> letGo() {
        everyLane(lane -> lane.yields(true));
        return keeper.letGo().eventually(servers::releaseAll).onComplete(done -> everyLane(lane -> lane.yields(false)));
    }

    /** This server ends: no room comes here any more. */
    public void end() {
        ending = true;
    }

    /** Everything is saved: its rooms are to be had by others at once. */
    public Future<Void> left() {
        return servers.releaseAll().compose(done -> servers.fence(own)).otherwiseEmpty();
    }
}
