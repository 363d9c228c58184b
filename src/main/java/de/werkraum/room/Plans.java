package de.werkraum.room;

import de.werkraum.journal.LivePlan;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanReader;
import de.werkraum.poll.LoadedPolls;
import de.werkraum.store.PlanStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.util.UUID;

/** Reads plans of live rooms and of those that are not in memory, without bringing these there. May be called from any thread. */
public record Plans(Rooms rooms, PlanStore plans, LoadedPolls polls) {
    /**
     * A plan at a moment.
     *
     * @param version grows with every accepted update
     */
    public record At(Plan plan, long version) {}

    /** The plan with every update that was accepted before the call. */
    public Future<At> read(UUID room) {
        if (rooms.inMemory(room)) {
            return rooms.at(room, live -> Future.succeededFuture(new At(PlanReader.read(live.doc()), live.version())));
        }
        return plans.load(room).map(stored -> new At(PlanReader.read(LivePlan.read(stored.updates())), stored.seq()));
    }

    /** The polls of a room as everybody may see them: what is hidden from some is in no export. */
    public Future<JsonArray> publicPolls(UUID room) {
        return rooms.inMemory(room)
                ? rooms.at(room, live -> Future.succeededFuture(live.polls().forAll()))
                : polls.forAll(room);
    }
}
