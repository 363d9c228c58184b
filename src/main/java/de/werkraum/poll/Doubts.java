package de.werkraum.poll;

import de.werkraum.problem.Problem;
import de.werkraum.wire.Scope;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Polls of which it isn't known what PostgreSQL holds: the answer to an act got lost, so it may be done or not. What is stored is read before
 * the next act, and a poll becomes it. On the room's event loop only.
 */
final class Doubts {
    private static final Logger LOG = Logger.getLogger(Doubts.class.getName());

    private static final int TRIES = 3;
    /** Between two tries; long beside what the pool takes to see that a connection has ended, short beside what people notice. */
    private static final long PAUSE_MILLIS = 50;

    private final Scope scope;
    private final LoadedPolls store;
    private final PollBoard polls;
    private final Set<UUID> doubted = new HashSet<>();
    /** Of these PostgreSQL may have lost what it had committed. */
    private final Set<UUID> suspected = new HashSet<>();

    private Consumer<LivePoll> settled = poll -> {};
    private boolean settling;

    Doubts(Scope scope, LoadedPolls store, PollBoard polls) {
        this.scope = scope;
        this.store = store;
        this.polls = polls;
    }

    /** Names who hears of polls that have become what is stored. */
    void whenSettled(Consumer<LivePoll> hears) {
        settled = hears;
    }

    /** Ends an act that found the poll in PostgreSQL in another state than here. */
    static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stale() {
            super("the stored poll is in another state", null, false, false);
        }
    }

    /** Runs an act on a poll after all before it, with what is stored in mind; where its end stays unknown, that is read. */
    <T> Future<T> pass(UUID poll, Supplier<Future<T>> act) {
        return scope.acts().pass(() -> settle().compose(sure -> act.get()).recover(failure -> {
            if (failure instanceof Problem) {
                return Future.failedFuture(failure);
            }
            doubted.add(poll);
            return failure instanceof Stale
                    ? settle().compose(sure -> act.get())
                    : settle().transform(read -> Future.failedFuture(failure));
        }));
    }

    /** Something about that poll may have been stored or not. */
    void about(UUID poll) {
        doubted.add(poll);
    }

    /** PostgreSQL may have lost some of all polls. */
    void aboutAll() {
        polls.all().forEach(poll -> {
            doubted.add(poll.stored().id());
            suspected.add(poll.stored().id());
        });
    }

    /** Completes when nothing is in doubt. */
    Future<Void> over() {
        return scope.acts().pass(this::settle);
    }

    /** Called every second: doubts end by themselves, once PostgreSQL answers. */
    void tick() {
        if (!doubted.isEmpty() && !settling) {
            settling = true;
            over().onComplete(done -> settling = false);
        }
    }

    boolean none() {
        return doubted.isEmpty();
    }

    private Future<Void> settle() {
        if (doubted.isEmpty()) {
            return Future.succeededFuture();
        }
        Set<UUID> asked = Set.copyOf(doubted);
        Map<UUID, Long> votes = new HashMap<>();
        asked.stream()
                .filter(polls::has)
                .forEach(id -> votes.put(id, polls.get(id).changes()));
        return stored(asked, TRIES)
                .map(stored -> {
                    asked.forEach(id -> settle(id, votes, stored));
                    return (Void) null;
                })
                .onFailure(failure -> LOG.log(
                        Level.WARNING,
                        "What is stored of polls in room {0} is read again later: {1}",
                        new Object[] {scope.id(), failure.toString()}));
    }

    /** The pool may hand out the connection that broke with the answer until it has seen its end, which takes it a moment. */
    private Future<List<LivePoll>> stored(Set<UUID> asked, int tries) {
        return store.settled(scope.id(), asked).recover(broken -> {
            if (tries <= 1) {
                return Future.failedFuture(broken);
            }
            Promise<List<LivePoll>> later = Promise.promise();
            scope.after(PAUSE_MILLIS, () -> stored(asked, tries - 1).onComplete(later));
            return later.future();
        });
    }

    private void settle(UUID id, Map<UUID, Long> votes, List<LivePoll> stored) {
        LivePoll found = stored.stream()
                .filter(poll -> poll.stored().id().equals(id))
                .findFirst()
                .orElse(null);
        if (found == null) {
            lost(id, "it is gone");
            polls.remove(id);
        } else if (!polls.has(id)) {
            polls.add(found);
            settled.accept(found);
        } else if (polls.get(id).changes() == votes.getOrDefault(id, -1L)) {
            long lacking = polls.get(id).lacking(found);
            if (lacking > 0) {
                lost(id, lacking + " of " + polls.get(id).cast() + " ballots are not there as they were answered");
            }
            polls.get(id).become(found);
            settled.accept(polls.get(id));
        } else {
            // Ballots came in while it was read; the next second asks again.
            return;
        }
        doubted.remove(id);
        suspected.remove(id);
    }

    /** PostgreSQL had said that it holds more. */
    private void lost(UUID poll, String what) {
        if (polls.has(poll) && suspected.contains(poll)) {
            LOG.log(Level.SEVERE, "PostgreSQL has lost some of poll {0} in room {1}: {2}.", new Object[] {
                poll, scope.id(), what
            });
        }
    }
}
