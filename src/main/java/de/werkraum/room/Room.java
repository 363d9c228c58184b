package de.werkraum.room;

import de.werkraum.Config;
import de.werkraum.access.Ids;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.crdt.Doc;
import de.werkraum.pace.SerialQueue;
import de.werkraum.problem.Problem;
import de.werkraum.store.Actor;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.StoredVersion;
import de.werkraum.store.Stores;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One live room: whoever is connected, its document, its polls, its state. Obtained from {@link Rooms#at} and used on its event loop only.
 */
public final class Room {
    static final long TICK_MILLIS = 1_000;

    private final Context context;
    private final Thread thread = Thread.currentThread();
    private final Vertx vertx;
    private final Clock clock;
    private final Config.Limits limits;
    private final Stores stores;
    private final @Nullable String joinUrl;
    private final Consumer<Room> whenIdle;
    private final Fanout fanout;
    private final SerialQueue acts;
    private final Presence presence;
    private final Ids ids = new Ids();
    private final LivePlan plan;
    private final Inbox inbox;
    private final Reception reception;
    private final Versions versions;
    private final Polls polls;
    private final Personal personal;
    private final long ticker;
    private StoredRoom state;
    private Map<Role, String> codes;
    private long toldVersion;
    private boolean gone;

    /** What loading brings together; see {@link RoomLoader}. */
    Room(Loop loop, RoomLoader loader, RoomLoader.Parts parts, Consumer<Room> whenIdle) {
        context = loop.context();
        vertx = loader.vertx();
        clock = loader.clock();
        limits = loader.limits();
        stores = loader.stores();
        joinUrl = loader.joinUrl();
        this.whenIdle = whenIdle;
        state = parts.room();
        codes = parts.codes();
        presence = new Presence(limits);
        fanout = new Fanout(vertx, loop, presence.sessions(), loader.metrics());
        acts = new SerialQueue(context);
        plan = new LivePlan(state.id(), context, loader, parts.plan(), this::committed);
        inbox = new Inbox(this, plan, presence, fanout, loader.metrics());
        reception = new Reception(this, loader, presence, inbox, fanout);
        versions = new Versions(this, stores.versions(), stores.audit(), limits);
        polls = new Polls(this, loader, parts.polls());
        personal = new Personal(this, plan, stores.personal());
        toldVersion = plan.version();
        ticker = vertx.setPeriodic(TICK_MILLIS, id -> context.runOnContext(now -> tick()));
    }

    public UUID id() {
        return state.id();
    }

    public StoredRoom state() {
        return state;
    }

    public Doc doc() {
        return plan.doc();
    }

    public Polls polls() {
        return polls;
    }

    /** What the room keeps about its people. */
    public Personal personal() {
        return personal;
    }

    /** Kept states of the plan. */
    public Versions versions() {
        return versions;
    }

    /** The shared join codes by role. */
    public Map<Role, String> codes() {
        return codes;
    }

    /** Grows with every accepted update; the {@code version} of the plan. */
    public long version() {
        return plan.version();
    }

    /** Whether a stored row of the plan is damaged: it can be read, as it was before that row, and not be edited. */
    public boolean damaged() {
        return plan.damaged();
    }

    /** People with an open connection. */
    public int connections() {
        return presence.sessions().size();
    }

    /** Members with an open connection. */
    public Set<UUID> connected() {
        return presence.connected();
    }

    Context context() {
        return context;
    }

    /** Whether the caller is on the room's event loop. */
    boolean here() {
        return Thread.currentThread() == thread;
    }

    Presence presence() {
        return presence;
    }

    SerialQueue acts() {
        return acts;
    }

    boolean gone() {
        return gone;
    }

    long millis() {
        return clock.millis();
    }

    public Instant now() {
        return clock.instant();
    }

    // ---- connections

    /** Takes a connection in and tells it what it needs to begin; 429 or 503 where the member or the room has too many. */
    public Session enter(Member member, Outlet outlet, Session.Kind kind, Instant expires) {
        return reception.enter(member, outlet, kind, expires);
    }

    Reception reception() {
        return reception;
    }

    /** Sends a connection away. */
    void dismiss(Session session, Goodbye goodbye) {
        reception.dismiss(session, goodbye);
    }

    void sendStep1(Session session) {
        send(session, inbox.step1());
    }

    void send(Session session, Outgoing message) {
        fanout.letter(session, message);
    }

    void tell(Session session, JsonObject event) {
        if (session.hearsEvents()) {
            send(session, Events.encode(event));
        }
    }

    void tellAll(JsonObject event) {
        Outgoing message = Events.encode(event);
        for (Session session : presence.sessions()) {
            if (session.hearsEvents()) {
                send(session, message);
            }
        }
    }

    /** A sign of life by HTTP: counts as presence for a quorum. */
    public void seen(Member member) {
        presence.seen(member.id(), millis());
    }

    private void committed(long seq) {
        inbox.committed(seq);
    }

    private void tick() {
        versions.tick();
        polls.report(polls.open().size());
        presence.news().ifPresent(this::tellAll);
        if (toldVersion != plan.version()) {
            toldVersion = plan.version();
            tellStreams(new JsonObject().put("type", "plan").put("version", String.valueOf(toldVersion)));
        }
        reception.tick();
        if (reception.emptyFor(limits.idleRoomSeconds() * 1_000L)) {
            makeRoom();
        }
    }

    /** Leaves memory, unless somebody is here, something is not saved, or an act is under way that may yet write. */
    void makeRoom() {
        if (!gone && presence.sessions().isEmpty() && plan.saved() && acts.idle() && polls.idle()) {
            unload();
        }
    }

    private void tellStreams(JsonObject event) {
        Outgoing message = Events.encode(event);
        for (Session session : presence.sessions()) {
            if (!session.syncs()) {
                send(session, message);
            }
        }
    }

    private void unload() {
        gone = true;
        polls.report(0);
        versions.leave();
        vertx.cancelTimer(ticker);
        polls.stop();
        whenIdle.accept(this);
    }

    // ---- acts

    /** Why this member may not edit the plan now, or the empty string. */
    public String refusal(Role role) {
        if (plan.damaged()) {
            return "the stored plan is damaged and can only be read";
        } else if (state.closed()) {
            return "the room is closed";
        } else if (role == Role.VIEWER) {
            return "viewers only read";
        }
        return state.locked() && !role.moderates() ? "the plan is locked" : "";
    }

    /** Throws {@code closed} or {@code damaged} where somebody of that role may not edit the plan now. */
    public void requireWriter(Role role) {
        String refusal = refusal(role);
        if (!refusal.isEmpty()) {
            throw Problem.conflict(damaged() ? "damaged" : "closed", refusal);
        }
    }

    /** Stores a change of the room's state, then tells everybody. */
    public Future<StoredRoom> change(UnaryOperator<StoredRoom> edit, boolean gather, Member by) {
        return acts.pass(() -> {
            StoredRoom before = state;
            StoredRoom after = edit.apply(before);
            return stores.rooms()
                    .update(after, now(), RoomChanges.notes(this, before, after, gather, by))
                    .compose(stored -> {
                        state = after;
                        if (!before.phase().equals(after.phase())) {
                            versions.keep(StoredVersion.Reason.PHASE, before.phase(), by);
                        }
                        presence.sessions().forEach(session -> tell(session, Events.room(this, session.member())));
                        if (gather) {
                            tellAll(new JsonObject().put("type", "gather").put("spotlight", after.spotlight()));
                        }
                        welcomeBackWriters(before);
                        return after.closed() ? polls.closeAll(by).map(after) : Future.succeededFuture(after);
                    });
        });
    }

    /** An act of somebody here and now, to be noted with what it does; by the server itself where {@code by} is null. */
    public AuditEntry note(@Nullable Member by, String act) {
        return AuditEntry.of(ids.next(), id(), now(), by, act);
    }

    /** The same, with what asks for it if that may come again. */
    AuditEntry noteOf(Actor by, String act) {
        return note(by.member(), act).asked(by.request());
    }

    /** Whoever may write again is asked for what was typed meanwhile. */
    private void welcomeBackWriters(StoredRoom before) {
        boolean reopened = (before.locked() && !state.locked()) || (before.closed() && !state.closed());
        for (Session session : presence.sessions()) {
            if (reopened && session.syncs() && refusal(session.member().role()).isEmpty()) {
                sendStep1(session);
            }
        }
    }

    /** A code was renewed. */
    public void codesChanged(Map<Role, String> renewed) {
        codes = renewed;
        presence.sessions().forEach(session -> tell(session, Events.room(this, session.member())));
    }

    /** A member's name, organisation or role is stored anew: open connections follow at once. */
    public void memberChanged(Member member) {
        for (Session session : presence.sessions()) {
            if (session.member().id().equals(member.id())) {
                Role before = session.member().role();
                session.become(member);
                tell(session, Events.room(this, member));
                polls.greet(session);
                if (session.syncs() && before == Role.VIEWER) {
                    sendStep1(session);
                }
            }
        }
    }

    /** A member is gone: its connections close, its ballots in open polls go. */
    public Future<Void> memberRemoved(UUID member) {
        for (Session session : List.copyOf(presence.sessions())) {
            if (session.member().id().equals(member)) {
                dismiss(session, Goodbye.REMOVED);
            }
        }
        return polls.expel(member);
    }

    /** Edits the plan for the server itself and tells everybody. */
    public void edit(Runnable edits) {
        byte[] update = plan.edit(edits);
        if (update.length > 0) {
            inbox.relay(update);
        }
    }

    /** Completes when everything in the plan so far is committed. */
    public Future<Void> allSaved() {
        return plan.allSaved();
    }

    /** Tells everybody whether commits succeed. */
    public void storage(boolean ok) {
        tellAll(Events.storage(ok));
    }

    /** Sends everybody away: the room was deleted, or the server stops. */
    public void end(Goodbye goodbye) {
        List.copyOf(presence.sessions()).forEach(session -> dismiss(session, goodbye));
        if (goodbye == Goodbye.ROOM_DELETED) {
            unload();
        }
    }

    /** Base of links and QR codes where the operator has set one. */
    @Nullable
    String joinUrl() {
        return joinUrl;
    }

    /** The participants' code, which the screen shows; null while there is none. */
    public @Nullable String joinCode() {
        return codes.get(Role.PARTICIPANT);
    }
}
