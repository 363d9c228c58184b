package de.werkraum.room;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.card.Cards;
import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.journal.Journal;
import de.werkraum.journal.LivePlan;
import de.werkraum.journal.Saved;
import de.werkraum.metrics.Metrics;
import de.werkraum.pace.Aside;
import de.werkraum.pace.FairQueue;
import de.werkraum.pace.Flow;
import de.werkraum.poll.Polls;
import de.werkraum.problem.Problem;
import de.werkraum.sync.Message;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Events;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Outlet;
import de.werkraum.wire.Scope;
import de.werkraum.wire.Session;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes connections into a room, passes on what they say, each in its member's turn, and sees them out. On the room's event loop only.
 */
final class Reception implements Session.Inlet {
    private static final Logger LOG = Logger.getLogger(Reception.class.getName());

    private final Scope scope;
    private final RoomState state;
    private final Audience audience;
    private final Presence presence;
    private final Inbox inbox;
    private final Polls polls;
    private final Cards cards;
    private final LivePlan plan;
    private final Versions versions;
    private final FairQueue turns;
    private final Journal journal;
    private final Metrics metrics;
    private final Limits.Rooms limits;
    private final Outgoing heartbeat = Outgoing.Presence.of(List.of());
    private long emptySince;

    Reception(
            Scope scope,
            RoomState state,
            Audience audience,
            Presence presence,
            Inbox inbox,
            Polls polls,
            Cards cards,
            LivePlan plan,
            Versions versions,
            Services services) {
        this.scope = scope;
        this.state = state;
        this.audience = audience;
        this.presence = presence;
        this.inbox = inbox;
        this.polls = polls;
        this.cards = cards;
        this.plan = plan;
        this.versions = versions;
        journal = services.journal();
        metrics = services.metrics();
        limits = services.limits().rooms();
        turns = new FairQueue(
                services.vertx(),
                scope.context(),
                services.limits().pace(),
                System::nanoTime,
                services.waitingBytes(),
                plan::lent);
        emptySince = scope.millis();
    }

    @Override
    public Context context() {
        return scope.context();
    }

    @Override
    public boolean here() {
        return scope.here();
    }

    /** Takes a connection in and tells it what it needs to begin; 429 or 503 where the member or the room has too many. */
    Session enter(Member member, Outlet outlet, Session.Kind kind, Instant expires) {
        Flow flow = turns.of(member.id());
        if (flow.connections() >= limits.socketsPerMember()) {
            throw Problem.tooMany("This member has too many connections.");
        } else if (audience.sessions().size() >= limits.socketsPerRoom()) {
            throw Problem.unavailable("The room has too many connections.");
        }
        Saved saved = new Saved();
        Session session = new Session(this, member, outlet, kind, expires, flow, saved);
        flow.connected();
        audience.enter(session);
        metrics.connected(session.kind());
        inbox.enter(session, saved);
        audience.tell(session, state.event(member, scope.now()));
        polls.greet(session);
        cards.greet(session);
        audience.tell(session, presence.greeting());
        if (!journal.storing()) {
            audience.tell(session, Events.storage(false));
        }
        return session;
    }

    /** The connection has ended; what it said before is dealt with first. */
    @Override
    public void leave(Session session) {
        queue(session, new Flow.Turn(0, () -> end(session)));
    }

    @Override
    public void receive(Session session, byte[] message) {
        queue(session, new Flow.Turn(message.length, () -> handle(session, message)));
    }

    private void queue(Session session, Flow.Turn turn) {
        Flow flow = session.flow();
        if (session.present() && !turns.take(flow, turn)) {
            turns.drop(flow);
            dismiss(session.member().id(), Goodbye.FLOODING);
        }
    }

    private void handle(Session session, byte[] message) {
        Future<Void> dealt = session.present() ? take(session, message) : Future.succeededFuture();
        if (dealt.succeeded()) {
            handled(session, message);
            return;
        }
        dealt.onFailure(failure -> {
                    LOG.log(
                            Level.SEVERE,
                            failure,
                            () -> "Message of member " + session.member().id() + " failed in room " + scope.id());
                    dismiss(session, Goodbye.INTERNAL);
                })
                .onComplete(done -> handled(session, message));
    }

    private void handled(Session session, byte[] message) {
        journal.whenRoom(() -> session.handled(message.length));
    }

