package de.werkraum.press;

import de.werkraum.pace.SerialQueue;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets so many acts through at once, in the order in which they came. Thread-safe; an act begins on the thread that brings it or ends another. */
final class Turns {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Turns(int atOnce) {
        free = atOnce;
    }

    <V> Future<V> take(Supplier<Future<V>> act) {
        Promise<V> outcome = Promise.promise();
        Runnable turn = () -> SerialQueue.begin(act, outcome);
        outcome.future().onComplete(done -> next());
        if (mayGo(turn)) {
            turn.run();
        }
        return outcome.future();
    }

    private synchronized boolean mayGo(Runnable turn) {
        if (free > 0) {
            free--;
            return true;
        }
        waiting.add(turn);
        return false;
    }

    private void next() {
        Runnable turn = ended();
        if (turn != null) {
            turn.run();
        }
    }

    private synchronized @Nullable Runnable ended() {
        Runnable turn = waiting.poll();
        if (turn == null) {
            free++;
        }
        return turn;
    }
}
