package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.crdt.Doc;
import de.werkraum.journal.LivePlan;
import de.werkraum.poll.Venue;
import de.werkraum.store.StoredVersion;
import de.werkraum.wire.Scope;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A room as its polls know it. */
record PollVenue(
        Scope scope, RoomState state, LivePlan live, Presence people, Versions versions, Runnable releaseSpotlight)
        implements Venue {
    @Override
    public boolean closed() {
        return state.stored().closed();
    }

    @Override
    public String language() {
        return state.stored().language();
    }

    @Override
    public Optional<Doc> plan() {
        return live.lent() ? Optional.empty() : Optional.of(live.doc());
    }

    @Override
    public <T> Future<T> withPlan(Supplier<Future<T>> act) {
        return live.here(act);
    }

    @Override
    public Set<UUID> present() {
        return people.present(scope.millis());
    }

    @Override
    public void pollTurned() {
        releaseSpotlight.run();
    }

    @Override
    public void pollClosed(String question, @Nullable Member by) {
        versions.keep(StoredVersion.Reason.POLL, question, by);
    }
}
