package de.werkraum.journal;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.DocOptions;
import de.werkraum.crdt.Novelty;
import de.werkraum.crdt.Updates;
import de.werkraum.metrics.Metrics;
import de.werkraum.problem.Problem;
import de.werkraum.store.PlanStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The document of a room and its way into the journal: tell now, save soon, say when saved. On the room's event loop only.
 */
public final class LivePlan {
    private static final Logger LOG = Logger.getLogger(LivePlan.class.getName());

    /** A snapshot follows when the log has grown to this part of the last one: a room that is typed in fast would write little else. */
    private static final int SNAPSHOT_PART = 4;

    /** Between two tries to write again what was lost. */
    private static final long REWRITE_MILLIS = 1_000;

    private final UUID room;
    private final Context context;
    private final Journal journal;
    private final PlanStore store;
    private final Snapshots snapshots;
    private final Limits limits;
    private final Metrics metrics;
    private final LongConsumer whenCommitted;
    private final Author author;
    private final Doc doc;
    private final Optional<PlanStore.Damage> damage;
    private boolean left;
    private boolean rewriting;
    /** What the journal has committed meanwhile. */
    private long reached;

    private final Map<Long, UUID> owners = new HashMap<>();
    private long seq;
    private long committed;
    private int logged;
    private final Volume volume;
    private long loggedBytes;
    private long snapshotBytes;
    private boolean snapshotting;
    private final NavigableMap<Long, Promise<Void>> awaited = new TreeMap<>();

    /** What became of an update. */
    public sealed interface Decision {
        /** It adds nothing to the document: not a write. */
        record Nothing() implements Decision {}

        /** It may not be written, or has no room; the document is as before. */
        record Refused(String reason) implements Decision {}

        /**
         * Applied, to be told to others, and in the journal under that number.
         *
         * @param lacking where an own edit rests on something that has not come: what the document must know, by client and clock
         */
        record Taken(long seq, byte[] update, Map<Long, Long> lacking) implements Decision {}
    }

    /**
     * @param stored what PostgreSQL holds of the plan
     * @param whenCommitted hears on the room's loop up to which number all is committed
     */
    public LivePlan(
            UUID room, Context context, Journal journal, PlanStore.StoredPlan stored, LongConsumer whenCommitted) {
        this.room = room;
        this.context = context;
        this.journal = journal;
        store = journal.store();
        snapshots = journal.snapshots();
        limits = journal.limits();
        metrics = journal.metrics();
        this.whenCommitted = whenCommitted;
        author = new Author() {
            @Override
            public void committed(long upTo) {
                context.runOnContext(now -> LivePlan.this.committed(upTo));
            }

            @Override
            public void lost() {
                context.runOnContext(now -> rewrite());
            }
        };
        doc = read(stored.updates(), limits.plans().waitingBytes());
        damage = stored.damage();
        damage.ifPresent(this::report);
        seq = stored.seq();
        committed = stored.seq();
        logged = stored.logged();
        loggedBytes =
                stored.updates().stream().mapToLong(update -> update.length).sum();
        volume = new Volume(
                limits.plans().documentBytes(), loggedBytes, () -> doc.encodeStateAsUpdate().length, System::nanoTime);
        journal.knows(room, committed, author);
        if (damage.isPresent() && !keepsAll()) {
            snapshot();
        }
    }

    /**
     * PostgreSQL has lost what it had committed: all of it is here, and is written again as one. Until that is there, nothing more is called saved.
     * Where every row must stay, it goes after them as an update, else in their place as a snapshot.
     */
    private void rewrite() {
        if (left) {
            return;
        }
        rewriting = true;
        rewritten()
                .onComplete(done -> context.runOnContext(now -> {
                    if (done.failed()) {
                        context.owner().setTimer(REWRITE_MILLIS, later -> context.runOnContext(there -> rewrite()));
                        return;
                    }
                    rewriting = false;
                    journal.restored(room);
                    committed(Math.max(committed, reached));
                }));
    }

