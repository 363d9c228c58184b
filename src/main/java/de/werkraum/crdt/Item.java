package de.werkraum.crdt;

import org.jspecify.annotations.Nullable;

/**
 * A run of consecutive clocks of one client: so many characters, so many values, one type, or the remains of something
 * deleted. Its id is (client, clock) of its first element. Linked, it stands in the list of its parent.
 *
 * <p>There are as many of these as people made edits, so a field more is felt: numbers are kept in 32 bits, unsigned, and those of the few items
 * that need more in {@link Wide}.
 */
class Item {
    static final long NONE = -1;

    private static final long LOW = 0xFFFF_FFFFL;
    private static final int DELETED = 1;
    private static final int HAS_ORIGIN = 2;
    private static final int HAS_RIGHT_ORIGIN = 4;

    private final int client;
    private int clock;
    /** How many clocks it takes; beyond 2^31 only for deleted runs. */
    private int length;
    /** Id of the element that stood to the left when it was inserted. */
    private int originClient;

    private int originClock;
    /** The same to the right. */
    private int rightClient;

    private int rightClock;
    /** When the search for a place last saw it; see {@link Integrator}. */
    int seen;

    private byte flags;

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

    PositionIndex.@Nullable Leaf leaf;

    private Item(long client, long clock, Content content) {
        this.client = (int) client;
        this.clock = (int) clock;
        this.content = content;
    }

    /** Ids of the elements that stood beside an item when it was inserted; the client is {@link #NONE} where there was none. */
    record Origins(long client, long clock, long rightClient, long rightClock) {
        static final Origins NOWHERE = new Origins(NONE, 0, NONE, 0);

        private long bits() {
            return (client == NONE ? 0 : client | clock) | (rightClient == NONE ? 0 : rightClient | rightClock);
        }
    }

    static Item of(long client, long clock, long length, Origins origins, Content content) {
        boolean narrow = (client | (clock + length) | origins.bits()) <= LOW;
        Item item = narrow ? new Item(client, clock, content) : new Wide(client, clock, content);
        item.length(length);
        if (origins.client != NONE) {
            item.setOrigin(origins.client, origins.clock);
        }
        if (origins.rightClient != NONE) {
            item.setRightOrigin(origins.rightClient, origins.rightClock);
        }
        return item;
    }

    static Item collected(long client, long clock, long length) {
        Item item = of(client, clock, length, Origins.NOWHERE, Content.COLLECTED);
        item.delete();
        return item;
    }

    long client() {
        return client & LOW;
    }

    long clock() {
        return clock & LOW;
    }

    /** How many clocks it takes. */
    long length() {
        return length & LOW;
    }

    /** The first clock after it. */
    long end() {
        return clock() + length();
    }

    /** Client of the element that stood to the left when it was inserted, {@link #NONE} if there was none. */
    long originClient() {
        return (flags & HAS_ORIGIN) == 0 ? NONE : originClient & LOW;
    }

    long originClock() {
        return originClock & LOW;
    }

    /** The same to the right. */
    long rightClient() {
        return (flags & HAS_RIGHT_ORIGIN) == 0 ? NONE : rightClient & LOW;
    }

    long rightClock() {
        return rightClock & LOW;
    }

    void clock(long value) {
        clock = (int) value;
    }

    void length(long value) {
        length = (int) value;
    }

    /** Whether a length can be told of it. */
    boolean mayBeLong(long value) {
        return value <= LOW;
    }

    boolean deleted() {
        return (flags & DELETED) != 0;
    }

    void delete() {
        flags |= DELETED;
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
        return deleted() || !content.countable() ? 0 : length();
    }

    /** The live type it stands in; only for linked items. */
    Branch branch() {
        if (parent instanceof Branch branch) {
            return branch;
        }
        throw new IllegalStateException("item is not linked");
    }

    boolean sameOrigin(Item other) {
        long id = originClient();
        return id == other.originClient() && (id == NONE || originClock() == other.originClock());
    }

    boolean sameRightOrigin(Item other) {
        long id = rightClient();
        return id == other.rightClient() && (id == NONE || rightClock() == other.rightClock());
    }

    void setOrigin(long otherClient, long otherClock) {
        originClient = (int) otherClient;
        originClock = (int) otherClock;
        flags |= HAS_ORIGIN;
    }

    void setRightOrigin(long otherClient, long otherClock) {
        rightClient = (int) otherClient;
        rightClock = (int) otherClock;
        flags |= HAS_RIGHT_ORIGIN;
    }

    /** Turns what is deleted into its bare extent: no content, no place. */
    void collect() {
        content = Content.COLLECTED;
        flags = DELETED;
        parent = null;
        key = null;
        left = null;
        right = null;
        leaf = null;
    }

    /** One with a number beyond 32 bits: a client id of another kind than Yjs's, or very much that was deleted. */
    private static final class Wide extends Item {
        private final long client;
        private long clock;
        private long length;
        private long originClient;
        private long originClock;
        private long rightClient;
        private long rightClock;

        Wide(long client, long clock, Content content) {
            super(client, clock, content);
            this.client = client;
            this.clock = clock;
        }

        @Override
        long client() {
            return client;
        }

        @Override
        long clock() {
            return clock;
        }

        @Override
        long length() {
            return length;
        }

        @Override
        long originClient() {
            return super.originClient() == NONE ? NONE : originClient;
        }

        @Override
        long originClock() {
            return originClock;
        }

        @Override
        long rightClient() {
            return super.rightClient() == NONE ? NONE : rightClient;
        }

        @Override
        long rightClock() {
            return rightClock;
        }

        @Override
        void clock(long value) {
            clock = value;
        }

        @Override
        void length(long value) {
            length = value;
        }

        @Override
        boolean mayBeLong(long value) {
            return true;
        }

        @Override
        void setOrigin(long otherClient, long otherClock) {
            super.setOrigin(otherClient, otherClock);
            originClient = otherClient;
            originClock = otherClock;
        }

        @Override
        void setRightOrigin(long otherClient, long otherClock) {
            super.setRightOrigin(otherClient, otherClock);
            rightClient = otherClient;
            rightClock = otherClock;
        }
    }
}
