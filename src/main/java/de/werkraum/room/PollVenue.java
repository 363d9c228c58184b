package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.crdt.Doc;
import de.werkraum.journal.LivePlan;
import de.werkraum.poll.Venue;
import de.werkraum.store.StoredVersion;
import de.werkraum.wire.Scope;
import java.util.Set;
import java.util.UUID;
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
    public Doc plan() {
        return live.doc();
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
