package de.werkraum.pace;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;

/**
 * Something of one event loop that is lent to a thread beside it while it is worked on for long. Whoever wants it meanwhile waits, in order; other
 * things of the loop go on. On that event loop only.
 */
public final class Lending {
    private final Aside aside;
    private final Runnable whenBack;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean lent;

    /** @param whenBack called when it has come back and nobody waits for it any more */
    public Lending(Aside aside, Runnable whenBack) {
        this.aside = aside;
        this.whenBack = whenBack;
    }

    /** Whether it is away. */
    public boolean lent() {
        return lent;
    }

    /** Runs this on the loop, now or as soon as it is here. */
    public <T> Future<T> here(Callable<T> work) {
        if (!lent) {
            return done(work);
        }
        Promise<T> answer = Promise.promise();
        waiting.add(() -> done(work).onComplete(answer));
        return answer.future();
    }

    /** Lends it for this work; what hears the answer, on the loop, comes before all that wait. */
    public <T> Future<T> aside(Callable<T> work) {
        Promise<T> answer = Promise.promise();
        if (lent) {
            waiting.add(() -> lend(work, answer));
        } else {
            lend(work, answer);
        }
        return answer.future();
    }

    private <T> void lend(Callable<T> work, Promise<T> answer) {
        lent = true;
        aside.work(work).onComplete(result -> {
            lent = false;
            try {
                if (result.succeeded()) {
                    answer.complete(result.result());
                } else {
                    answer.fail(result.cause());
                }
            } finally {
                back();
            }
        });
    }

    private void back() {
        while (!lent && !waiting.isEmpty()) {
            waiting.remove().run();
        }
        if (!lent) {
            whenBack.run();
        }
    }

    private static <T> Future<T> done(Callable<T> work) {
        try {
            return Future.succeededFuture(work.call());
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }
}
