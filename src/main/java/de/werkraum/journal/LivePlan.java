package de.werkraum.journal;

import de.werkraum.Limits;
import de.werkraum.access.Member;
import de.werkraum.crdt.Doc;
import de.werkraum.metrics.Metrics;
import de.werkraum.pace.Aside;
import de.werkraum.pace.Lending;
import de.werkraum.problem.Problem;
import de.werkraum.store.PlanStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The document of a room and its way into the journal: tell now, save soon, say when saved. On the room's event loop only; the document is lent to a
 * thread beside it for what would take the loop too long, and whoever wants it meanwhile waits.
 */
public final class LivePlan {
    private static final Logger LOG = Logger.getLogger(LivePlan.class.getName());

    /** A snapshot follows when the log has grown to this part of the last one: a room that is typed in fast would write little else. */
    private static final int SNAPSHOT_PART = 4;

    /** Between two tries to write again what was lost. */
    private static final long REWRITE_MILLIS = 1_000;

    /**
     * A document from that length on, in bytes, is read, encoded and edited beside the loop: the smallest change may concern all of it, and a million
     * items are gone over in some 50 ms.
     */
    private static final int LONG_DOCUMENT = 512 * 1024;

    private final Copies copies = new Copies();
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
    private final Aside aside;
    private final Lending lending;
    private final Optional<PlanStore.Damage> damage;
    private boolean left;
    private boolean rewriting;
    /** What the journal has committed meanwhile. */
    private long reached;

    private final Weighing weighing;
    private long seq;
    private long committed;
    private int logged;
    private final Volume volume;
    private long loggedBytes;
    private long snapshotBytes;
    private boolean snapshotting;
    private final NavigableMap<Long, Promise<Void>> awaited = new TreeMap<>();

    /** Somebody of a room who hears what becomes of its plan, on the room's loop. */
    public interface Listener {
        /** Everything up to that number is in PostgreSQL. */
        void committed(long seq);

        /** Nobody waits any more for a document that was lent. */
        void back();
    }

    /**
     * @param loaded what PostgreSQL holds of the plan
     * @param listener hears of what becomes of it
     */
    public LivePlan(UUID room, Context context, Journal journal, LoadedPlan loaded, Listener listener) {
        this.room = room;
        this.context = context;
        this.journal = journal;
        store = journal.store();
        snapshots = journal.snapshots();
        limits = journal.limits();
        metrics = journal.metrics();
        this.whenCommitted = listener::committed;
        PlanStore.StoredPlan stored = loaded.stored();
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
        doc = loaded.doc();
        aside = loaded.aside();
        lending = new Lending(aside, listener::back);
        damage = stored.damage();
        damage.ifPresent(this::report);
        seq = stored.seq();
        committed = stored.seq();
        logged = stored.logged();
        loggedBytes = LoadedPlan.bytes(stored);
        volume = new Volume(
                new Volume.Size(limits.plans().documentBytes(), limits.plans().heapBytes()),
                new Volume.Size(loggedBytes, loaded.heap()),
                journal.heap(),
                doc::encodeStateAsUpdate,
                System::nanoTime);
        weighing = new Weighing(doc, volume);
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
        return here(() -> keepsAll() ? read(Doc::encodeStateAsUpdate).compose(this::appended) : store());
    }

    private Future<Void> appended(byte[] document) {
        seq++;
        long number = seq;
        return store.append(List.of(new PlanStore.Entry(room, number, document)))
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
        return damage.map(found -> found.unreadable() || lent() || doc.hasPending())
                .orElse(false);
    }

    /** The room leaves memory: what it would write now could take the place of what its successor writes. */
    public void leave() {
        left = true;
        volume.end();
        journal.forget(room);
    }

    /** To be called now and then: lets go of what has waited too long for a missing part, unless that may yet be mended. */
    public void rest() {
        if (keepsAll()) {
            return;
        }
        doc.forgetWaiting(
                System.nanoTime(), TimeUnit.SECONDS.toNanos(limits.plans().waitingSeconds()));
    }

    // ---- whose turn it is

    /** The document itself; not while it is lent. */
    public Doc doc() {
        if (lent()) {
            throw new IllegalStateException("the document is being worked on elsewhere");
        }
        return doc;
    }

    /** Whether the document is being worked on elsewhere. */
    public boolean lent() {
        return lending.lent();
    }

    /** Does something on the room's loop, now or as soon as nobody works on the document elsewhere. */
    public <T> Future<T> here(Supplier<Future<T>> act) {
        return lending.here(act::get).compose(done -> done);
    }

    /** Whether something with this document must be done beside the loop. */
    public boolean isLong() {
        return volume.bytes() > LONG_DOCUMENT;
    }

