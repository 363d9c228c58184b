package de.werkraum.programme;

import de.werkraum.store.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One session of a programme taking in what a file says, part by part. */
final class Merge {
    private final Session here;
    private final @Nullable Session before;
    private final List<String> changed = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    /** @param before what the last file said, if there was one */
    Merge(Session here, @Nullable Session before) {
        this.here = here;
        this.before = before;
    }

    <T> @Nullable T take(String name, Function<Session, @Nullable T> part, Session brought) {
        @Nullable T mine = part.apply(here);
        @Nullable T theirs = part.apply(brought);
        if (theirs == null || theirs.equals(mine) || (theirs instanceof List<?> list && list.isEmpty())) {
            return mine;
        }
        if (before != null && Objects.equals(theirs, part.apply(before))) {
            kept.add(name);
            return mine;
        }
        changed.add(name);
        return theirs;
    }

    String title(Session brought) {
        return Objects.requireNonNull(take("title", Session::title, brought));
    }

    List<String> moderators(Session brought) {
        return Objects.requireNonNull(take("moderators", Session::moderators, brought));
    }

    List<String> changed() {
        return changed;
    }

    List<String> kept() {
        return kept;
    }
}
