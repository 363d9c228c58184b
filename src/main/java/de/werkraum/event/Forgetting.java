package de.werkraum.event;

import de.werkraum.room.Rooms;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Names that the plenary took over with steps of a room: when they go from the room, they go from there, too.
 *
 * @param unname takes names, with their organisations, out of that plenary, wherever it lives
 */
public record Forgetting(Stores stores, BiFunction<UUID, Map<String, String>, Future<Void>> unname) {
    /** For plenaries that live here. */
    public Forgetting(Stores stores, Rooms rooms) {
        this(
                stores,
                (plenary, names) -> rooms.at(plenary, live -> live.personal().unname(names)));
    }

    /** To be done ahead of erasing members of a room: afterwards nobody knows what they were called. May be done again. */
    public Future<Void> ahead(UUID room, Collection<UUID> members) {
        return stores.personal()
                .names(room, members)
                .compose(names -> names.isEmpty()
                        ? Future.succeededFuture()
                        : stores.events().plenaryBeside(room).compose(found -> found.map(
                                        plenary -> unname.apply(plenary, names))
                                .orElseGet(Future::succeededFuture)));
    }
}
