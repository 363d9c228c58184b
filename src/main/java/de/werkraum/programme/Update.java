package de.werkraum.programme;

import de.werkraum.store.Session;
import de.werkraum.store.StoredSession;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A file put into a programme. A session is found again by its key, else by its title and start, else by its title where there is one of
 * that title. What was typed since the last file stays, unless the file says something new; what the file does not say stays in any case.
 *
 * @param missing sessions of earlier files that this one does not have; they stay
 */
public record Update(List<Change> changes, List<StoredSession> missing) {
    public Update {
        changes = List.copyOf(changes);
        missing = List.copyOf(missing);
    }

    /** Compares. */
    public static Update of(List<StoredSession> there, List<Session> brought) {
        Set<StoredSession> left = new LinkedHashSet<>(there);
        List<Optional<StoredSession>> found = new ArrayList<>();
        for (Session session : brought) {
            found.add(take(left, old -> isKeyed(old, session.key())));
        }
        // Those without a known key come second, so that none of them takes what a key names.
        for (int i = 0; i < brought.size(); i++) {
            Session session = brought.get(i);
            if (found.get(i).isEmpty()) {
                found.set(i, like(left, session, brought));
            }
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < brought.size(); i++) {
            Session session = brought.get(i);
            changes.add(found.get(i).map(old -> change(old, session)).orElseGet(() -> fresh(session)));
        }
        return new Update(
                changes, left.stream().filter(old -> old.brought() != null).toList());
    }

    /** By the key it came with, or by the id that our own calendar gives it. */
    private static boolean isKeyed(StoredSession old, @Nullable String key) {
        return key != null && (key.equals(old.session().key()) || key.startsWith(old.id() + "@"));
    }

    private static Optional<StoredSession> like(Set<StoredSession> left, Session session, List<Session> brought) {
        Predicate<StoredSession> unkeyed = old -> old.session().key() == null || session.key() == null;
        Predicate<StoredSession> titled =
                unkeyed.and(old -> old.session().title().equals(session.title()));
        Optional<StoredSession> same =
                take(left, titled.and(old -> Objects.equals(old.session().start(), session.start())));
        boolean one = left.stream().filter(titled).count() == 1
                && brought.stream()
                                .filter(other -> other.title().equals(session.title()))
                                .count()
                        == 1;
        return same.isPresent() || !one ? same : take(left, titled);
    }

    private static Optional<StoredSession> take(Set<StoredSession> left, Predicate<StoredSession> wanted) {
        Optional<StoredSession> first = left.stream().filter(wanted).findFirst();
        first.ifPresent(left::remove);
        return first;
    }

    private static Change fresh(Session session) {
        return new Change(Change.Kind.NEW, null, session, session, List.of(), List.of());
    }

    private static Change change(StoredSession old, Session brought) {
        Merge merge = new Merge(old.session(), old.brought());
        Session after = new Session(
                old.session().key() == null ? brought.key() : old.session().key(),
                merge.title(brought),
                merge.take("place", Session::place, brought),
                merge.take("start", Session::start, brought),
                merge.take("end", Session::end, brought),
                merge.moderators(brought),
                merge.take("seats", Session::seats, brought),
                merge.take("template", Session::template, brought),
                merge.take("preset", Session::preset, brought));
        Change.Kind kind = merge.changed().isEmpty() ? Change.Kind.SAME : Change.Kind.UPDATED;
        return new Change(kind, old, after, brought, merge.changed(), merge.kept());
    }
}
