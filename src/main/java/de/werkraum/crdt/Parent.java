package de.werkraum.crdt;

/** Where an item belongs: a live type, or as an update names it before the item has found its place. */
sealed interface Parent permits Branch, Parent.Root, Parent.Owner {
    /** A root type by name. */
    record Root(String name) implements Parent {}

    /** The type that the item with this id holds. */
    record Owner(long client, long clock) implements Parent {}
}
