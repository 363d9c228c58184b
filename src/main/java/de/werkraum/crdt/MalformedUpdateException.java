package de.werkraum.crdt;

/**
 * Bytes from outside that are no valid update, state vector, snapshot or lib0 value, or that go beyond a limit. Whoever
 * throws it has changed nothing.
 */
public final class MalformedUpdateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedUpdateException(String message) {
        super(message);
    }
}
