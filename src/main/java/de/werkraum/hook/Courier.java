package de.werkraum.hook;

import de.werkraum.Limits;
import de.werkraum.access.Secrets;
import de.werkraum.metrics.Metrics;
import de.werkraum.outside.Outside;
import de.werkraum.outside.Place;
import de.werkraum.problem.Problem;
import de.werkraum.store.HookQueue;
import de.werkraum.store.HookStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells hooks what waits for them: each act at least once, one after the other, and none before the one ahead of it was taken. One for the
 * server.
 */
public final class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class.getName());
    /** Between two looks for what waits: nobody minds a second. */
    private static final long LOOK_MILLIS = 1_000;
    /** Acts told in one go; then others have their turn. */
    private static final int TURN = 50;
    /** Longer than one act takes to be told, so that no other server takes it for left lying. */
    private static final int SLACK_SECONDS = 5;

    private final Vertx vertx;
    private final Clock clock;
    private final HookStore store;
    private final HookQueue queue;
    private final Secrets secrets;
    private final Outside outside;
    private final Post post;
    private final Limits.Hooks limits;
    private final Metrics metrics;
    private final Pauses pauses;
    private final AtomicInteger running = new AtomicInteger();

    public Courier(
            Vertx vertx,
            Clock clock,
            HookStore store,
            HookQueue queue,
            Secrets secrets,
            Outside outside,
            Limits.Hooks limits,
            Metrics metrics) {
        this.vertx = vertx;
        this.clock = clock;
        this.store = store;
        this.queue = queue;
        this.secrets = secrets;
        this.outside = outside;
        this.limits = limits;
        this.metrics = metrics;
        post = new Post(vertx, outside, limits);
        pauses = new Pauses(limits);
    }

    /** Looks for what waits from now on. */
    public void start() {
        vertx.setPeriodic(LOOK_MILLIS, timer -> look());
    }

    /** Completes if the address may be spoken to; else fails with what to tell. */
    public Future<Place> check(String url) {
        return Place.of(url)
                .map(place -> outside.find(place, Refusals::of).map(place))
                .orElseGet(() -> Future.failedFuture(Refusals.noAddress()));
    }

    /** Sends a request that tells nothing, at once, and notes the answer. */
    public Future<Answer> probe(HookStore.Hook hook, UUID id) {
        if (running.incrementAndGet() > limits.hooksAtOnce()) {
            running.decrementAndGet();
            return Future.failedFuture(Problem.unavailable("Too much is being sent. Please try again shortly."));
        }
        Notice notice = Notice.probe(id, clock.instant());
        return send(hook, notice)
                .compose(answer -> store.answered(hook.id(), noted(notice, answer), limits.hookAnswers())
                        .map(answer))
                .onComplete(done -> running.decrementAndGet());
    }

    private void look() {
        int free = limits.hooksAtOnce() - running.get();
        if (free > 0) {
            queue.claim(clock.instant(), lease(), free)
                    .onSuccess(claimed -> claimed.forEach(this::tell))
                    .onFailure(Courier::later);
        }
    }

    private void tell(HookQueue.Claimed claimed) {
        running.incrementAndGet();
        next(claimed, TURN).onFailure(Courier::later).onComplete(done -> running.decrementAndGet());
    }

    /** PostgreSQL is away, or what was sealed can't be opened: the hook is claimed again when its time is over. */
    private static void later(Throwable failure) {
        LOG.log(Level.FINE, "Hooks are told later: {0}", failure.toString());
    }

    private Future<Void> next(HookQueue.Claimed claimed, int left) {
        HookStore.Hook hook = claimed.hook();
        return left == 0
                ? queue.release(hook.id(), clock.instant())
                : queue.next(hook.id())
                        .compose(found -> found.isEmpty()
                                ? queue.release(hook.id(), clock.instant())
                                : told(claimed, found.get())
                                        .compose(taken -> taken
                                                ? next(new HookQueue.Claimed(hook, 0, null), left - 1)
                                                : Future.succeededFuture()));
    }

    /** Whether the next may follow. */
    private Future<Boolean> told(HookQueue.Claimed claimed, HookQueue.Waiting waiting) {
        Notice notice = Notice.of(waiting);
        UUID id = claimed.hook().id();
        return send(claimed.hook(), notice)
                .compose(answer -> answer.taken()
                        ? queue.told(id, waiting.seq(), noted(notice, answer), lease())
                                .map(true)
                        : failed(claimed, noted(notice, answer), answer.reason() == Answer.Reason.GONE)
                                .map(false));
    }

    private Future<Void> failed(HookQueue.Claimed claimed, HookStore.Answer answer, boolean gone) {
        UUID id = claimed.hook().id();
        boolean paused = gone || pauses.over(claimed.failingSince(), answer.at());
        if (paused) {
            LOG.log(Level.WARNING, "Hook {0} is paused: {1}", new Object[] {id, answer.reason()});
        }
        return queue.failed(id, answer, answer.at().plus(pauses.after(claimed.tries() + 1)), paused);
    }

    private Future<Answer> send(HookStore.Hook hook, Notice notice) {
        Place place = Place.of(hook.url()).orElseThrow();
        return post.send(place, secrets.open(hook.sealed()), notice, clock.instant())
                .onSuccess(answer -> metrics.hookAsked(answer.reason().wire()));
    }

    private HookStore.Answer noted(Notice notice, Answer answer) {
        return new HookStore.Answer(
                clock.instant(), notice.kind(), answer.status(), answer.reason().wire(), answer.millis());
    }

    private Instant lease() {
        return clock.instant().plusSeconds(limits.hookAnswerSeconds() + (long) SLACK_SECONDS);
    }
}
