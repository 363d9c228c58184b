package de.werkraum.room;

import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a room does every second, part by part. One that fails ends none of the others: not the heartbeats, not the end of tokens, not the leaving of memory. */
final class Pulse {
    private static final Logger LOG = Logger.getLogger(Pulse.class.getName());

    private final UUID room;
    private final List<Runnable> parts;

    /** @param parts in the order in which they are done */
    Pulse(UUID room, List<Runnable> parts) {
        this.room = room;
        this.parts = List.copyOf(parts);
    }

    void beat() {
        parts.forEach(this::apart);
    }

    private void apart(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "A part of the tick of room " + room + " failed");
        }
    }
}
