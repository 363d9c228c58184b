package de.werkraum.room;

import de.werkraum.Limits;
import de.werkraum.crdt.Doc;
import de.werkraum.journal.LoadedPlan;
import de.werkraum.pace.Aside;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanReader;
import de.werkraum.poll.LoadedPolls;
import de.werkraum.store.PlanStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Reads plans of live rooms and of those that are not in memory, without bringing these there. May be called from any thread. */
public record Plans(Rooms rooms, PlanStore plans, LoadedPolls polls, Limits.Plans limits, Aside aside) {
    /**
     * A plan at a moment.
     *
     * @param version grows with every accepted update
     */
    public record At(Plan plan, long version) {}

    /** The plan with every update that was accepted before the call. */
    public Future<At> read(UUID room) {
        return read(room, (doc, version) -> new At(PlanReader.read(doc), version));
    }

    /** The same, by a reading of the document or a copy of it and of its version, done beside the event loop where it is long. */
    public <T> Future<T> read(UUID room, BiFunction<Doc, Long, T> reading) {
        if (rooms.inMemory(room)) {
            return rooms.at(room, live -> live.readCopy(reading));
        }
        return loaded(room)
                .compose(loaded ->
                        loaded.read(doc -> reading.apply(doc, loaded.stored().seq())));
    }

    /**
     * A plan at a moment, unread.
     *
     * @param updates its document, as updates that together say all
     * @param version grows with every accepted update
     */
    public record Copy(List<byte[]> updates, long version) {}

    /** The plan with every update that was accepted before the call, as an update. */
    public Future<Copy> copy(UUID room) {
        if (rooms.inMemory(room)) {
            return rooms.at(room, Room::copy).map(copy -> new Copy(copy.updates(), copy.version()));
        }
        return loaded(room)
                .compose(loaded -> loaded.read(doc -> new Copy(
                        List.of(doc.encodeStateAsUpdate()), loaded.stored().seq())));
    }

    private Future<LoadedPlan> loaded(UUID room) {
        return plans.load(room).compose(stored -> LoadedPlan.of(stored, limits, aside));
    }

    /** The polls of a room as everybody may see them: what is hidden from some is in no export. */
    public Future<JsonArray> publicPolls(UUID room) {
        return rooms.inMemory(room)
                ? rooms.at(room, live -> Future.succeededFuture(live.polls().forAll()))
                : polls.forAll(room);
    }
}
