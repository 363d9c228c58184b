package de.werkraum.crdt;

import org.jspecify.annotations.Nullable;

/**
 * A run of consecutive clocks of one client: so many characters, so many values, one type, or the remains of something
 * deleted. Its id is (client, clock) of its first element. Linked, it stands in the list of its parent.
 */
final class Item {
    static final long NONE = -1;

    final long client;
    long clock;
    /** How many clocks it takes; beyond an int only for deleted runs. */
    long length;

    /** Id of the element that stood to the left when it was inserted; the client is {@link #NONE} if there was none. */
    long originClient = NONE;

    long originClock;
    /** The same to the right. */
    long rightClient = NONE;

    long rightClock;

    @Nullable
    Item left;

    @Nullable
    Item right;
    /** Null for the collected, and while it is to be taken from a neighbour. */
    @Nullable
    Parent parent;
    /** The map key or attribute it is a value of; null for an element of a list. */
    @Nullable
    String key;

    Content content;
    boolean deleted;
    /** When the search for a place last saw it; see {@link Integrator}. */
    long seen;

    PositionIndex.@Nullable Leaf leaf;

    Item(long client, long clock, long length, Content content) {
        this.client = client;
        this.clock = clock;
        this.length = length;
        this.content = content;
    }

    static Item collected(long client, long clock, long length) {
        Item item = new Item(client, clock, length, Content.COLLECTED);
        item.deleted = true;
        return item;
    }

    /** The first clock after it. */
    long end() {
        return clock + length;
    }

    boolean isCollected() {
        return content == Content.COLLECTED;
    }

    /** Whether its elements have a position in a list, as text and values do and formats don't. */
    boolean countable() {
        return content.countable();
    }

    /** How many positions of its list it takes up. */
    long visible() {
        return deleted || !content.countable() ? 0 : length;
    }

    /** The live type it stands in; only for linked items. */
    Branch branch() {
        if (parent instanceof Branch branch) {
            return branch;
        }
        throw new IllegalStateException("item is not linked");
    }

    boolean sameOrigin(Item other) {
        return originClient == other.originClient && (originClient == NONE || originClock == other.originClock);
    }

    boolean sameRightOrigin(Item other) {
        return rightClient == other.rightClient && (rightClient == NONE || rightClock == other.rightClock);
    }

    void setOrigin(long client, long clock) {
        originClient = client;
        originClock = clock;
    }

    void setRightOrigin(long client, long clock) {
        rightClient = client;
        rightClock = clock;
    }

    /** Turns what is deleted into its bare extent: no content, no place. */
    void collect() {
        content = Content.COLLECTED;
        deleted = true;
        parent = null;
        key = null;
        left = null;
        right = null;
        leaf = null;
        originClient = NONE;
        rightClient = NONE;
    }
}
