package de.werkraum.web;

import de.werkraum.Limits;
import java.util.concurrent.atomic.AtomicInteger;

/** The messages of one connection that its room has not dealt with yet. Thread-safe. */
final class Unhandled {
    private final Limits.Messages limits;
    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicInteger bytes = new AtomicInteger();

    Unhandled(Limits.Messages limits) {
        this.limits = limits;
    }

    /** One more of that length; whether these are as many as may wait. */
    boolean add(int length) {
        boolean heavy = bytes.addAndGet(length) >= limits.pendingBytes();
        boolean many = messages.incrementAndGet() >= limits.pendingMessages();
        return many || heavy;
    }

    /** The room has dealt with one of that length. */
    void handled(int length) {
        bytes.addAndGet(-length);
        messages.decrementAndGet();
    }

    /** Whether so few wait that more may come. */
    boolean few() {
        return messages.get() <= limits.pendingMessages() / 2 && bytes.get() <= limits.pendingBytes() / 2;
    }
}
