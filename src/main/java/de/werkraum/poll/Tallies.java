package de.werkraum.poll;

import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.store.PollStore;
import de.werkraum.store.StoredPoll.State;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Events;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Scope;
import de.werkraum.wire.Session;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells how open polls fill: at most ten times a second and poll, participants of large rooms less often, and always the last time. A tally of a secret poll is stored before it is
 * shown, so that the next one keeps its distance even after a restart. On the room's event loop only.
 */
final class Tallies {
    private static final Logger LOG = Logger.getLogger(Tallies.class.getName());
    private static final long TALLY_MILLIS = 100;
    /** Messages a second that participants' tallies may take of the machine that is busy with their ballots: 2,000 hear one a second. */
    private static final int SENDS_PER_SECOND = 2_000;

    private static final long RETRY_MILLIS = 2_000;

    private final Scope scope;
    private final Audience audience;
    private final PollStore store;
    private final Set<UUID> due = new HashSet<>();
    private final Set<UUID> dueToAll = new HashSet<>();
    private final Set<UUID> storing = new HashSet<>();

    Tallies(Scope scope, Audience audience, PollStore store) {
        this.scope = scope;
        this.audience = audience;
        this.store = store;
    }

    /** Tells the tally soon; calls until then are told with it. */
    void soon(LivePoll poll) {
        in(TALLY_MILLIS, poll);
    }

    private void in(long millis, LivePoll poll) {
        UUID id = poll.stored().id();
        if (due.add(id)) {
            scope.after(millis, () -> {
                due.remove(id);
                if (poll.stored().is(State.OPEN)) {
                    renew(poll);
                }
            });
        }
    }

    private void renew(LivePoll poll) {
        UUID id = poll.stored().id();
        Optional<PollStore.Shown> next = storing.contains(id) ? Optional.empty() : poll.renewal();
        if (next.isEmpty() || !poll.settings().secret()) {
            next.ifPresent(poll::show);
            tell(poll);
            return;
        }
        storing.add(id);
        store.show(id, next.get()).onComplete(stored -> {
            storing.remove(id);
            if (stored.succeeded()) {
                poll.show(next.get());
                // What came meanwhile may be due as well.
                soon(poll);
            } else {
                LOG.log(Level.WARNING, "The tally of poll {0} can't be shown yet: {1}", new Object[] {
                    id, stored.cause().toString()
                });
                in(RETRY_MILLIS, poll);
            }
            if (poll.stored().is(State.OPEN)) {
                tell(poll);
            }
        });
    }

    /** Screens and moderators at once, participants at their pace. */
    private void tell(LivePoll poll) {
        tell(poll, false);
        UUID id = poll.stored().id();
        if (dueToAll.add(id)) {
            long pause = Math.max(1, 1_000L * audience.sessions().size() / SENDS_PER_SECOND - TALLY_MILLIS);
            scope.after(pause, () -> {
                dueToAll.remove(id);
                if (poll.stored().is(State.OPEN)) {
                    tell(poll, true);
                }
            });
        }
    }

    private void tell(LivePoll poll, boolean participants) {
        Outgoing shown = Events.encode(PollView.tally(poll, true));
        Outgoing hidden = Events.encode(PollView.tally(poll, false));
        for (Session session : audience.sessions()) {
            Member member = session.member();
            if (session.hearsEvents() && (member.role() == Role.PARTICIPANT) == participants) {
                audience.send(session, PollView.visible(poll, member).tally() ? shown : hidden);
            }
        }
    }

    /** Whether nothing is about to be told. */
    boolean quiet() {
        return due.isEmpty() && dueToAll.isEmpty() && storing.isEmpty();
    }
}
