package de.werkraum.crdt;

/** An observer's registration; closing it ends the calls, closing again does nothing. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
