package de.werkraum.room;

import de.werkraum.sync.Message;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What of a connection's work is decided: of its messages of kind <em>update</em>, in their order, the first {@link #updates()} are committed,
 * add nothing, or were refused; {@link #synced()} tells the same of its sync step 2.
 */
final class Saved {
    /** Journal numbers the updates wait for, in order of arrival; 0, of one that was refused, waits for nothing. */
    private final Deque<Long> waiting = new ArrayDeque<>();

    private long updates;
    private long refused;
    private long syncedAt = Long.MAX_VALUE;
    private boolean synced;
    private boolean changed;

    /** An update that is in PostgreSQL once the journal's number {@code seq} is. */
    void update(long seq, long committed) {
        waiting.add(seq);
        advance(committed);
    }

    /** An update that was not taken. */
    void refuse(long committed) {
        refused++;
        changed = true;
        update(0, committed);
    }

    /** The connection's step 2 is in PostgreSQL once the journal's number {@code seq} is. */
    void step2(long seq, long committed) {
        syncedAt = seq;
        synced = false;
        changed = true;
        advance(committed);
    }

    /** All numbers up to {@code committed} are in PostgreSQL. */
    void advance(long committed) {
        while (!waiting.isEmpty() && waiting.peek() <= committed) {
            waiting.remove();
            updates++;
            changed = true;
        }
        if (!synced && syncedAt <= committed) {
            synced = true;
            changed = true;
        }
    }

    /** The {@code saved} event, built by hand: it is by far the most frequent one. */
    Outgoing event() {
        String json = "{\"type\":\"saved\",\"updates\":" + updates + ",\"refused\":" + refused + ",\"synced\":" + synced
                + "}";
        return Outgoing.event(Message.event(json), "saved", json);
    }

    /** Whether all it waits for is decided. */
    boolean settled() {
        return waiting.isEmpty() && (synced || syncedAt == Long.MAX_VALUE);
    }

    /** Whether there is news. */
    boolean changed() {
        return changed;
    }

    /** Whether there is news since the last call. */
    boolean takeChanged() {
        boolean news = changed;
        changed = false;
        return news;
    }

    long updates() {
        return updates;
    }

    long refused() {
        return refused;
    }

    boolean synced() {
        return synced;
    }
}
