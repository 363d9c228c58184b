package de.werkraum.room;

import de.werkraum.access.Role;
import de.werkraum.card.CardVenue;
import de.werkraum.crdt.Doc;
import de.werkraum.journal.LivePlan;
import io.vertx.core.Future;
import java.util.function.Consumer;

/** A room as its ideas and questions know it. */
record CardDesk(RoomState state, LivePlan plan, Inbox inbox) implements CardVenue {
    @Override
    public boolean closed() {
        return state.stored().closed();
    }

    @Override
    public String refusal(Role role) {
        return state.refusal(role);
    }

    @Override
    public Future<Void> edit(Consumer<Doc> edits) {
        return inbox.edit(edits).compose(done -> plan.allSaved());
    }
}
