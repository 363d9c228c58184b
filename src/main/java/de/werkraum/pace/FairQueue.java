package de.werkraum.pace;

import de.werkraum.Limits;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whose message is next. A member that keeps to its pace is dealt with at once; what is sent faster waits in that member's flow and is let
 * through at the pace, one member after the other, in slices, so that neither others of the room nor other rooms of the loop wait for it.
 * While messages wait, their sockets are not read. On the room's event loop only.
 */
public final class FairQueue {
    /** Messages let through before others of the loop have their turn; about a millisecond. */
    private static final int SLICE = 64;
    /** Between two looks at the flows; short beside what people notice. */
    private static final long LOOK_MILLIS = 5;

    private final Vertx vertx;
    private final Context room;
    private final Limits.Pace limits;
    private final LongSupplier nanos;
    private final AtomicLong waitingBytes;
    private final BooleanSupplier held;
    private final Map<UUID, Flow> flows = new HashMap<>();
    private final Set<Flow> busy = new LinkedHashSet<>();
    private boolean scheduled;

    /**
     * @param nanos a clock such as {@link System#nanoTime}
     * @param waitingBytes in all flows of the server
     * @param held whether all have to wait now, whatever their pace; {@link #goOn} is to be called when they don't any more
     */
    public FairQueue(
            Vertx vertx,
            Context room,
            Limits.Pace limits,
            LongSupplier nanos,
            AtomicLong waitingBytes,
            BooleanSupplier held) {
        this.held = held;
        this.waitingBytes = waitingBytes;
        this.vertx = vertx;
        this.room = room;
        this.limits = limits;
        this.nanos = nanos;
    }

    /** The flow of a member, the same for all its connections. */
    public Flow of(UUID member) {
        return flows.computeIfAbsent(member, first -> new Flow(limits, nanos.getAsLong(), waitingBytes));
    }

    /** Lets a turn through now, or when the flow's pace allows; answers whether flow and server can hold what waits. */
    public boolean take(Flow flow, Flow.Turn turn) {
        if (flow.isEmpty() && !held.getAsBoolean() && (turn.bytes() == 0 || flow.open(nanos.getAsLong()))) {
            pass(flow, turn);
            return true;
        }
        flow.add(turn);
        busy.add(flow);
        if (!held.getAsBoolean()) {
            schedule();
        }
        return flow.waitingBytes() <= limits.memberPendingBytes() && waitingBytes.get() <= limits.serverPendingBytes();
    }

    /** Drops what waits in a flow. */
    public void drop(Flow flow) {
        flow.clear();
        busy.remove(flow);
    }

    /** Forgets members that are gone and owe nothing. */
    public void forget() {
        long now = nanos.getAsLong();
        flows.values().removeIf(flow -> flow.idle(now));
    }

    /** Nobody has to wait for what held them any more. */
    public void goOn() {
        if (!busy.isEmpty() && !scheduled) {
            scheduled = true;
            room.runOnContext(now -> look());
        }
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            vertx.setTimer(LOOK_MILLIS, timer -> room.runOnContext(now -> look()));
        }
    }

    private void look() {
        scheduled = false;
        if (held.getAsBoolean()) {
            return;
        }
        long now = nanos.getAsLong();
        int passed = 0;
        int inVain = 0;
        while (passed < SLICE && inVain < busy.size() && !held.getAsBoolean()) {
            Flow flow = busy.iterator().next();
            busy.remove(flow);
            Flow.Turn turn = flow.open(now) ? flow.poll() : null;
            if (turn == null) {
                inVain++;
            } else {
                inVain = 0;
                passed++;
                pass(flow, turn);
            }
            if (!flow.isEmpty()) {
                busy.add(flow);
            }
        }
        if (held.getAsBoolean()) {
            return;
        }
        if (passed == SLICE) {
            scheduled = true;
            room.runOnContext(later -> look());
        } else if (!busy.isEmpty()) {
            schedule();
        }
    }

    private static void pass(Flow flow, Flow.Turn turn) {
        flow.took(turn.bytes());
        turn.act().run();
    }
}
