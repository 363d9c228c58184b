package de.werkraum.press;

import de.werkraum.export.Rendered;

/** Carries orders out, one a calling thread at a time. Thread-safe; blocks. */
public interface Maker extends AutoCloseable {
    /**
     * The document.
     *
     * @throws de.werkraum.problem.Problem if it can't be made now
     * @throws IllegalStateException if making it failed, which is a fault of ours
     */
    Rendered make(Order order);

    @Override
    void close();
}
