package de.werkraum.pace;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/** Lets one act of a room through at a time: the next begins when the one before is stored, so that acts see each other's outcome. */
public final class SerialQueue {
    private final Context room;
    private Future<Void> last = Future.succeededFuture();

    /** @param room whose loop acts run on */
    public SerialQueue(Context room) {
        this.room = room;
    }

    /** Runs the act on the room's loop after all before it, whatever became of them. */
    public <T> Future<T> pass(Supplier<Future<T>> act) {
        Promise<T> answer = Promise.promise();
        last.onComplete(before -> room.runOnContext(now -> begin(act, answer)));
        last = answer.future().otherwiseEmpty().mapEmpty();
        return answer.future();
    }

    /** Whether no act is under way or waits. */
    public boolean idle() {
        return last.isComplete();
    }

    /** Runs the act now; what it throws fails the answer. */
    public static <T> void begin(Supplier<Future<T>> act, Promise<T> answer) {
        try {
            act.get().onComplete(answer);
        } catch (RuntimeException e) {
            answer.fail(e);
        }
    }
}
