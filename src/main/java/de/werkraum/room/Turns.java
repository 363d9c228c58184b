package de.werkraum.room;

import de.werkraum.Config;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Whose message is next. A member that keeps to its pace is dealt with at once; what is sent faster waits in that member's line and is let
 * through at the pace, one member after the other, in slices, so that neither others of the room nor other rooms of the loop wait for it.
 * While messages wait, their sockets are not read. On the room's event loop only.
 */
final class Turns {
    /** Messages let through before others of the loop have their turn; about a millisecond. */
    private static final int SLICE = 64;
    /** Between two looks at the lines; short beside what people notice. */
    private static final long LOOK_MILLIS = 5;

    private final Vertx vertx;
    private final Context room;
    private final Config.Limits limits;
    private final LongSupplier nanos;
    private final AtomicLong waitingBytes;
    private final Map<UUID, Line> lines = new HashMap<>();
    private final Set<Line> busy = new LinkedHashSet<>();
    private boolean scheduled;

    /**
     * @param nanos a clock such as {@link System#nanoTime}
     * @param waitingBytes in all lines of the server
     */
    Turns(Vertx vertx, Context room, Config.Limits limits, LongSupplier nanos, AtomicLong waitingBytes) {
        this.waitingBytes = waitingBytes;
        this.vertx = vertx;
        this.room = room;
        this.limits = limits;
        this.nanos = nanos;
    }

    /** The line of a member, the same for all its connections. */
    Line of(UUID member) {
        return lines.computeIfAbsent(member, first -> new Line(limits, nanos.getAsLong(), waitingBytes));
    }

    /** Lets a turn through now, or when the line's pace allows; answers whether line and server can hold what waits. */
    boolean take(Line line, Line.Turn turn) {
        if (line.isEmpty() && (turn.bytes() == 0 || line.open(nanos.getAsLong()))) {
            pass(line, turn);
            return true;
        }
        line.add(turn);
        busy.add(line);
        schedule();
        return line.waitingBytes() <= limits.memberPendingBytes() && waitingBytes.get() <= limits.serverPendingBytes();
    }

    /** Drops what waits in a line. */
    void drop(Line line) {
        line.clear();
        busy.remove(line);
    }

    /** Forgets members that are gone and owe nothing. */
    void forget() {
        long now = nanos.getAsLong();
        lines.values().removeIf(line -> line.idle(now));
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            vertx.setTimer(LOOK_MILLIS, timer -> room.runOnContext(now -> look()));
        }
    }

    private void look() {
        scheduled = false;
        long now = nanos.getAsLong();
        int passed = 0;
        int inVain = 0;
        while (passed < SLICE && inVain < busy.size()) {
            Line line = busy.iterator().next();
            busy.remove(line);
            Line.Turn turn = line.open(now) ? line.poll() : null;
            if (turn == null) {
                inVain++;
            } else {
                inVain = 0;
                passed++;
                pass(line, turn);
            }
            if (!line.isEmpty()) {
                busy.add(line);
            }
        }
        if (passed == SLICE) {
            scheduled = true;
            room.runOnContext(later -> look());
        } else if (!busy.isEmpty()) {
            schedule();
        }
    }

    private static void pass(Line line, Line.Turn turn) {
        line.took(turn.bytes());
        turn.act().run();
    }
}
