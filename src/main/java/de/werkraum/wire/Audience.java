package de.werkraum.wire;

import de.werkraum.metrics.Metrics;
import de.werkraum.sync.AwarenessState;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody connected to a room, and how they are told. On the room's event loop only. */
public final class Audience {
    private final Set<Session> sessions = new LinkedHashSet<>();
    /** Those of this server. */
    private final Set<Session> near = new LinkedHashSet<>();
    /** Other servers, and how many connections each has. */
    private final Map<Edge, Integer> edges = new LinkedHashMap<>();

    private final Fanout fanout;

    /** Nobody yet. */
    public Audience(Vertx vertx, Loop loop, Metrics metrics) {
        fanout = new Fanout(vertx, loop, near, edges.keySet(), metrics);
    }

    /** All connections, in the order they came. */
    public Collection<Session> sessions() {
        return Collections.unmodifiableSet(sessions);
    }

    /** The connections of one member. */
    public List<Session> of(UUID member) {
        return sessions.stream()
                .filter(session -> session.member().id().equals(member))
                .toList();
    }

    /** One connection more. */
    public void enter(Session session) {
        sessions.add(session);
        Edge edge = session.outlet().edge();
        if (edge == null) {
            near.add(session);
        } else {
            edges.merge(edge, 1, Integer::sum);
        }
        session.present(true);
    }

    /** One connection less. */
    public void leave(Session session) {
        boolean was = sessions.remove(session);
        near.remove(session);
        Edge edge = session.outlet().edge();
        if (was && edge != null) {
            edges.computeIfPresent(edge, (same, count) -> count == 1 ? null : count - 1);
        }
        session.present(false);
    }

    /** A message for one connection. */
    public void send(Session session, Outgoing message) {
        fanout.letter(session, message);
    }

    /** An event for one connection, if it hears events. */
    public void tell(Session session, JsonObject event) {
        if (session.hearsEvents()) {
            send(session, Events.encode(event));
        }
    }

    /** Whether its member may write now, for one connection, if it hears that. */
    public void rights(Session session, boolean writes) {
        if (session.hearsRights()) {
            send(session, new Outgoing.Rights(writes));
        }
    }

    /** An event for all who hear events. */
    public void tellAll(JsonObject event) {
        Outgoing message = Events.encode(event);
        for (Session session : sessions) {
            if (session.hearsEvents()) {
                send(session, message);
            }
        }
    }

    /** An event for those who hear nothing of edits. */
    public void tellStreams(JsonObject event) {
        Outgoing message = Events.encode(event);
        for (Session session : sessions) {
            if (!session.syncs()) {
                send(session, message);
            }
        }
    }

    /** An edit for everybody who syncs but its author. */
    public void edit(Outgoing.Update edit, @Nullable Session author) {
        fanout.edit(edit, author);
    }

    /** Presence for everybody who syncs; a newer state of a client takes the place of one still waiting. */
    public void presence(List<AwarenessState> states) {
        fanout.presence(states);
    }

    /**
     * A connection has news of its own, which it tells with whatever is sent to it next.
     *
     * @param hurry whether they are worth a write of their own now; if not, they get one in a while
     */
    public void news(Session session, boolean hurry) {
        fanout.news(session, hurry);
    }

    /** Letters written before arrive before the goodbye. */
    public void dismiss(Session session, Goodbye goodbye) {
        fanout.close(session, goodbye);
    }
}
