package de.werkraum.wire;

import org.jspecify.annotations.Nullable;

/** What a connection is told with whatever is sent to it next: only the newest counts. */
@FunctionalInterface
public interface News {
    /** What there is, which from now on is no news; null if there is none. */
    @Nullable
    Outgoing take();
}
