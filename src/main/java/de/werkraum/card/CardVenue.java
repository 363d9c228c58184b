package de.werkraum.card;

import de.werkraum.access.Role;
import de.werkraum.crdt.Doc;
import io.vertx.core.Future;
import java.util.function.Consumer;

/** The room, as far as ideas and questions know it. */
public interface CardVenue {
    /** Whether it is closed. */
    boolean closed();

    /** Why somebody of that role may not edit the plan now, or the empty string. */
    String refusal(Role role);

    /** Edits the plan; completes when that is committed. */
    Future<Void> edit(Consumer<Doc> edits);
}
