package de.werkraum.room;

import de.werkraum.Config;
import de.werkraum.access.Member;
import de.werkraum.metrics.Metrics;
import de.werkraum.pace.FairQueue;
import de.werkraum.pace.Flow;
import de.werkraum.problem.Problem;
import de.werkraum.store.RoomStore;
import de.werkraum.sync.Message;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes connections into a room, passes on what they say, each in its member's turn, and sees them out. On the room's event loop only.
 */
final class Reception {
    private static final Logger LOG = Logger.getLogger(Reception.class.getName());
    /** How exactly it is known when somebody was last in a room; retention counts days. */
    private static final long ENTERED_MILLIS = 3_600_000;

    private final Room room;
    private final RoomStore store;
    private final Journal journal;
    private final Metrics metrics;
    private final Config.Limits limits;
    private final Presence presence;
    private final FairQueue turns;
    private final Inbox inbox;
    private final Fanout fanout;
    private long emptySince;
    private long enteredAt;

    Reception(Room room, RoomLoader loader, Presence presence, Inbox inbox, Fanout fanout) {
        this.room = room;
        this.presence = presence;
        this.inbox = inbox;
        this.fanout = fanout;
        store = loader.stores().rooms();
        journal = loader.journal();
        metrics = loader.metrics();
        limits = loader.limits();
        turns = new FairQueue(loader.vertx(), room.context(), limits, System::nanoTime, loader.waitingBytes());
        emptySince = room.millis();
    }

    /** Takes a connection in and tells it what it needs to begin; 429 or 503 where the member or the room has too many. */
    Session enter(Member member, Outlet outlet, Session.Kind kind, Instant expires) {
        Flow flow = turns.of(member.id());
        if (flow.connections() >= limits.connections().socketsPerMember()) {
            throw Problem.tooMany("This member has too many connections.");
        } else if (presence.sessions().size() >= limits.connections().socketsPerRoom()) {
            throw Problem.unavailable("The room has too many connections.");
        }
        noteEntered();
        Session session = new Session(room, member, outlet, kind, expires, flow);
        session.flow().connected();
        presence.enter(session);
        metrics.connected(session.kind());
        if (session.syncs()) {
            room.sendStep1(session);
            if (!presence.states().isEmpty()) {
                room.send(session, Outgoing.of(Message.awareness(presence.states())));
            }
        }
        room.tell(session, Events.room(room, session.member()));
        room.polls().greet(session);
        room.tell(session, presence.greeting());
        if (!journal.storing()) {
            room.tell(session, Events.storage(false));
        }
        return session;
    }

    private void noteEntered() {
        if (room.millis() - enteredAt > ENTERED_MILLIS) {
            enteredAt = room.millis();
            store.entered(room.id(), room.now())
                    .onFailure(failure -> LOG.log(Level.WARNING, "Visit of room {0} not noted: {1}", new Object[] {
                        room.id(), failure.toString()
                    }));
        }
    }

    /** The connection has ended; what it said before is dealt with first. */
    void leave(Session session) {
        queue(session, new Flow.Turn(0, () -> end(session)));
    }

    /** A message of a connection. */
    void receive(Session session, byte[] message) {
        queue(session, new Flow.Turn(message.length, () -> handle(session, message)));
    }

    private void queue(Session session, Flow.Turn turn) {
        Flow flow = session.flow();
        if (session.present() && !turns.take(flow, turn)) {
            turns.drop(flow);
            for (Session one : List.copyOf(presence.sessions())) {
                if (one.flow() == flow) {
                    dismiss(one, Goodbye.FLOODING);
                }
            }
        }
    }

    private void handle(Session session, byte[] message) {
        if (session.present()) {
            try {
                inbox.receive(session, message);
            } catch (RuntimeException e) {
                LOG.log(
                        Level.SEVERE,
                        e,
                        () -> "Message of member " + session.member().id() + " failed in room " + room.id());
                dismiss(session, Goodbye.INTERNAL);
            }
        }
        journal.whenRoom(() -> session.outlet().handled(message.length));
    }

    private void end(Session session) {
        if (session.present()) {
            inbox.leave(session);
            session.flow().disconnected();
            metrics.disconnected(session.kind());
            inbox.presence(presence.leave(session, room.millis()));
            emptySince = room.millis();
        }
    }

    /** Sends a connection away. */
    void dismiss(Session session, Goodbye goodbye) {
        metrics.goodbye(goodbye.word());
        end(session);
        fanout.close(session, goodbye);
    }

    /** To be called every second: whose token has expired goes, who has heard nothing for long hears that the server is there. */
    void tick() {
        turns.forget();
        inbox.rest();
        long millis = room.millis();
        Instant now = room.now();
        Outgoing heartbeat = Outgoing.of(Message.awareness(List.of()));
        for (Session session : List.copyOf(presence.sessions())) {
            if (session.expired(now)) {
                dismiss(session, Goodbye.EXPIRED);
            } else if (session.silentFor(limits.heartbeatSeconds() * 1_000L - Room.TICK_MILLIS, millis)) {
                room.send(session, heartbeat);
            }
        }
    }

    /** Whether the last connection ended, or the room was loaded, longer ago than that. */
    boolean emptyFor(long millis) {
        return room.millis() - emptySince > millis;
    }
}
