package de.werkraum;

import de.werkraum.bridge.Bridge;
import de.werkraum.journal.Journal;
import de.werkraum.problem.Problem;
import de.werkraum.room.Rooms;
import de.werkraum.store.Stores;
import de.werkraum.wire.Goodbye;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What becomes of rooms when servers come and go. */
record Custody(AtomicReference<@Nullable Rooms> born, Journal journal, Stores stores) implements Bridge.Keeper {
    /** Whoever has lost PostgreSQL can save nothing; clients have what is not saved. */
    private static final int SAVE_SECONDS = 3;

    @Override
    public Future<Void> letGo() {
        Rooms rooms = born.get();
        return rooms == null
                ? Future.succeededFuture()
                : rooms.everywhere(room -> room.end(Goodbye.MOVED))
                        .compose(told -> journal.drained())
                        .timeout(SAVE_SECONDS, TimeUnit.SECONDS)
                        .transform(saved -> rooms.everywhere(room -> room.abandon()));
    }

    @Override
    public void inherit() {
        wakePolls().otherwiseEmpty();
    }

    /** Open polls that close at an hour go on, whether or not somebody is in their room; those of rooms elsewhere do so there. */
    Future<Void> wakePolls() {
        Rooms rooms = born.get();
        return rooms == null
                ? Future.succeededFuture()
                : stores.polls().roomsWithTimedPolls().compose(ids -> {
                    List<Future<Void>> woken = new ArrayList<>();
                    ids.forEach(id -> woken.add(
                            rooms.at(id, room -> Future.<Void>succeededFuture()).recover(Custody::elsewhere)));
                    return Future.join(woken).mapEmpty();
                });
    }

    private static Future<Void> elsewhere(Throwable failure) {
        return failure instanceof Problem problem && problem.status() == 503
                ? Future.succeededFuture()
                : Future.failedFuture(failure);
    }
}
