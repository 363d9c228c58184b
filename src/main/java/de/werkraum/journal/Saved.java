package de.werkraum.journal;

import de.werkraum.wire.News;
import de.werkraum.wire.Outgoing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a connection's work is decided: of its messages of kind <em>update</em>, in their order, the first {@link #updates()} are committed,
 * add nothing, or were refused; {@link #synced()} tells the same of its sync step 2.
 */
public final class Saved implements News {
    /**
     * Journal numbers the updates wait for, in order of arrival; 0, of one that was refused, waits for nothing. A negative number stands for
     * so many more that wait for the same.
     */
    private final Deque<Long> waiting = new ArrayDeque<>();

    /** What the document must know, by client and clock, before the first of the {@code held} is in it. */
    private Map<Long, Long> lacking = Map.of();

    /** Updates from the first on that waits in the document for a part that has not come. */
    private long held;

    private long updates;
    private long refused;
    private final Answers answers = new Answers();
    private long syncedAt = Long.MAX_VALUE;
    private boolean synced;
    private boolean changed;

    /** An update that is in PostgreSQL once the journal's number {@code seq} is. */
    public void update(long seq, long committed) {
        answers.wrote();
        queue(seq, committed);
    }

    private void queue(long seq, long committed) {
        if (held > 0) {
            held++;
        } else {
            waiting.add(seq);
            advance(committed);
        }
    }

    /**
     * An update that the document can't show, since it rests on something that has not come: a stock client sends what is typed between
     * connecting and its step 2, and that may rest on what was typed offline. It is in PostgreSQL sooner than what it rests on.
     */
    public void hold(Map<Long, Long> clocks) {
        answers.wrote();
        held++;
        lacking = new HashMap<>(lacking);
        clocks.forEach((client, clock) -> lacking.merge(client, clock, Math::max));
    }

    /** What has to come before the updates that are held are in the document; empty where none are. */
    public Map<Long, Long> lacking() {
        return lacking;
    }

    /** It has come, and is in PostgreSQL once the journal's number {@code seq} is. */
    public void arrived(long seq, long committed) {
        waiting.add(seq);
        if (held > 1) {
            waiting.add(1 - held);
        }
        held = 0;
        lacking = Map.of();
        advance(committed);
    }

    /** An update that was not taken. */
    public void refuse(long committed) {
        refused++;
        changed = true;
        answers.refused();
        queue(0, committed);
    }

    /** A step 2 that was not taken. */
    public void refuseStep2() {
        answers.refusedStep2();
    }

    /** The client asks for what it lacks, and is asked for what it has. */
    public void asks() {
        answers.asked();
    }

    /** The connection's step 2 is in PostgreSQL once the journal's number {@code seq} is. */
    public void step2(long seq, long committed) {
        answers.step2();
        syncedAt = seq;
        synced = false;
        changed = true;
        advance(committed);
    }

    /** All numbers up to {@code committed} are in PostgreSQL. */
    public void advance(long committed) {
        while (!waiting.isEmpty() && waiting.peek() <= committed) {
            long at = waiting.remove();
            updates += at < 0 ? -at : 1;
            changed = true;
        }
        if (!synced && syncedAt <= committed) {
            synced = true;
            changed = true;
            answers.synced();
        }
    }

    /** Whether all it waits for is decided. */
    public boolean settled() {
        return waiting.isEmpty() && held == 0 && (synced || syncedAt == Long.MAX_VALUE);
    }

    /** Whether there is news. */
    public boolean changed() {
        return changed;
    }

    @Override
    public @Nullable Outgoing take() {
        if (!changed) {
            return null;
        }
        changed = false;
        return new Outgoing.Saved(updates, refused, synced, answers.take(updates - refused));
    }

    long updates() {
        return updates;
    }

    long refused() {
        return refused;
    }

    /** Whether the connection's step 2 is decided. */
    public boolean synced() {
        return synced;
    }
}
