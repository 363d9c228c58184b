package de.werkraum.journal;

import de.werkraum.Limits;
import de.werkraum.metrics.Metrics;
import de.werkraum.store.PlanStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the edits of all rooms to PostgreSQL in group commits, one at a time. What is typed waits at most {@code commitPatienceMillis}; what
 * somebody waits for, {@code commitMillis}, or {@code commitGapMillis} from the beginning of the group before, or until that has ended. What a room
 * has written meanwhile is one row. A failed commit is kept and tried again with growing pauses; nothing is called saved before PostgreSQL has said so.
 * {@link #append} and {@link #hurry} may be called from any thread.
 */
public final class Journal {
    private static final Logger LOG = Logger.getLogger(Journal.class.getName());
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Vertx vertx;
    private final Context context;
    private final PlanStore store;
    private final Limits limits;
    private final Metrics metrics;
    private final Watcher watcher;
    private final Queue<Waiting> arriving = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger updates = new AtomicInteger();
    /** A commit is to come with patience, soon, or at once. */
    private final AtomicBoolean scheduled = new AtomicBoolean();

    private final AtomicBoolean hurried = new AtomicBoolean();
    private final AtomicBoolean urgent = new AtomicBoolean();
    private volatile boolean storing = true;
    private final Queue<Runnable> whenRoom = new ConcurrentLinkedQueue<>();
    private final Snapshots snapshots;
    private final Heap heap;
    private final Holdings holdings;

    // Below: on the journal's context only.
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final List<Promise<Void>> drains = new ArrayList<>();
    private @Nullable Batch batch;
    private boolean committing;
    /** A commit fell due while another was under way. */
    private boolean due;

    private long begun = System.nanoTime();
    private long pause;
    /** A failed commit waits for its next try; nothing else starts one. */
    private boolean retrying;
    /** It is asked, or will be, whether all that was committed is still there. */
    private boolean looking;
    /** The head of the queue, to be read from elsewhere. */
    private volatile @Nullable Waiting first;

    private record Waiting(PlanStore.Entry entry, Author author, long since) {}

    /** What is written together, and stays together until it is: what is tried again must be the same. */
    private record Batch(List<Waiting> edits, List<PlanStore.Entry> rows) {}

    /** Hears of PostgreSQL, on the journal's loop. */
    @FunctionalInterface
    public interface Watcher {
        /** Whether commits succeed, and all that was committed is there: told on each change. */
        void storing(boolean ok);

        /** Another run of PostgreSQL answers than before: what others have stored may be lost. */
        default void anotherServer() {}
    }

    public Journal(Vertx vertx, Context context, PlanStore store, Limits limits, Metrics metrics, Watcher watcher) {
        this.vertx = vertx;
        this.context = context;
        this.store = store;
        this.limits = limits;
        this.metrics = metrics;
        this.watcher = watcher;
        snapshots = new Snapshots(context);
        heap = new Heap(Runtime.getRuntime().maxMemory() / 100 * limits.plans().heapPercent());
        holdings = new Holdings(context, store, this::tellHealth, watcher::anotherServer);
    }

    PlanStore store() {
        return store;
    }

    Limits limits() {
        return limits;
    }

    Metrics metrics() {
        return metrics;
    }

    /** What all plans in memory take. */
    public Heap heap() {
        return heap;
    }

    /** What shortens the log. */
    Snapshots snapshots() {
        return snapshots;
    }

    void append(PlanStore.Entry entry, Author author) {
        arriving.add(new Waiting(entry, author, System.nanoTime()));
        boolean many = updates.incrementAndGet() >= limits.storage().commitUpdates();
        boolean large =
                bytes.addAndGet(entry.update().length) >= limits.storage().commitBytes();
        if ((many || large) && urgent.compareAndSet(false, true)) {
            context.runOnContext(now -> commit());
        } else if (scheduled.compareAndSet(false, true)) {
            context.runOnContext(now -> schedule(limits.storage().commitPatienceMillis()));
        }
    }

    /** Somebody waits for what was appended. */
    void hurry() {
        if (updates.get() > 0 && hurried.compareAndSet(false, true)) {
            context.runOnContext(now -> {
                long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                Limits.Storage pace = limits.storage();
                schedule(Math.max(pace.commitMillis(), pace.commitGapMillis() - since));
            });
        }
    }

    private void schedule(long millis) {
        vertx.setTimer(millis, id -> context.runOnContext(now -> commit()));
    }

    /** Bytes not yet committed. */
    public long pendingBytes() {
        return bytes.get();
    }

    /** Edits not yet committed. */
    public int pendingUpdates() {
        return updates.get();
    }

    /** Whether commits succeed, as far as is known. */
    public boolean storing() {
        return storing;
    }

    /** How long the oldest edit has waited for its commit, in nanoseconds; 0 if none waits. */
    public long oldestNanos() {
        Waiting oldest = first;
        Waiting waiting = oldest == null ? arriving.peek() : oldest;
        return waiting == null ? 0 : Math.max(0, System.nanoTime() - waiting.since());
    }

    /** Runs the action now, or, while more than {@code journalBytes} wait for PostgreSQL, once they have become fewer. */
    public void whenRoom(Runnable action) {
        if (bytes.get() < limits.storage().journalBytes()) {
            action.run();
        } else {
            whenRoom.add(action);
            // Enough may have been committed just before it was added, and nobody would look again.
            if (bytes.get() < limits.storage().journalBytes() / 2 && whenRoom.remove(action)) {
                action.run();
            }
        }
    }

    /** A room's plan is in memory, and all up to that number is in PostgreSQL. */
    void knows(UUID room, long seq, Author author) {
        holdings.knows(room, seq, author);
    }

    /** The plan has left memory. */
    void forget(UUID room) {
        holdings.forget(room);
        restored(room);
    }

    /** What PostgreSQL had lost of a room is there again. */
    void restored(UUID room) {
        context.runOnContext(now -> {
            holdings.restored(room);
            tellHealth();
            if (!drains.isEmpty()) {
                commit();
            }
        });
    }

    /** To be called when a connection to PostgreSQL was made anew: asks whether all that was committed is still there. From any thread. */
    public void look() {
        context.runOnContext(now -> {
            if (!looking) {
                looking = true;
                holdings.verified()
                        .onSuccess(done -> looking = false)
                        .onFailure(away -> vertx.setTimer(
                                LONGEST_PAUSE_MILLIS,
                                later -> context.runOnContext(there -> {
                                    looking = false;
                                    look();
                                })));
            }
        });
    }

    /** Completes when all that was appended before is committed. */
    public Future<Void> drained() {
        Promise<Void> promise = Promise.promise();
        context.runOnContext(now -> {
            drains.add(promise);
            commit();
        });
        return promise.future();
    }

    private void commit() {
        due = committing;
        if (committing || retrying) {
            return;
        }
        scheduled.set(false);
        hurried.set(false);
        urgent.set(false);
        for (Waiting waiting = arriving.poll(); waiting != null; waiting = arriving.poll()) {
            queue.add(waiting);
        }
        first = queue.peek();
        if (queue.isEmpty() && holdings.whole()) {
            drains.forEach(Promise::complete);
            drains.clear();
        }
        if (queue.isEmpty()) {
            return;
        }
        Batch next = batch == null ? batch() : batch;
        batch = next;
        committing = true;
        begun = System.nanoTime();
        store.append(next.rows(), limits.storage().commitSeconds(), pause > 0)
                .onComplete(result -> context.runOnContext(now -> {
                    if (result.failed()) {
                        ended(next, result.cause());
                    } else if (pause == 0 && holdings.knows(result.result())) {
                        ended(next, null);
                    } else {
                        verified(result.result()).onComplete(sure -> ended(next, sure.cause()));
                    }
                }));
    }

    /** What is called saved is what PostgreSQL still holds: whatever was committed before over other sessions is asked for first. */
    private Future<Void> verified(long session) {
        Promise<Void> sure = ((ContextInternal) context).promise();
        (pause > 0 ? holdings.verified() : holdings.verified(session)).onComplete(sure);
        return sure.future().timeout(limits.storage().commitSeconds(), TimeUnit.SECONDS);
    }

    private Batch batch() {
        List<Waiting> edits = new ArrayList<>();
        int size = 0;
        for (Waiting waiting : queue) {
            size += waiting.entry().update().length;
            if (edits.size() == limits.storage().commitUpdates()
                    || (!edits.isEmpty() && size > limits.storage().commitBytes())) {
                break;
            }
            edits.add(waiting);
        }
        return new Batch(edits, LogRows.of(edits.stream().map(Waiting::entry).toList()));
    }

    private void ended(Batch done, @Nullable Throwable failure) {
        committing = false;
        if (failure != null) {
            retry(failure);
            return;
        }
        batch = null;
        metrics.committed(done.edits().size(), System.nanoTime() - begun);
        if (pause > 0) {
            pause = 0;
            LOG.info("Commits succeed again.");
            tellHealth();
        }
        Map<Author, Long> news = new HashMap<>();
        for (Waiting waiting : done.edits()) {
            queue.remove();
            bytes.addAndGet(-waiting.entry().update().length);
            updates.decrementAndGet();
            news.put(waiting.author(), waiting.entry().seq());
        }
        first = queue.peek();
        done.rows().forEach(row -> holdings.committed(row.room(), row.seq()));
        news.forEach(Author::committed);
        while (bytes.get() < limits.storage().journalBytes() / 2) {
            Runnable action = whenRoom.poll();
            if (action == null) {
                break;
            }
            action.run();
        }
        if (due || !queue.isEmpty() || !drains.isEmpty()) {
            commit();
        }
    }

    /** First to be read, then told: who arrives in between hears it twice rather than not at all. */
    private void tellHealth() {
        boolean ok = pause == 0 && holdings.whole();
        if (ok != storing) {
            storing = ok;
            watcher.storing(ok);
        }
    }

    private void retry(Throwable failure) {
        metrics.commitFailed();
        if (pause == 0) {
            LOG.log(Level.WARNING, "A commit failed and will be tried again: {0}", failure.toString());
        }
        pause = pause == 0 ? FIRST_PAUSE_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        tellHealth();
        scheduled.set(true);
        retrying = true;
        vertx.setTimer(
                pause,
                id -> context.runOnContext(now -> {
                    retrying = false;
                    commit();
                }));
    }
}
