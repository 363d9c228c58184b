package de.werkraum.bridge;

import de.werkraum.problem.Problem;
import de.werkraum.room.Homes;
import de.werkraum.store.Servers;
import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The rooms that this server has, each under the term by which it was taken. */
final class Terms implements Homes {
    private static final Logger LOG = Logger.getLogger(Terms.class.getName());

    private final Servers servers;
    private final int own;
    private final BooleanSupplier serving;
    private final Consumer<UUID> left;
    private final Map<UUID, Integer> terms = new ConcurrentHashMap<>();

    /**
     * @param serving whether rooms may be taken at all
     * @param left hears of rooms that have left memory, on their event loop
     */
    Terms(Servers servers, int own, BooleanSupplier serving, Consumer<UUID> left) {
        this.servers = servers;
        this.own = own;
        this.serving = serving;
        this.left = left;
    }

    /** The term of a room in memory. */
    int of(UUID room) {
        return terms.getOrDefault(room, 0);
    }

    @Override
    public Future<Integer> take(UUID room) {
        if (!serving.getAsBoolean()) {
            return Future.failedFuture(Places.unreachable());
        }
        return servers.take(room).map(place -> {
            int term =
                    place.map(found -> found.server() == own ? found.term() : 0).orElse(0);
            if (place.isEmpty()) {
                throw Problem.notFound("There is no such room.");
            } else if (term == 0) {
                throw Places.notHere(room);
            }
            terms.put(room, term);
            return term;
        });
    }

    @Override
    public void leave(UUID room, int term) {
        terms.remove(room, term);
        left.accept(room);
        servers.release(room, term)
                .onFailure(failure -> LOG.log(
                        Level.INFO,
                        "Room {0} stays at this server though it has left memory: {1}",
                        new Object[] {room, failure.getMessage()}));
    }
}
