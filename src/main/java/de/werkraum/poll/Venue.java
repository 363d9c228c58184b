package de.werkraum.poll;

import de.werkraum.access.Member;
import de.werkraum.crdt.Doc;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What polls ask their room, and tell it. */
public interface Venue {
    /** Whether the room is closed: then no poll is open for long. */
    boolean closed();

    /** The room's language, {@code de} or {@code en}. */
    String language();

    /** The plan, whose steps name options; nothing while somebody works on it elsewhere. */
    Optional<Doc> plan();

    /** Does something that needs the plan, now or as soon as it is here. */
    <T> Future<T> withPlan(Supplier<Future<T>> act);

    /** Members who are there now, or were a moment ago. */
    Set<UUID> present();

    /** A poll was opened or has ended: it is what people are to look at now. */
    void pollTurned();

    /** A poll with that question was closed, by somebody or by its hour: the plan as it is now belongs to its result. */
    void pollClosed(String question, @Nullable Member by);
}
