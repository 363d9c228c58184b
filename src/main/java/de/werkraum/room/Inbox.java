package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.metrics.Metrics;
import de.werkraum.sync.AwarenessState;
import de.werkraum.sync.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a room does with the messages of its sockets. On the room's event loop only. */
final class Inbox {
    private final Room room;
    private final LivePlan plan;
    private final Presence presence;
    private final Fanout fanout;
    private final Welcome welcome;
    /** Those with work that is not committed. */
    private final Set<Session> unsaved = new HashSet<>();
    /** Those with edits that rest on something that has not come. */
    private final Set<Session> holding = new HashSet<>();

    private final Metrics metrics;

    Inbox(Room room, LivePlan plan, Presence presence, Fanout fanout, Metrics metrics) {
        this.room = room;
        this.plan = plan;
        this.presence = presence;
        this.fanout = fanout;
        welcome = new Welcome(plan.doc());
        this.metrics = metrics;
    }

    /** A malformed message ends its socket and changes nothing. */
    void receive(Session session, byte[] bytes) {
        try {
            handle(session, Message.decode(bytes), bytes);
        } catch (MalformedUpdateException e) {
            room.dismiss(session, Goodbye.MALFORMED);
        }
    }

    private void handle(Session session, Message message, byte[] bytes) {
        if (message instanceof Message.Update update) {
            write(session, update.update(), bytes);
        } else if (message instanceof Message.Step2 step2) {
            write(session, step2.update(), null);
        } else if (message instanceof Message.Step1 step1) {
            missing(step1.stateVector()).forEach(part -> {
                session.flow().causes(part.message().length);
                room.send(session, part);
            });
        } else if (message instanceof Message.AwarenessUpdate awareness) {
            fanout.presence(presence.take(session, awareness.states()));
        } else if (message instanceof Message.QueryAwareness) {
            Outgoing answer = Outgoing.of(Message.awareness(presence.states()));
            session.flow().causes(answer.message().length);
            room.send(session, answer);
        } else if (message instanceof Message.Event event && session.hearsEvents()) {
            room.polls().casting().receive(session, event.json());
        }
    }

    private List<Outgoing> missing(byte[] stateVector) {
        return Welcome.isFor(stateVector)
                ? welcome.step2(plan.version())
                : List.of(Outgoing.of(Message.sync(Message.STEP_2, plan.doc().encodeStateAsUpdate(stateVector))));
    }

    /** The server's own question for what a client has. */
    Outgoing step1() {
        return welcome.step1(plan.version());
    }

    /** To be called now and then. */
    void rest() {
        welcome.rest();
    }

    /** @param message the message that carries the update, as it came; null if this is a step 2 */
    private void write(Session session, byte[] update, byte @Nullable [] message) {
        boolean step2 = message == null;
        Member member = session.member();
        Saved saved = session.saved();
        LivePlan.Decision decision =
                plan.take(update, member, !step2, room.refusal(member.role()), presence::connected);
        if (decision instanceof LivePlan.Decision.Taken taken) {
            byte[] told = message == null || taken.update() != update
                    ? Message.sync(Message.UPDATE, taken.update())
                    : message;
            session.flow().causes((long) told.length * presence.sessions().size());
            fanout.edit(told, session);
            if (taken.lacking().isEmpty()) {
                note(saved, taken.seq(), step2);
            } else {
                saved.hold(taken.lacking());
                holding.add(session);
            }
            release();
        } else if (decision instanceof LivePlan.Decision.Refused refused) {
            metrics.refused(refused.reason());
            room.send(session, Outgoing.of(Message.permissionDenied(refused.reason())));
            if (!step2) {
                saved.refuse(plan.committed());
            }
        } else {
            // the document may have it from a connection before, and PostgreSQL not yet
            note(saved, plan.version(), step2);
        }
        if (!saved.settled()) {
            unsaved.add(session);
        }
        tellSaved(session, step2 || decision instanceof LivePlan.Decision.Refused);
    }

    /** Whether what some edits rest on has come now. */
    private void release() {
        holding.removeIf(session -> {
            Saved saved = session.saved();
            boolean arrived = plan.doc().knows(saved.lacking());
            if (arrived) {
                saved.arrived(plan.version(), plan.committed());
                tellSaved(session, true);
            }
            return arrived;
        });
    }

    private void note(Saved saved, long seq, boolean step2) {
        if (step2) {
            saved.step2(seq, plan.committed());
        } else {
            saved.update(seq, plan.committed());
        }
    }

    /** Tells an update of the server to all. */
    void relay(byte[] update) {
        release();
        fanout.edit(Message.sync(Message.UPDATE, update), null);
    }

    /** Tells changed presence to all. */
    void presence(List<AwarenessState> news) {
        fanout.presence(news);
    }

    /** Everything up to that number is in PostgreSQL: those whose work it is hear of it. */
    void committed(long seq) {
        unsaved.removeIf(session -> {
            Saved saved = session.saved();
            boolean syncing = !saved.synced();
            saved.advance(seq);
            tellSaved(session, syncing && saved.synced());
            return saved.settled();
        });
    }

    /** An author has gone. */
    void leave(Session session) {
        unsaved.remove(session);
        holding.remove(session);
    }

    private void tellSaved(Session session, boolean hurry) {
        if (session.hearsEvents() && session.saved().changed()) {
            fanout.news(session, hurry);
        }
    }
}