    /**
     * Deals with a message; one that can't be taken ends its socket and changes nothing. Clients of another dialect show by their first one, which
     * begins with a name. A long one is taken apart beside the loop, and all others of the room wait for it.
     */
    private Future<Void> take(Session session, byte[] bytes) {
        boolean first = session.first();
        try {
            Future<Heard> heard = bytes.length > Aside.SHORT
                    ? plan.aside(doc -> Heard.of(session, bytes))
                    : Future.succeededFuture(Heard.of(session, bytes));
            return heard.compose(message -> take(session, message, first))
                    .recover(failure -> malformed(session, failure, Goodbye.MALFORMED));
        } catch (RuntimeException e) {
            return malformed(session, e, Goodbye.MALFORMED);
        }
    }

    /** What a client has said, taken apart. */
    private record Heard(Message message, @Nullable JsonObject event) {
        static Heard of(Session session, byte[] bytes) {
            Message message = session.decode(bytes);
            boolean event = message instanceof Message.Event && session.hearsEvents();
            return new Heard(message, event ? json(((Message.Event) message).json()) : null);
        }
    }

    private Future<Void> malformed(Session session, Throwable failure, Goodbye wrong) {
        if (!(failure instanceof MalformedUpdateException)) {
            return Future.failedFuture(failure);
        }
        dismiss(session, wrong);
        return Future.succeededFuture();
    }

    private Future<Void> take(Session session, Heard heard, boolean first) {
        Message message = heard.message();
        if (first && message instanceof Message.Unknown) {
            dismiss(session, Goodbye.OTHER_DIALECT);
        } else if (heard.event() != null) {
            polls.receive(session, heard.event());
        } else if (!(message instanceof Message.Event)) {
            boolean update = message instanceof Message.Update || message instanceof Message.Step2;
            Goodbye wrong = update ? Goodbye.UNUSABLE : Goodbye.MALFORMED;
            return update && session.hearsRights()
                    ? beforeProvider(session).compose(kept -> receive(session, message, wrong))
                    : receive(session, message, wrong);
        }
        return Future.succeededFuture();
    }

    /** What is there is kept before the editor of another page writes. */
    private Future<Void> beforeProvider(Session session) {
        Member member = session.member();
        return state.refusal(member.role()).isEmpty() ? versions.beforeProvider(member) : Future.succeededFuture();
    }

    private Future<Void> receive(Session session, Message message, Goodbye wrong) {
        try {
            return inbox.receive(session, message).recover(failure -> malformed(session, failure, wrong));
        } catch (MalformedUpdateException e) {
            return malformed(session, e, wrong);
        }
    }

    private static JsonObject json(String text) {
        try {
            return new JsonObject(text);
        } catch (DecodeException e) {
            throw new MalformedUpdateException("an event that is no JSON object");
        }
    }

    private void end(Session session) {
        if (session.present()) {
            inbox.leave(session);
            session.flow().disconnected();
            metrics.disconnected(session.kind());
            audience.leave(session);
            audience.presence(presence.leave(session, scope.millis()));
            emptySince = scope.millis();
        }
    }

    /** Sends a connection away. */
    private void dismiss(Session session, Goodbye goodbye) {
        metrics.goodbye(goodbye.word());
        end(session);
        audience.dismiss(session, goodbye);
    }

    /** Sends all connections of a member away. */
    void dismiss(UUID member, Goodbye goodbye) {
        audience.of(member).forEach(session -> dismiss(session, goodbye));
    }

    /** Sends everybody away. */
    void dismissAll(Goodbye goodbye) {
        List.copyOf(audience.sessions()).forEach(session -> dismiss(session, goodbye));
    }

    /** To be called every so many milliseconds: whose token has expired goes, who has heard nothing for long hears that the server is there. */
    void tick(long every) {
        turns.forget();
        long millis = scope.millis();
        Instant now = scope.now();
        for (Session session : List.copyOf(audience.sessions())) {
            if (session.expired(now)) {
                dismiss(session, Goodbye.EXPIRED);
            } else if (session.silentFor(limits.heartbeatSeconds() * 1_000L - every, millis)) {
                audience.send(session, heartbeat);
            }
        }
    }

    /** Nobody works on the plan elsewhere any more: messages that waited for that have their turn. */
    void goOn() {
        turns.goOn();
    }

    /** Whether the last connection ended, or the room was loaded, longer ago than that. */
    boolean emptyFor(long millis) {
        return scope.millis() - emptySince > millis;
    }
}
