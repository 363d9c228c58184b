package de.werkraum.event;

import de.werkraum.pace.InTurn;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.PlanWriter;
import de.werkraum.plan.Step;
import de.werkraum.problem.Problem;
import de.werkraum.room.Plans;
import de.werkraum.room.Rooms;
import de.werkraum.store.ReturnStore;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings what the plenary decided back to the steps in the rooms. What is due is asked of the database, and noted there once it was brought: so
 * nothing is lost by a crash, and what is brought again changes nothing.
 */
public final class Returning {
    private static final Logger LOG = Logger.getLogger(Returning.class.getName());

    /** Between two looks at what is due, one short question to the database. Milliseconds. */
    private static final long BEAT = 2_000;

    /** Longest wait for the commit of a room; what is not there then is brought again. */
    private static final long SAVED_SECONDS = 10;

    private static final int UNAVAILABLE = 503;

    private final Vertx vertx;
    private final Stores stores;
    private final Rooms rooms;
    private final Plans plans;
    private boolean busy;

    public Returning(Vertx vertx, Stores stores, Rooms rooms, Plans plans) {
        this.vertx = vertx;
        this.stores = stores;
        this.rooms = rooms;
        this.plans = plans;
    }

    /** Begins to look, on this loop. */
    public void start() {
        vertx.setPeriodic(BEAT, beat -> look());
    }

    private void look() {
        if (busy) {
            return;
        }
        busy = true;
        stores.returned()
                .due()
                .compose(this::all)
                .onFailure(failure ->
                        LOG.log(Level.INFO, "Results of plenaries are brought back later: {0}", failure.toString()))
                .onComplete(done -> busy = false);
    }

    /** A result that can't be brought back keeps no other from it, and is tried again. */
    private Future<Void> all(List<ReturnStore.Due> due) {
        return InTurn.each(due, one -> bring(one).recover(failure -> {
            LOG.log(Level.INFO, "The result of poll {0} is brought back later: {1}", new Object[] {
                one.poll(), failure.toString()
            });
            return Future.succeededFuture();
        }));
    }

    private Future<Void> bring(ReturnStore.Due due) {
        return plans.publicPolls(due.plenary())
                .compose(polls -> steps(due.plenary()).compose(steps -> Ballots.find(polls, due.poll())
                        .map(poll ->
                                stores.rooms().of(due.event()).compose(there -> tell(there, Verdicts.of(poll, steps))))
                        .orElseGet(Future::succeededFuture)))
                .compose(told -> stores.returned().done(due));
    }

    /** Also those that were merged or taken out while the poll was open. */
    private Future<List<Step>> steps(UUID plenary) {
        return plans.read(plenary, (doc, version) -> {
            Plan plan = PlanReader.read(doc);
            List<Step> steps = new ArrayList<>(plan.steps());
            steps.addAll(PlanReader.takenOut(doc));
            return steps;
        });
    }

    private Future<Void> tell(List<StoredRoom> there, Verdicts verdicts) {
        List<UUID> concerned = there.stream()
                .map(StoredRoom::id)
                .filter(room -> !verdicts.room(room.toString()).isEmpty())
                .toList();
        return InTurn.of(concerned, room -> tell(room, verdicts.room(room.toString())))
                .compose(told -> told.contains(false)
                        ? Future.failedFuture(Problem.unavailable("Some rooms could not be told yet."))
                        : Future.succeededFuture());
    }

    /** False where it is to be tried again: one room keeps no other from it. */
    private Future<Boolean> tell(UUID room, Map<String, Verdicts.Change> own) {
        return rooms.at(
                        room,
                        live -> live.damaged()
                                ? Future.<Void>succeededFuture()
                                : live.edit(doc ->
                                                own.forEach((step, change) -> PlanWriter.judge(doc, step, change::on)))
                                        .compose(done -> live.allSaved().timeout(SAVED_SECONDS, TimeUnit.SECONDS)))
                .map(true)
                .recover(failure -> {
                    boolean later = !(failure instanceof Problem problem) || problem.status() == UNAVAILABLE;
                    LOG.log(
                            later ? Level.FINE : Level.WARNING,
                            "Room {0} does not learn what the plenary decided: {1}",
                            new Object[] {room, failure.toString()});
                    return Future.succeededFuture(!later);
                });
    }
}
