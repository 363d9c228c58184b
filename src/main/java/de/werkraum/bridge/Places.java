package de.werkraum.bridge;

import de.werkraum.cluster.Cluster;
import de.werkraum.problem.Problem;
import de.werkraum.store.Servers;
import de.werkraum.store.Servers.Peer;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** At which server rooms live. May be called from any thread. */
final class Places {
    /** An answer is believed for so long; one that is wrong is found out by whoever is asked then. */
    private static final long BELIEVED_NANOS = 1_000_000_000;
    /** Answers kept; beyond it all are forgotten, which costs a query each. */
    private static final int MOST = 10_000;

    private final Cluster cluster;
    private final Servers servers;
    private final Peers peers;
    private final int own;
    private final Predicate<UUID> here;
    private final Map<UUID, Found> found = new ConcurrentHashMap<>();

    private record Found(int server, long at) {}

    /** @param here whether a room is in memory of this server */
    Places(Cluster cluster, Servers servers, Peers peers, int own, Predicate<UUID> here) {
        this.cluster = cluster;
        this.servers = servers;
        this.peers = peers;
        this.own = own;
        this.here = here;
    }

    /** The other server that a room lives at, or should if it is at none; empty where it is this one's. Fails with 503 while nobody can say. */
    Future<Optional<Peer>> elsewhere(UUID room) {
        if (!peers.serving()) {
            return Future.failedFuture(unreachable());
        }
        if (here.test(room)) {
            return Future.succeededFuture(Optional.empty());
        }
        Found known = found.get(room);
        if (known != null && System.nanoTime() - known.at() < BELIEVED_NANOS) {
            return peer(known.server());
        }
        return servers.place(room).compose(place -> {
            int server = place.map(Servers.Place::server).orElseGet(() -> suggested(room));
            if (found.size() >= MOST) {
                found.clear();
            }
            found.put(room, new Found(server, System.nanoTime()));
            return peer(server);
        });
    }

    private int suggested(UUID room) {
        return cluster.suggests(room).flatMap(peers::named).map(Peer::number).orElse(own);
    }

    private Future<Optional<Peer>> peer(int server) {
        if (server == own) {
            return Future.succeededFuture(Optional.empty());
        }
        return peers.of(server)
                .map(peer -> Future.succeededFuture(Optional.of(peer)))
                .orElseGet(() -> Future.failedFuture(unreachable()));
    }

    /** It was not there. */
    void forget(UUID room) {
        found.remove(room);
    }

    /** What a room of another server answers here: whoever can, asks there. */
    static Problem notHere(UUID room) {
        return Problem.of(503, Bridge.ELSEWHERE, "This room lives at another server. Please try again.")
                .with("room", room.toString());
    }

    static Problem unreachable() {
        return Problem.unavailable("The server of this room is out of reach. Please try again shortly.");
    }
}
