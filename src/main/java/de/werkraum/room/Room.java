package de.werkraum.room;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.card.Cards;
import de.werkraum.crdt.Doc;
import de.werkraum.journal.LivePlan;
import de.werkraum.journal.LoadedPlan;
import de.werkraum.pace.Heart;
import de.werkraum.plan.PlanWriter;
import de.werkraum.plan.StepWatch;
import de.werkraum.poll.LivePoll;
import de.werkraum.poll.Polls;
import de.werkraum.store.Announcement;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.CardStore;
import de.werkraum.store.RoomStore;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.StoredVersion;
import de.werkraum.store.Stores;
import de.werkraum.wire.Audience;
import de.werkraum.wire.Events;
import de.werkraum.wire.Goodbye;
import de.werkraum.wire.Loop;
import de.werkraum.wire.Outlet;
import de.werkraum.wire.Scope;
import de.werkraum.wire.Session;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One live room: whoever is connected, its document, its polls, its state. Obtained from {@link Rooms#at} and used on its event loop only. It
 * composes its parts, none of which knows it.
 */
public final class Room {
    private static final Logger LOG = Logger.getLogger(Room.class.getName());
    /** Longest wait of an act for its commit. */
    private static final long SAVED_SECONDS = 5;

    private final Limits.Rooms limits;
    private final RoomStore store;
    private final Consumer<Room> whenIdle;
    private final Scope scope;
    private final RoomState state;
    private final Audience audience;
    private final Presence presence;
    private final LivePlan plan;
    private final StepNews steps;
    private final Inbox inbox;
    private final Versions versions;
    private final Polls polls;
    private final Cards cards;
    private final MinuteTaker minutes;
    private final Reception reception;
    private final Visits visits;
    private final Personal personal;
    private final Heart heart;
    private final Runnable pulse;
    private long toldVersion;
    private boolean gone;

    /** What a room is made from. */
    record Parts(
            StoredRoom room,
            Optional<Announcement> announced,
            Map<Role, String> codes,
            LoadedPlan plan,
            StepWatch steps,
            List<LivePoll> polls,
            CardStore.Loaded cards) {}

    /** What loading brings together; see {@link RoomLoader}. */
    Room(Loop loop, Services services, Parts parts, Consumer<Room> whenIdle) {
        limits = services.limits().rooms();
        this.whenIdle = whenIdle;
        Stores stores = services.stores();
        store = stores.rooms();
        scope = new Scope(parts.room().id(), loop.context(), services.clock());
        audience = new Audience(services.vertx(), loop, services.metrics());
        presence = new Presence(audience, limits);
        plan = new LivePlan(scope.id(), scope.context(), services.journal(), parts.plan(), new LivePlan.Listener() {
            @Override
            public void committed(long seq) {
                inbox.committed(seq);
            }

            @Override
            public void back() {
                reception.goOn();
            }
        });
        state = new RoomState(parts.room(), parts.codes(), plan.damage(), services.joinUrl());
        parts.announced().ifPresent(state::announce);
        steps = new StepNews(scope, parts.steps(), audience, stores.audit());
        inbox = new Inbox(state, plan, presence, audience, steps, services.metrics());
        versions = new Versions(
                scope,
                state,
                plan,
                inbox::edit,
                stores,
                services.aside(),
                services.limits().versions());
        PollVenue venue = new PollVenue(scope, state, plan, presence, versions, this::releaseSpotlight);
        polls = new Polls(scope, audience, venue, stores, services.limits().polls(), services.metrics(), parts.polls());
        cards = new Cards(
                scope,
                audience,
                new CardDesk(state, plan, inbox),
                stores.cards(),
                services.limits().cards(),
                parts.cards());
        minutes = new MinuteTaker(scope, state, polls, steps::takeAgreed, inbox::edit);
        reception = new Reception(scope, state, audience, presence, inbox, polls, cards, plan, versions, services);
        visits = new Visits(scope, store);
        personal = new Personal(state, plan, presence, reception, polls, cards, inbox, stores.personal());
        toldVersion = plan.version();
        pulse = pulse()::beat;
        heart = loop.heart();
        heart.add(pulse);
    }

    public UUID id() {
        return scope.id();
    }

    public StoredRoom state() {
        return state.stored();
    }

    /** Does something with the room on its loop, now or as soon as its plan is not being worked on elsewhere. */
    <T> Future<T> here(Supplier<Future<T>> act) {
        return plan.here(act);
    }

    /** Reads the plan as it is now; what hears the answer comes before anything else that happens to the plan. */
    public <T> Future<T> read(Function<Doc, T> reading) {
        return plan.read(reading);
    }

    /** The same of a copy, for readers that nobody is to wait for. */
    public <T> Future<T> readCopy(BiFunction<Doc, Long, T> reading) {
        return plan.readCopy(reading);
    }

    /** A copy of the document. */
    public Future<LivePlan.Copy> copy() {
        return plan.copy();
    }

    /** The same where what is brought to it has that many bytes. */
    public <T> Future<T> read(int bytes, Function<Doc, T> reading) {
        return plan.read(bytes, reading);
    }

    public Polls polls() {
        return polls;
    }

    /** Ideas and questions. */
    public Cards cards() {
        return cards;
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
        return state.codes();
    }

    /** The participants' code, which the screen shows; null while there is none. */
    public @Nullable String joinCode() {
        return state.joinCode();
    }

    /** Grows with every accepted update; the {@code version} of the plan. */
    public long version() {
        return plan.version();
    }

    /** Whether a stored row of the plan is damaged or missing: all others are there. */
    public boolean damaged() {
        return plan.damage().isPresent();
    }

    /** People with an open connection. */
    public int connections() {
        return audience.sessions().size();
    }

    /** Members with an open connection. */
    public Set<UUID> connected() {
        return presence.connected();
    }

    /** How the room stands, at no cost. */
    public Glance glance() {
        JsonObject here = presence.event();
        StepWatch.Count count = steps.count();
        return new Glance(
                id(),
                here.getInteger("participants"),
                here.getInteger("viewers"),
                count.steps(),
                count.agreed(),
                polls.open());
    }

    /** Tells everybody here, and whoever comes, a sentence for a while; null takes it away. */
    public void announce(@Nullable Announcement said) {
        state.announce(said);
        tellState();
    }

    boolean gone() {
        return gone;
    }

    public Instant now() {
        return scope.now();
    }

    // ---- connections

    /** Takes a connection in and tells it what it needs to begin; 429 or 503 where the member or the room has too many. */
    public Session enter(Member member, Outlet outlet, Session.Kind kind, Instant expires) {
        Session session = reception.enter(member, outlet, kind, expires);
        visits.note();
        return session;
    }

    /** A sign of life by HTTP: counts as presence for a quorum. */
    void seen(Member member) {
        presence.seen(member.id(), scope.millis());
    }

    private Pulse pulse() {
        return new Pulse(
                id(),
                List.of(
                        versions::tick,
                        polls::tick,
                        cards::tick,
                        minutes::tick,
                        steps::tick,
                        () -> presence.news().ifPresent(audience::tellAll),
                        this::tellVersion,
                        inbox::rest,
                        () -> reception.tick(Heart.BEAT_MILLIS),
                        this::leaveWhenEmpty));
    }

    private void leaveWhenEmpty() {
        if (reception.emptyFor(limits.idleRoomSeconds() * 1_000L)) {
            makeRoom();
        }
    }

    private void tellVersion() {
        if (toldVersion != plan.version()) {
            toldVersion = plan.version();
            audience.tellStreams(new JsonObject().put("type", "plan").put("version", String.valueOf(toldVersion)));
        }
    }

    /** Leaves memory, unless somebody is here, something is not saved, or an act is under way that may yet write. */
    void makeRoom() {
        if (!gone
                && audience.sessions().isEmpty()
                && !plan.lent()
                && plan.saved()
                && scope.acts().idle()
                && polls.idle()
                && cards.idle()) {
            unload();
        }
    }

    private void unload() {
        gone = true;
        versions.leave();
        heart.remove(pulse);
        plan.leave();
        polls.stop();
        whenIdle.accept(this);
    }

    // ---- acts

    /** Why this member may not edit the plan now, or the empty string. */
    public String refusal(Role role) {
        return state.refusal(role);
    }

    /** Throws {@code closed} where somebody of that role may not edit the plan now. */
    public void requireWriter(Role role) {
        state.requireWriter(role);
    }

    /** An act of somebody here and now, to be noted with what it does; by the server itself where {@code by} is null. */
    public AuditEntry note(@Nullable Member by, String act) {
        return scope.note(by, act);
    }

    /** Stores a change of the room's state, then tells everybody. */
    public Future<StoredRoom> change(UnaryOperator<StoredRoom> edit, boolean gather, Member by) {
        return scope.acts().pass(() -> {
            StoredRoom before = state.stored();
            StoredRoom after = edit.apply(before);
            return store.update(after, now(), RoomChanges.notes(scope, before, after, gather, by))
                    .compose(stored -> changed(before, after, gather, by));
        });
    }

    private Future<StoredRoom> changed(StoredRoom before, StoredRoom after, boolean gather, Member by) {
        state.become(after);
        if (!before.phase().equals(after.phase())) {
            versions.keep(StoredVersion.Reason.PHASE, before.phase(), by);
            minutes.phase(after.phase());
        }
        tellState();
        if (gather) {
            audience.tellAll(new JsonObject().put("type", "gather").put("spotlight", after.spotlight()));
        }
        if ((before.locked() && !after.locked()) || (before.closed() && !after.closed())) {
            inbox.welcomeBack();
        }
        return after.closed() ? polls.closeAll(by).map(after) : Future.succeededFuture(after);
    }

    /**
     * A poll was opened or closed: the screen follows it, unless the plan is pinned. Passes after the act under way; if it can't be
     * stored, the screen stays where it is until somebody says otherwise.
     */
    private void releaseSpotlight() {
        scope.acts().pass(() -> {
            StoredRoom before = state.stored();
            if (before.spotlight() == null || before.pinned()) {
                return Future.<Void>succeededFuture();
            }
            StoredRoom after = before.withoutSpotlight();
            return store.update(after, now(), List.of()).<Void>map(stored -> {
                state.become(after);
                tellState();
                return null;
            });
        });
    }

    private void tellState() {
        audience.sessions().forEach(this::tellState);
    }

    private void tellState(Session session) {
        audience.tell(session, state.event(session.member(), now()));
        audience.rights(session, state.refusal(session.member().role()).isEmpty());
    }

    /** It was stored that the room belongs to another event now. */
    public void belongsTo(UUID event) {
        state.become(state.stored().in(event));
        tellState();
    }

    /** A code was renewed. */
    public void codesChanged(Map<Role, String> renewed) {
        state.codes(renewed);
        tellState();
    }

    /** A member's name, organisation or role is stored anew: open connections follow at once. */
    public void memberChanged(Member member) {
        cards.renamed(member);
        for (Session session : audience.of(member.id())) {
            boolean wrote = state.refusal(session.member().role()).isEmpty();
            session.become(member);
            tellState(session);
            polls.greet(session);
            cards.greet(session);
            if (session.syncs() && !wrote && state.refusal(member.role()).isEmpty()) {
                inbox.askSoon(session);
            }
        }
    }

    /** A member has gone to another session: it is here no more, and keeps its place. */
    public void movedOn(UUID member) {
        reception.dismiss(member, Goodbye.MOVED_ON);
        presence.forget(member);
    }

    /** A member is gone: its connections close, its ballots in open polls go. */
    public Future<Void> memberRemoved(UUID member) {
        return personal.remove(member);
    }

    /** Once a room is loaded: turns strings of older plans into shared texts. A plan that is damaged or full stays as it is, which is read as well. */
    void renewTexts() {
        if (!damaged()) {
            read(PlanWriter::hasOldTexts)
                    .compose(old -> old ? edit(PlanWriter::renewTexts) : Future.succeededFuture())
                    .onFailure(failure -> LOG.log(
                            Level.INFO, "Room {0} keeps texts of an older form: {1}", new Object[] {id(), failure}));
        }
    }

    /** Edits the plan for the server itself and tells everybody. */
    public Future<Void> edit(Consumer<Doc> edits) {
        return inbox.edit(edits);
    }

    /** Completes when everything in the plan so far is committed. */
    public Future<Void> allSaved() {
        return plan.allSaved();
    }

    /** The same for whoever waits for an answer: fails with 503 where it takes too long, though the edit stays and is saved once PostgreSQL can. */
    public Future<Void> savedSoon() {
        return allSaved().timeout(SAVED_SECONDS, TimeUnit.SECONDS);
    }

    /** PostgreSQL may hold less than it had said: what is not kept by the journal is read again. */
    public void doubt() {
        polls.doubt();
        cards.doubt();
    }

    /** Tells everybody whether commits succeed. */
    public void storage(boolean ok) {
        audience.tellAll(Events.storage(ok));
    }

    /** Leaves memory whatever it holds: this server may have it no longer. */
    public void abandon() {
        if (!gone) {
            reception.dismissAll(Goodbye.MOVED);
            unload();
        }
    }

    /** Sends everybody away: the room was deleted, or the server stops. */
    public void end(Goodbye goodbye) {
        reception.dismissAll(goodbye);
        if (goodbye == Goodbye.ROOM_DELETED) {
            unload();
        }
    }
}
