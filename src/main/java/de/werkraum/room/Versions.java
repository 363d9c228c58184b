package de.werkraum.room;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.crdt.Doc;
import de.werkraum.journal.LivePlan;
import de.werkraum.pace.Aside;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.PlanTree;
import de.werkraum.plan.PlanWriter;
import de.werkraum.problem.Problem;
import de.werkraum.store.Actor;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.AuditStore;
import de.werkraum.store.StoredVersion;
import de.werkraum.store.StoredVersion.Reason;
import de.werkraum.store.Stores;
import de.werkraum.store.VersionStore;
import de.werkraum.wire.Scope;
import de.werkraum.wire.Trees;
import io.vertx.core.Future;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps states of a room's plan and goes back to them. A state is taken in one turn of the room, so it is one that everybody's edits led to;
 * it is a value of its own, which neither compaction nor a restart touches. On the room's event loop only.
 */
public final class Versions {
    private static final Logger LOG = Logger.getLogger(Versions.class.getName());
    private static final long MILLIS_PER_MINUTE = 60_000;

    private final Scope scope;
    private final RoomState state;
    private final LivePlan live;
    private final Function<Consumer<Doc>, Future<Void>> edit;
    private final VersionStore store;
    private final AuditStore audit;
    private final Aside aside;
    private final Limits.Versions limits;
    private final long loaded;
    private long kept;
    private long dueAt;
    /** When one is due before a provider writes: at once for the first since the room was loaded. */
    private long providerDueAt;

    /** @param edit does an edit of the server's own, and tells everybody */
    Versions(
            Scope scope,
            RoomState state,
            LivePlan live,
            Function<Consumer<Doc>, Future<Void>> edit,
            Stores stores,
            Aside aside,
            Limits.Versions limits) {
        this.scope = scope;
        this.state = state;
        this.live = live;
        this.edit = edit;
        store = stores.versions();
        audit = stores.audit();
        this.aside = aside;
        this.limits = limits;
        loaded = live.version();
        kept = loaded;
        dueAt = scope.millis() + hour();
    }

    private long hour() {
        return limits.versionMinutes() * MILLIS_PER_MINUTE;
    }

    /** Keeps the present state under a name. Answers its id; fails with {@code full} where too many are kept. */
    public Future<UUID> keep(String name, Actor by) {
        return version(Reason.NAMED, name, by.member()).compose(version -> store.keepNamed(
                        version,
                        limits.versionsNamed(),
                        scope.noteOf(by, "versionMade")
                                .with("version", version.id().toString())
                                .with("name", name))
                .map(done -> {
                    if (!done) {
                        throw Problem.conflict("full", "The room has as many named versions as it may have.");
                    }
                    return version.id();
                }));
    }

    /** Keeps the present state for the server itself; what fails is logged, since nobody waits for it. */
    void keep(Reason reason, @Nullable String name, @Nullable Member by) {
        logged(version(reason, name, by).compose(this::store));
    }

    private void logged(Future<Void> keeping) {
        keeping.onFailure(failure -> LOG.log(
                Level.WARNING, "A version of room {0} was not kept: {1}", new Object[] {scope.id(), failure.toString()
                }));
    }

    private Future<Void> store(StoredVersion version) {
        return store.keep(version, limits.versionsKept(), limits.versionBytes());
    }

    private Future<StoredVersion> version(Reason reason, @Nullable String name, @Nullable Member by) {
        return version(scope.ids().next(), reason, name, by);
    }

    /** The plan as JSON. */
    private record Written(int steps, String json) {
        static Written of(Doc doc) {
            Plan plan = PlanReader.read(doc);
            return new Written(plan.steps().size(), Json.encode(PlanTree.of(plan)));
        }
    }

    private Future<StoredVersion> version(UUID id, Reason reason, @Nullable String name, @Nullable Member by) {
        dueAt = scope.millis() + hour();
        return live.read(Written::of).map(plan -> {
            kept = live.version();
            return new StoredVersion(id, scope.id(), kept, scope.now(), by, reason, name, plan.steps(), plan.json());
        });
    }

    /** Called every second: keeps an edited plan once an hour. */
    void tick() {
        if (kept != live.version() && scope.millis() >= dueAt) {
            keep(Reason.HOURLY, null, null);
        }
    }

    /**
     * Somebody is about to write by a provider, whose editor may take out for everybody what it has no word for: what was there before is kept, unless that
     * was done for another one a few minutes ago. Completes when the state has been taken, mostly at once; that it is stored nobody waits for.
     */
    Future<Void> beforeProvider(Member by) {
        boolean known = live.version() == 0 || (kept == live.version() && kept != loaded);
        if (known || scope.millis() < providerDueAt) {
            return Future.succeededFuture();
        }
        providerDueAt = scope.millis() + limits.providerMinutes() * MILLIS_PER_MINUTE;
        Future<StoredVersion> before = version(Reason.PROVIDER, null, by);
        logged(before.compose(this::store));
        return before.<Void>mapEmpty().otherwiseEmpty();
    }

    /** The room leaves memory: keeps what was edited meanwhile. */
    void leave() {
        if (kept != live.version() && loaded != live.version()) {
            keep(Reason.LEFT, null, null);
        }
    }

