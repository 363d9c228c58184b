package de.werkraum.wire;

import de.werkraum.access.Ids;
import de.werkraum.access.Member;
import de.werkraum.pace.SerialQueue;
import de.werkraum.store.Actor;
import de.werkraum.store.AuditEntry;
import io.vertx.core.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where and when the parts of a room work: its id, its event loop, its clock, and the queue of what is done one after the other. */
public final class Scope {
    private final UUID id;
    private final Context context;
    private final Thread thread = Thread.currentThread();
    private final Clock clock;
    private final Ids ids = new Ids();
    private final SerialQueue acts;

    /** To be made on the room's event loop. */
    public Scope(UUID id, Context context, Clock clock) {
        this.id = id;
        this.context = context;
        this.clock = clock;
        acts = new SerialQueue(context);
    }

    /** The room's id. */
    public UUID id() {
        return id;
    }

    /** The room's event loop. */
    public Context context() {
        return context;
    }

    /** Whether the caller is on that event loop. */
    public boolean here() {
        return Thread.currentThread() == thread;
    }

    /** The time. */
    public Instant now() {
        return clock.instant();
    }

    /** The time in milliseconds. */
    public long millis() {
        return clock.millis();
    }

    /** Makes new ids. */
    public Ids ids() {
        return ids;
    }

    /** Acts, one at a time. */
    public SerialQueue acts() {
        return acts;
    }

    /** Does something on the room's event loop in a while; answers the timer, to be cancelled by it. */
    public long after(long millis, Runnable act) {
        return context.owner().setTimer(millis, timer -> context.runOnContext(now -> act.run()));
    }

    /** What was to be done after a while is not. */
    public void cancel(long timer) {
        context.owner().cancelTimer(timer);
    }

    /** An act of somebody here and now, to be noted with what it does; by the server itself where {@code by} is null. */
    public AuditEntry note(@Nullable Member by, String act) {
        return AuditEntry.of(ids.next(), id, now(), by, act);
    }

    /** The same, with what asks for it if that may come again. */
    public AuditEntry noteOf(Actor by, String act) {
        return note(by.member(), act).asked(by.request());
    }
}
