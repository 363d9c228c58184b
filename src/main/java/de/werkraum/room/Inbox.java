package de.werkraum.room;

import de.werkraum.access.Member;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.journal.Decision;
import de.werkraum.journal.LivePlan;
import de.werkraum.journal.Saved;
import de.werkraum.journal.Welcome;
import de.werkraum.metrics.Metrics;
import de.werkraum.sync.Message;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Session;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a room does with the messages of its sockets. On the room's event loop only. */
final class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class.getName());
    private static final Future<Void> DONE = Future.succeededFuture();
    /**
     * What a step of the engine beyond the bytes of a message counts as: with 128 MiB a second of a member, its searches take a tenth of a core.
     */
    private static final long STEP_BYTES = 16;

    private final RoomState state;
    private final LivePlan plan;
    private final Presence presence;
    private final Audience audience;
    private final StepNews steps;
    private final Welcome welcome;
    /** What becomes of each connection's work. */
    private final Map<Session, Saved> saved = new HashMap<>();
    /** Those with work that is not committed. */
    private final Set<Session> unsaved = new HashSet<>();
    /** Those with edits that rest on something that has not come. */
    private final Set<Session> holding = new HashSet<>();

    private final Metrics metrics;

    Inbox(RoomState state, LivePlan plan, Presence presence, Audience audience, StepNews steps, Metrics metrics) {
        this.state = state;
        this.plan = plan;
        this.presence = presence;
        this.audience = audience;
        this.steps = steps;
        welcome = new Welcome();
        this.metrics = metrics;
    }

    /** A connection has come, and what becomes of its work is to be told by that. It hears what it needs to begin. */
    void enter(Session session, Saved news) {
        saved.put(session, news);
        audience.rights(session, mayWrite(session));
        if (session.syncs()) {
            if (!session.hearsRights()) {
                ask(session);
            }
            if (!presence.states().isEmpty()) {
                audience.send(session, Outgoing.Presence.of(presence.states()));
            }
        }
    }

    private boolean mayWrite(Session session) {
        return state.refusal(session.member().role()).isEmpty();
    }

    private Saved saved(Session session) {
        return Objects.requireNonNull(saved.get(session), "not connected");
    }

    /** Asks a client for what it has and the server lacks. */
    void ask(Session session) {
        audience.send(session, welcome.step1(plan.doc(), plan.version()));
    }

    /** Asks one who may write now and could not before for what was typed meanwhile, as soon as the plan is here. */
    void askSoon(Session session) {
        plan.here(() -> {
                    if (session.present()) {
                        ask(session);
                    }
                    return Future.succeededFuture();
                })
                .onFailure(bug -> LOG.log(Level.SEVERE, "Not asked for what was typed", bug));
    }

    /** The same of all. */
    void welcomeBack() {
        for (Session session : audience.sessions()) {
            if (session.syncs() && mayWrite(session)) {
                askSoon(session);
            }
        }
    }

    /**
     * A connection says something about the plan or about presence. Completes when that is dealt with, mostly at once.
     *
     * @throws MalformedUpdateException if it is malformed, or fails with it; nothing has changed
     */
    Future<Void> receive(Session session, Message message) {
        if (message instanceof Message.Update update) {
            return write(session, update.update(), false);
        } else if (message instanceof Message.Step2 step2) {
            return write(session, step2.update(), true);
        } else if (message instanceof Message.Step1 step1) {
            return missing(step1.stateVector()).map(parts -> answer(session, parts));
        } else if (message instanceof Message.Exchange exchange) {
            saved(session).asks();
            ask(session);
            return missing(exchange.stateVector()).map(parts -> answer(session, parts));
        } else if (message instanceof Message.AwarenessUpdate awareness) {
            audience.presence(presence.take(session, awareness.states()));
        } else if (message instanceof Message.QueryAwareness) {
            Outgoing answer = Outgoing.Presence.of(presence.states());
            session.flow().causes(answer.length());
            audience.send(session, answer);
        }
        return DONE;
    }

    private Void answer(Session session, List<Outgoing> parts) {
        if (session.present()) {
            parts.forEach(part -> {
                session.flow().causes(part.length());
                audience.send(session, part);
            });
        }
        return null;
    }

    private Future<List<Outgoing>> missing(byte[] stateVector) {
        long version = plan.version();
        if (!Welcome.isFor(stateVector)) {
            return plan.read(
                    stateVector.length, doc -> List.of(new Outgoing.Step2(doc.encodeStateAsUpdate(stateVector))));
        }
        return welcome.has(version)
                ? Future.succeededFuture(welcome.step2(plan.doc(), version))
                : plan.read(doc -> welcome.step2(doc, version));
    }

    /** To be called now and then. */
    void rest() {
        if (!plan.lent()) {
            welcome.rest();
            plan.rest();
        }
    }

    /** @param step2 whether it was sent as what the server lacked, not as an edit */
    private Future<Void> write(Session session, byte[] update, boolean step2) {
        Member member = session.member();
        String refusal = state.refusal(member.role());
        if (!plan.takesLong(update)) {
            decided(session, plan.take(update, member, !step2, refusal, presence::connected), step2);
            return DONE;
        }
        Set<UUID> connected = presence.connected();
        return plan.takeAside(update, member, !step2, refusal, connected::contains)
                .map(decision -> {
                    decided(session, decision, step2);
                    return null;
                });
    }

    private void decided(Session session, Decision decision, boolean step2) {
        session.flow().causes(plan.takenSteps() * STEP_BYTES);
        if (decision instanceof Decision.Taken taken) {
            steps.by(session.member());
            Outgoing.Update told = new Outgoing.Update(taken.update());
            session.flow().causes((long) told.length() * audience.sessions().size());
            audience.edit(told, session);
        }
        if (session.present()) {
            settle(session, decision, step2);
        }
        if (decision instanceof Decision.Taken) {
            release();
        }
    }

    /** What becomes of the work of somebody who is still here. */
    private void settle(Session session, Decision decision, boolean step2) {
        Saved saved = saved(session);
        if (decision instanceof Decision.Taken taken) {
            if (taken.lacking().isEmpty()) {
                note(saved, taken.seq(), step2);
            } else {
                saved.hold(taken.lacking());
                holding.add(session);
            }
        } else if (decision instanceof Decision.Refused refused) {
            metrics.refused(refused.reason());
            audience.send(session, new Outgoing.Denied(refused.reason()));
            if (step2) {
                saved.refuseStep2();
            } else {
                saved.refuse(plan.committed());
            }
        } else {
            // the document may have it from a connection before, and PostgreSQL not yet
            note(saved, plan.version(), step2);
        }
        if (!saved.settled()) {
            unsaved.add(session);
            if (step2) {
                plan.hurry();
            }
        }
        tellSaved(session, step2 || decision instanceof Decision.Refused);
    }

    /** Whether what some edits rest on has come now. */
    private void release() {
        holding.removeIf(session -> {
            Saved saved = saved(session);
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

    /** Edits the plan for the server itself and tells everybody. */
    Future<Void> edit(Consumer<Doc> edits) {
        return plan.edit(edits).map(update -> {
            steps.byServer();
            if (update.length > 0) {
                relay(update);
            }
            return null;
        });
    }

    private void relay(byte[] update) {
        release();
        audience.edit(new Outgoing.Update(update), null);
    }

    /** Everything up to that number is in PostgreSQL: those whose work it is hear of it. */
    void committed(long seq) {
        unsaved.removeIf(session -> {
            Saved saved = saved(session);
            boolean syncing = !saved.synced();
            saved.advance(seq);
            tellSaved(session, syncing && saved.synced());
            return saved.settled();
        });
    }

    /** An author has gone. */
    void leave(Session session) {
        saved.remove(session);
        unsaved.remove(session);
        holding.remove(session);
    }

    private void tellSaved(Session session, boolean hurry) {
        if (session.hearsNews() && saved(session).changed()) {
            audience.news(session, hurry);
        }
    }
}