    /**
     * Goes back to a kept state, as an edit: what was written since is kept as a version of its own first.
     *
     * @return the version that was restored
     */
    public Future<UUID> restore(UUID id, Actor by) {
        return scope.acts().pass(() -> kept(id).compose(plan -> overwrite(
                        Reason.RESTORE,
                        by.member(),
                        () -> state.requireWriter(by.member().role()),
                        doc -> PlanWriter.restore(doc, plan))
                .compose(done -> audit.note(scope.noteOf(by, "planRestored").with("version", id.toString())))
                .map(id)));
    }

    /** The plan of a version; read beside the loop where it is long. */
    private Future<Plan> kept(UUID id) {
        return store.get(scope.id(), id).compose(found -> {
            VersionStore.Whole version = found.orElseThrow(() -> Problem.notFound("There is no such version."));
            return aside.work(version.json().length(), () -> plan(version));
        });
    }

    private static Plan plan(VersionStore.Whole version) {
        if (PlanTree.parse(Trees.plain(version.plan()), Plan.EMPTY, () -> UUID.randomUUID()
                        .toString())
                instanceof PlanTree.Accepted accepted) {
            return accepted.plan();
        }
        throw new IllegalStateException("version " + version.listed().id() + " holds no plan");
    }

    /**
     * Edits the plan in the light of a kept state of it, as in taking back one step or one act.
     *
     * @param act to be noted
     * @param edit from the kept plan and the present one to the plan that is to be; asked before anything is kept as well
     */
    public Future<Void> restorePart(UUID id, Member by, AuditEntry act, BinaryOperator<Plan> edit) {
        return scope.acts().pass(() -> kept(id).compose(before -> {
            Function<Doc, Plan> wanted = doc -> edit.apply(before, PlanReader.read(doc));
            return live.read(wanted)
                    .compose(possible -> overwrite(
                            Reason.RESTORE,
                            by,
                            () -> state.requireWriter(by.role()),
                            doc -> PlanWriter.restore(doc, wanted.apply(doc))))
                    .compose(done -> audit.note(act));
        }));
    }

    /**
     * Takes one step back from a kept state, as an edit: its place and its comments stay where it is there still. 404
     * where it was not there then.
     *
     * @return the version the step was taken from
     */
    public Future<UUID> restoreStep(UUID id, String step, Actor by) {
        AuditEntry act =
                scope.noteOf(by, "stepRestored").with("version", id.toString()).with("step", step);
        return restorePart(
                        id,
                        by.member(),
                        act,
                        (before, now) -> now.withStep(before.steps().stream()
                                .filter(kept -> kept.id().equals(step))
                                .findFirst()
                                .orElseThrow(() -> Problem.notFound("This version has no such step."))))
                .map(id);
    }

    /**
     * Edits the plan once, however often it is asked for, and keeps the state before it as a version.
     *
     * @param id of the edit; the version has {@link #before its own} made from it
     * @param act the name of what is to be noted
     * @param edit does it, and answers what else is to be noted
     * @return what was noted, now or the first time
     */
    public Future<JsonObject> once(UUID id, Member by, String act, Function<Doc, JsonObject> edit) {
        return scope.acts().pass(() -> audit.find(scope.id(), act, "id", id.toString())
                .compose(noted -> noted.isPresent() ? Future.succeededFuture(noted.get()) : first(id, by, act, edit)));
    }

    private Future<JsonObject> first(UUID id, Member by, String act, Function<Doc, JsonObject> edit) {
        var done = new JsonObject();
        return version(before(id), Reason.IMPORT, null, by)
                .compose(before -> overwrite(
                        before, by, () -> state.requireWriter(by.role()), doc -> done.mergeIn(edit.apply(doc))))
                .compose(saved -> {
                    AuditEntry entry = scope.note(by, act).with("id", id.toString());
                    for (String name : done.fieldNames()) {
                        entry = entry.with(name, done.getValue(name));
                    }
                    return audit.note(entry).map(entry.detail());
                });
    }

    /** The version of this room that holds the plan as it was before an edit. */
    public UUID before(UUID edit) {
        return UUID.nameUUIDFromBytes((scope.id() + "/" + edit).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Puts a whole plan over the present one, which is kept first.
     *
     * @param check throws where the plan can't be put now; asked twice, since others may write in between
     * @param edit what it throws before it changes anything fails the call
     */
    public Future<Void> put(Member by, Runnable check, Consumer<Doc> edit) {
        return scope.acts().pass(() -> overwrite(Reason.PUT, by, check, edit));
    }

    /** Keeps what is there, then writes over it; what arrives while that is stored is kept in a second version. */
    private Future<Void> overwrite(Reason reason, Member by, Runnable check, Consumer<Doc> edit) {
        check.run();
        return version(reason, null, by).compose(before -> overwrite(before, by, check, edit));
    }

    private Future<Void> overwrite(StoredVersion before, Member by, Runnable check, Consumer<Doc> edit) {
        check.run();
        return store(before)
                .compose(done -> live.here(() -> {
                    check.run();
                    if (before.seq() != live.version()) {
                        keep(before.reason(), null, by);
                    }
                    return this.edit.apply(edit);
                }));
    }
}
