package de.werkraum.web;

import de.werkraum.wire.Hocuspocus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one document of a provider's socket. On the socket's event loop. */
final class Document {
    private final String name;
    private final Hocuspocus dialect;
    private final long since;
    /** What came before any token. */
    private List<byte[]> held = new ArrayList<>();

    private boolean waits = true;
    private @Nullable Seat seat;

    /** @param since of {@link System#nanoTime} */
    Document(String name, Hocuspocus dialect, long since) {
        this.name = name;
        this.dialect = dialect;
        this.since = since;
    }

    /** Of a room, if it is one. */
    String name() {
        return name;
    }

    Hocuspocus dialect() {
        return dialect;
    }

    /** Where it sits, from its login until it is left. */
    @Nullable
    Seat seat() {
        Seat taken = seat;
        return taken == null || taken.left() ? null : taken;
    }

    /** Whether no token has come yet. */
    boolean waits() {
        return waits;
    }

    /** Whether a token has been waited for longer than that. */
    boolean overdue(long nanos, long now) {
        return waits && now - since > nanos;
    }

    /** Whether it is neither waited for nor there. */
    boolean over() {
        return !waits && seat() == null;
    }

    void hold(byte[] message) {
        held.add(message);
    }

    void sit(Seat taken) {
        seat = taken;
    }

    /** It is neither waited for nor there: what comes for it means nothing until it logs in again. Answers what was held. */
    List<byte[]> letGo() {
        List<byte[]> messages = held;
        held = List.of();
        waits = false;
        return messages;
    }
}