    /** Reads the document, on the loop if it is short, else beside it; what hears the answer comes before anything else that happens to it. */
    public <T> Future<T> read(Function<Doc, T> reading) {
        return read(isLong(), reading);
    }

    private <T> Future<T> read(boolean aside, Function<Doc, T> reading) {
        return aside ? aside(reading) : lending.here(() -> reading.apply(doc));
    }

    /**
     * Reads the document as it is now and its version. Of all but a short one that is a copy, read beside the loop: making the copy takes a tenth of
     * what a reader takes, and nobody waits for the rest.
     */
    public <T> Future<T> readCopy(BiFunction<Doc, Long, T> reading) {
        if (volume.bytes() <= Aside.SHORT) {
            return read(document -> reading.apply(document, seq));
        }
        return copy().compose(
                        copy -> aside.work(() -> reading.apply(LoadedPlan.document(copy.updates()), copy.version())));
    }

    /** A copy of the document. */
    public Future<Copy> copy() {
        return read(volume.bytes() > Copies.LONGEST, document -> new Copy(copies.of(document), seq));
    }

    /**
     * A document at a moment, as updates that together say all.
     *
     * @param version grows with every accepted update
     */
    public record Copy(List<byte[]> updates, long version) {}

    /** The same where what is brought to it has that many bytes. */
    public <T> Future<T> read(int bytes, Function<Doc, T> reading) {
        return bytes > Aside.SHORT ? aside(reading) : read(reading);
    }

    /** Does something with the document beside the loop, whatever its length. */
    public <T> Future<T> aside(Function<Doc, T> work) {
        return lending.aside(() -> work.apply(doc));
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
        return entered(judge(update, member, edited, refusal, connected));
    }

    /** Whether {@link #takeAside} is to be preferred. */
    public boolean takesLong(byte[] update) {
        return update.length > Aside.SHORT || (isLong() && !doc.isTyping(update));
    }

    /** The same beside the loop; {@code connected} is asked there. */
    public Future<Decision> takeAside(
            byte[] update, Member member, boolean edited, String refusal, Predicate<UUID> connected) {
        return lending.aside(() -> judge(update, member, edited, refusal, connected))
                .map(this::entered);
    }

    private Decision entered(Decision decision) {
        return decision instanceof Decision.Taken taken ? taken.at(append(taken.update(), weighing.size())) : decision;
    }

    /** What becomes of an update; one that is taken is in the document then and has no number yet. */
    private Decision judge(byte[] update, Member member, boolean edited, String refusal, Predicate<UUID> connected) {
        requireHere();
        return weighing.weigh(update, member, edited, refusal, connected);
    }

    /** Steps of the engine beyond reading it that the last update took. */
    public long takenSteps() {
        return weighing.steps();
    }

    /** Somebody waits for what is not committed yet. */
    public void hurry() {
        journal.hurry();
    }

    /** Completes when everything in the document so far is committed. */
    public Future<Void> allSaved() {
        hurry();
        return saved()
                ? Future.succeededFuture()
                : awaited.computeIfAbsent(seq, at -> Promise.promise()).future();
    }

    /** Edits the document for the server itself, beside the loop; answers the update, empty where nothing changed. */
    public Future<byte[]> edit(Consumer<Doc> edits) {
        return aside(document -> {
                    requireHere();
                    if (!volume.holdsDeletion(new Volume.Size(0, 0))) {
                        throw Problem.conflict("planFull", "The plan has reached its size limit.");
                    }
                    return document.transact(() -> edits.accept(document));
                })
                .map(update -> {
                    if (update.length > 0) {
                        append(update, Volume.Size.of(update));
                    }
                    return update;
                });
    }

    private void requireHere() {
        if (left) {
            throw Problem.unavailable("The room has just left memory. Please try again.");
        }
    }

    private long append(byte[] update, Volume.Size size) {
        requireHere();
        seq++;
        loggedBytes += update.length;
        volume.add(size);
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
        Map<Long, Promise<Void>> due = awaited.headMap(upTo, true);
        List<Promise<Void>> promises = List.copyOf(due.values());
        due.clear();
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
                        long upTo = committed;
                        read(Doc::encodeStateAsUpdate)
                                .compose(document -> store.purge(room, upTo, document))
                                .onComplete(done);
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
        return read(document -> {
                    byte[] bytes = document.encodeStateAsUpdate();
                    volume.is(Volume.Size.of(bytes));
                    return bytes;
                })
                .compose(document -> store.snapshot(room, upTo, document)
                        .onSuccess(stored -> context.runOnContext(now -> {
                            logged = (int) (committed - upTo);
                            loggedBytes -= covered;
                            snapshotBytes = document.length;
                        })));
    }
}