    private Future<Void> rewritten() {
        if (!keepsAll()) {
            return store();
        }
        seq++;
        long number = seq;
        return store.append(List.of(new PlanStore.Entry(room, number, doc.encodeStateAsUpdate())))
                .onSuccess(stored -> {
                    journal.knows(room, number, author);
                    context.runOnContext(now -> reached = Math.max(reached, number));
                });
    }

    private void report(PlanStore.Damage damage) {
        LOG.log(
                Level.SEVERE,
                "The plan of room {0} is damaged: row {1} of {2}, {3}; {4} updates in all. The rest is there; see"
                        + " OPERATIONS, Damaged plans.",
                new Object[] {
                    room, String.valueOf(damage.seq()), damage.table(), damage.what(), String.valueOf(damage.missing())
                });
    }

    /** What was found damaged or missing when this was loaded: all the rest is here, what rests on it waits. */
    public Optional<PlanStore.Damage> damage() {
        return damage;
    }

    /**
     * Whether every stored row must stay: a backup, or a client that comes back, may yet make the plan whole. Where updates are gone and nothing
     * waits for them, the document is all there is, and a snapshot of it closes the gap.
     */
    private boolean keepsAll() {
        return damage.map(found -> found.unreadable() || doc.hasPending()).orElse(false);
    }

    /** The room leaves memory: what it would write now could take the place of what its successor writes. */
    public void leave() {
        left = true;
        journal.forget(room);
    }

    /** The document that stored updates make. */
    public static Doc read(List<byte[]> updates) {
        return read(updates, 0);
    }

    private static Doc read(List<byte[]> updates, long waitingBytes) {
        Doc doc = new Doc(DocOptions.defaults().withPendingLimit(waitingBytes));
        updates.forEach(doc::restore);
        return doc;
    }

    /** To be called now and then: lets go of what has waited too long for a missing part, unless that may yet be mended. */
    public void rest() {
        if (keepsAll()) {
            return;
        }
        doc.forgetWaiting(
                System.nanoTime(), TimeUnit.SECONDS.toNanos(limits.plans().waitingSeconds()));
    }

    /** The document itself. */
    public Doc doc() {
        return doc;
    }

    /** Grows with every accepted update. */
    public long version() {
        return seq;
    }

    /** Up to which number all is committed. */
    public long committed() {
        return committed;
    }

    /** Whether everything is committed. */
    public boolean saved() {
        return committed == seq && !rewriting;
    }

    /**
     * Applies an update of a member.
     *
     * @param edited whether the member's client sent this as its own edit, not as what the server lacked
     * @param refusal why this member may not write, or empty
     * @param connected whether a member has an open connection: new items under a Yjs client id come from the sockets of one member
     * @throws de.werkraum.crdt.MalformedUpdateException if the bytes are no update; the document is as before
     */
    public Decision take(byte[] update, Member member, boolean edited, String refusal, Predicate<UUID> connected) {
        requireHere();
        if (!refusal.isEmpty()) {
            return doc.adds(update) ? new Decision.Refused(refusal) : new Decision.Nothing();
        }
        Novelty novelty = doc.inspect(update);
        if (!novelty.any()) {
            return new Decision.Nothing();
        }
        boolean deletes = novelty.clients().isEmpty();
        if (deletes ? !volume.holdsDeletion(update.length) : !volume.holds(update.length)) {
            return new Decision.Refused("the plan has reached its size limit");
        }
        byte[] own = withoutForeign(update, novelty.clients(), member.id(), edited, connected);
        if (own != update && !doc.inspect(own).any()) {
            return new Decision.Refused("written under another member's client id");
        }
        doc.applyUpdate(own);
        Map<Long, Long> lacking = edited && doc.hasPending() ? doc.lacking(own) : Map.of();
        return new Decision.Taken(append(own), own, lacking);
    }

