package de.werkraum.pace;

import de.werkraum.Limits;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One member's messages over all its connections to a room: what it may still send now, and what waits for its turn. On the room's event
 * loop only.
 */
public final class Flow {
    /** What a waiting message costs beside its bytes. */
    private static final int TURN_BYTES = 100;
    /** What looking at a presence costs beside its bytes. */
    private static final int STATE_BYTES = 256;

    private final TokenBucket messages;
    private final TokenBucket inbound;
    private final TokenBucket outbound;
    private final TokenBucket presence;
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private final AtomicLong allWaitingBytes;
    private long waitingBytes;
    private int connections;

    /** A message, or, of no bytes, the end of a connection, and what it does when it has its turn. */
    public record Turn(int bytes, Runnable act) {}

    /** @param allWaitingBytes of all flows of the server */
    public Flow(Limits.Pace limits, long now, AtomicLong allWaitingBytes) {
        this.allWaitingBytes = allWaitingBytes;
        messages = new TokenBucket(limits.messagesPerSecond(), limits.messagesPerSecond(), now);
        inbound = new TokenBucket(limits.inboundBytesPerSecond(), limits.inboundBurstBytes(), now);
        outbound = new TokenBucket(limits.outboundBytesPerSecond(), limits.outboundBytesPerSecond(), now);
        presence = new TokenBucket(limits.presenceBytesPerSecond(), limits.presenceBytesPerSecond(), now);
    }

    /** Whether a message may be dealt with now. */
    boolean open(long now) {
        return messages.open(now) && inbound.open(now) && outbound.open(now);
    }

    /** A message of that many bytes is dealt with. */
    void took(int bytes) {
        if (bytes > 0) {
            messages.spend(1);
            inbound.spend(bytes);
        }
    }

    /** The last message counts as so many. */
    public void countsAs(int many) {
        messages.spend(many - 1);
    }

    /** The last message makes the server send that many bytes, to all receivers together. */
    public void causes(long bytes) {
        outbound.spend(bytes);
    }

    /** Whether others may be told a presence of that many bytes. */
    public boolean mayTell(int bytes, long now) {
        boolean may = presence.open(now);
        if (may) {
            presence.spend(STATE_BYTES + bytes);
        }
        return may;
    }

    void add(Turn turn) {
        waiting.add(turn);
        held(TURN_BYTES + turn.bytes());
    }

    @Nullable
    Turn poll() {
        Turn turn = waiting.poll();
        held(turn == null ? 0 : -(TURN_BYTES + turn.bytes()));
        return turn;
    }

    private void held(long bytes) {
        waitingBytes += bytes;
        allWaitingBytes.addAndGet(bytes);
    }

    void clear() {
        waiting.clear();
        held(-waitingBytes);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    long waitingBytes() {
        return waitingBytes;
    }

    /** Open connections of the member. */
    public int connections() {
        return connections;
    }

    /** The member has one more connection. */
    public void connected() {
        connections++;
    }

    /** The member has one connection less. */
    public void disconnected() {
        connections--;
    }

    /** Whether nothing of the member need be remembered. */
    boolean idle(long now) {
        return connections == 0
                && waiting.isEmpty()
                && messages.full(now)
                && inbound.full(now)
                && outbound.full(now)
                && presence.full(now);
    }
}
