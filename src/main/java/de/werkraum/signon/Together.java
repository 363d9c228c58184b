package de.werkraum.signon;

import io.vertx.core.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that many ask for at once and that is done once for all of them: a silent provider is not asked by a hall. Thread-safe. */
final class Together<T> {
    private @Nullable Future<T> underWay;

    /** What is under way, else begins it. */
    synchronized Future<T> once(Supplier<Future<T>> act) {
        Future<T> before = underWay;
        if (before != null && !before.isComplete()) {
            return before;
        }
        Future<T> begun = act.get();
        underWay = begun;
        return begun;
    }
}
