package de.werkraum.crdt;

import org.jspecify.annotations.Nullable;

/** The items of one key of a type: the last one is the value. */
final class Entry {
    @Nullable
    Item first;

    @Nullable
    Item last;
}
