package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.imports.Unreadable;
import de.werkraum.problem.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Where files are read: a few at a time beside everything else, some more wait, and none takes longer than it may. */
final class ImportDesk {
    private static final long IDLE_SECONDS = 30;

    private final Vertx vertx;
    private final int seconds;
    private final ThreadPoolExecutor readers;

    ImportDesk(Vertx vertx, Limits.Imports limits) {
        this.vertx = vertx;
        seconds = limits.importSeconds();
        readers = new ThreadPoolExecutor(
                limits.importsAtOnce(),
                limits.importsAtOnce(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.importsWaiting()),
                work -> {
                    var thread = new Thread(work, "import");
                    thread.setDaemon(true);
                    return thread;
                });
        readers.allowCoreThreadTimeOut(true);
    }

    /** Does it on a thread of its own, which is interrupted when its time is over; the answer comes on the caller's loop. */
    <T> Future<T> read(Callable<T> reading) {
        Context caller = vertx.getOrCreateContext();
        Promise<T> answer = Promise.promise();
        var work = new FutureTask<>(reading) {
            @Override
            protected void done() {
                caller.runOnContext(there -> end(this, answer));
            }
        };
        try {
            readers.execute(work);
        } catch (RejectedExecutionException e) {
            return Future.failedFuture(Problem.unavailable("Too many files are being read. Please try again shortly."));
        }
        long timer = vertx.setTimer(seconds * 1_000L, late -> work.cancel(true));
        return answer.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private static <T> void end(FutureTask<T> work, Promise<T> answer) {
        try {
            answer.complete(work.get());
        } catch (CancellationException | InterruptedException e) {
            answer.fail(refusal(Unreadable.tooLong()));
        } catch (ExecutionException e) {
            answer.fail(e.getCause() instanceof Unreadable unreadable ? refusal(unreadable) : e.getCause());
        }
    }

    /** What is said to whoever brought the file. */
    private static Problem refusal(Unreadable unreadable) {
        return Problem.invalid(unreadable.code(), "", unreadable.sentence().en())
                .with("sentence", unreadable.sentence().toMap());
    }
}
