package de.werkraum.pace;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Does something for one after the other, where all at once would take what others need. */
public final class InTurn {
    private InTurn() {}

    /** Completes after the last one; the first that fails is the last. */
    public static <T> Future<Void> each(Collection<T> all, Function<T, Future<?>> act) {
        Future<Void> done = Future.succeededFuture();
        for (T one : all) {
            done = done.compose(before -> act.apply(one).mapEmpty());
        }
        return done;
    }

    /** What comes of each, in their order. */
    public static <T, R> Future<List<R>> of(Collection<T> all, Function<T, Future<R>> make) {
        List<R> made = new ArrayList<>();
        return each(all, one -> make.apply(one).map(made::add)).map(made);
    }
}