    /**
     * The update without new items under client ids of other connected members; itself where there are none. An id belongs to the first who
     * edited under it; who merely passes on others' items in a step 2 gains nothing, or an author who was cut off would be locked out.
     */
    private byte[] withoutForeign(
            byte[] update, Set<Long> clients, UUID member, boolean edited, Predicate<UUID> connected) {
        Set<Long> foreign = new HashSet<>();
        Map<UUID, Boolean> here = new HashMap<>();
        for (Long client : clients) {
            UUID owner = owners.get(client);
            if (owner == null) {
                if (edited) {
                    owners.put(client, member);
                }
            } else if (!owner.equals(member) && here.computeIfAbsent(owner, connected::test)) {
                foreign.add(client);
            }
        }
        return foreign.isEmpty() ? update : Updates.without(update, foreign);
    }

    /** Completes when everything in the document so far is committed. */
    public Future<Void> allSaved() {
        return saved()
                ? Future.succeededFuture()
                : awaited.computeIfAbsent(seq, at -> Promise.promise()).future();
    }

    /** Edits the document for the server itself; answers the update, empty where nothing changed. */
    public byte[] edit(Runnable edits) {
        requireHere();
        if (!volume.holdsDeletion(0)) {
            throw Problem.conflict("planFull", "The plan has reached its size limit.");
        }
        byte[] update = doc.transact(edits);
        if (update.length > 0) {
            append(update);
        }
        return update;
    }

    private void requireHere() {
        if (left) {
            throw Problem.unavailable("The room has just left memory. Please try again.");
        }
    }

    private long append(byte[] update) {
        requireHere();
        seq++;
        loggedBytes += update.length;
        volume.add(update.length);
        metrics.updated(update.length);
        journal.append(new PlanStore.Entry(room, seq, update), author);
        return seq;
    }

    private void committed(long upTo) {
        reached = Math.max(reached, upTo);
        if (rewriting) {
            return;
        }
        logged += (int) (upTo - committed);
        committed = upTo;
        whenCommitted.accept(upTo);
        Map<Long, Promise<Void>> reached = awaited.headMap(upTo, true);
        List<Promise<Void>> promises = List.copyOf(reached.values());
        reached.clear();
        promises.forEach(Promise::complete);
        boolean worthIt = loggedBytes * SNAPSHOT_PART >= snapshotBytes;
        if (logged >= limits.storage().snapshotUpdates() && worthIt && !snapshotting && !keepsAll()) {
            snapshot();
        }
    }

    /** Stores the document in place of its snapshots and its log, so that what was deleted from it is in no row any more. */
    public Future<Void> purge() {
        Promise<Void> done = Promise.promise();
        journal.drained()
                .onComplete(drained -> context.runOnContext(now -> {
                    if (drained.failed()) {
                        done.fail(drained.cause());
                    } else {
                        store.purge(room, committed, doc.encodeStateAsUpdate()).onComplete(done);
                    }
                }));
        return done.future();
    }

    /** The document may already hold updates after {@code committed}; applying these again from the log changes nothing. */
    private void snapshot() {
        snapshotting = true;
        snapshots
                .write(context, this::store)
                .onComplete(result -> context.runOnContext(now -> {
                    snapshotting = false;
                    metrics.snapshot(result.succeeded());
                    if (result.failed()) {
                        // The log stays; the next commit tries again.
                        LOG.log(Level.WARNING, "Snapshot of room {0} failed: {1}", new Object[] {room, result.cause()});
                    }
                }));
    }

    private Future<Void> store() {
        long upTo = committed;
        long covered = loggedBytes;
        byte[] document = doc.encodeStateAsUpdate();
        volume.is(document.length);
        return store.snapshot(room, upTo, document)
                .onSuccess(stored -> context.runOnContext(now -> {
                    logged = (int) (committed - upTo);
                    loggedBytes -= covered;
                    snapshotBytes = document.length;
                }));
    }
}
