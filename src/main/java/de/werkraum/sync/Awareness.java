package de.werkraum.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is where: the newest state of each Yjs client, and to whom its id belongs. An id belongs to the owner who introduced it, also after
 * its connection has ended; states for it from others are ignored, since stock clients echo what they hear. Not thread-safe.
 *
 * <p>A client that went and comes back with the clock it had is taken in again: its clock goes on one higher for all others, until it has heard of that
 * itself. Stock clients tell what they hear of themselves, so this must end there.
 *
 * @param <O> an owner, equal to itself over all of its connections
 */
public final class Awareness<O> {
    private final Map<Long, Known<O>> clients = new HashMap<>();
    private final Map<O, Integer> owned = new HashMap<>();
    /** Ids whose client has gone, of each owner and of all, the first to go first: the first to be forgotten. */
    private final Map<O, Set<Long>> gone = new HashMap<>();

    private final Set<Long> allGone = new LinkedHashSet<>();
    private final int limit;
    private final int ownLimit;

    private static final class Known<O> {
        final O owner;
        long clock;
        long ahead;
        String state = AwarenessState.GONE;

        Known(O owner) {
            this.owner = owner;
        }

        /** Whether the client goes on from the clock that others know, or some tab tells what was told to all. */
        boolean heardItself(AwarenessState told) {
            return told.clock() > clock
                    || (told.clock() == clock && told.state().equals(state));
        }
    }

    /**
     * @param limit client ids remembered at the most; ids of gone clients are forgotten first, further ids are ignored
     * @param ownLimit of these, such that belong to one owner
     */
    public Awareness(int limit, int ownLimit) {
        this.limit = limit;
        this.ownLimit = ownLimit;
    }

    /** Whether an id is this owner's to tell about, or nobody's yet. */
    public boolean tells(long client, O owner) {
        Known<O> known = clients.get(client);
        return known == null || known.owner.equals(owner);
    }

    /** Takes a state from an owner; answers what others are to hear, or nothing where it is old or not the owner's to tell. */
    public Optional<AwarenessState> take(AwarenessState told, O owner) {
        Known<O> known = clients.get(told.client());
        if (known == null) {
            if (told.gone() || !hasRoom(owner)) {
                return Optional.empty();
            }
            known = new Known<>(owner);
            owned.merge(owner, 1, Integer::sum);
            clients.put(told.client(), known);
        } else {
            if (!known.owner.equals(owner)) {
                return Optional.empty();
            }
            if (known.heardItself(told)) {
                known.ahead = 0;
            }
            long clock = told.clock() + known.ahead;
            boolean back = known.state.equals(AwarenessState.GONE) && !told.gone() && clock == known.clock;
            known.ahead += back ? 1 : 0;
            boolean goes = told.gone() && !known.state.equals(AwarenessState.GONE) && clock == known.clock;
            if (!back && !goes && clock <= known.clock) {
                return Optional.empty();
            }
        }
        known.clock = told.clock() + known.ahead;
        become(told.client(), known, told.state());
        return Optional.of(new AwarenessState(told.client(), known.clock, known.state));
    }

    /** The client's connection has ended; answers what others are to hear. */
    public Optional<AwarenessState> leave(long client) {
        Known<O> known = clients.get(client);
        if (known == null || known.state.equals(AwarenessState.GONE)) {
            return Optional.empty();
        }
        become(client, known, AwarenessState.GONE);
        return Optional.of(new AwarenessState(client, known.clock, AwarenessState.GONE));
    }

    /** All clients that are there. */
    public List<AwarenessState> present() {
        List<AwarenessState> states = new ArrayList<>();
        clients.forEach((client, known) -> {
            if (!known.state.equals(AwarenessState.GONE)) {
                states.add(new AwarenessState(client, known.clock, known.state));
            }
        });
        return states;
    }

    private void become(long client, Known<O> known, String state) {
        known.state = state;
        if (state.equals(AwarenessState.GONE)) {
            allGone.add(client);
            gone.computeIfAbsent(known.owner, any -> new LinkedHashSet<>()).add(client);
        } else {
            stays(client, known.owner);
        }
    }

    /** It is not among those to be forgotten any more. */
    private void stays(long client, O owner) {
        allGone.remove(client);
        gone.computeIfPresent(owner, (any, ids) -> ids.remove(client) && ids.isEmpty() ? null : ids);
    }

    private boolean hasRoom(O owner) {
        Set<Long> own = gone.get(owner);
        if (owned.getOrDefault(owner, 0) >= ownLimit) {
            if (own != null) {
                forget(own.iterator().next());
            }
        } else if (clients.size() >= limit && !allGone.isEmpty()) {
            forget(allGone.iterator().next());
        }
        return clients.size() < limit && owned.getOrDefault(owner, 0) < ownLimit;
    }

    private void forget(long client) {
        Known<O> known = clients.remove(client);
        if (known != null) {
            stays(client, known.owner);
            owned.computeIfPresent(known.owner, (owner, count) -> count > 1 ? count - 1 : null);
        }
    }
}
