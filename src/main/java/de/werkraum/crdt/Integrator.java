package de.werkraum.crdt;

import org.jspecify.annotations.Nullable;

/**
 * Finds the place of an item that someone inserted without knowing of all others (the YATA algorithm, as Yjs has it).
 */
final class Integrator {
    /** Steps of a search after which the place is taken for crowded. */
    private static final int LONG_WAY = 64;
    /** Steps of a search in a crowd that the next one is to be spared. */
    private static final int WORTH_A_HINT = 16;

    /** From here on it begins anew, long before it would overflow within a search. */
    private static final int LAST_SIGHT = 1 << 30;

    private final Store store;
    /** Counts the items looked at while searching, so that a set of them is a comparison and no allocation. */
    private int sight;

    Integrator(Store store) {
        this.store = store;
    }

    /** Adds an item of which everything it refers to is here and at least its last element is not. */
    void integrate(Transaction tx, Item item) {
        ClientLog log = store.logOrNew(item.client());
        long known = log.next() - item.clock();
        if (known >= item.length()) {
            return;
        }
        tx.touch(log);
        if (item.isCollected()) {
            item.clock(item.clock() + known);
            item.length(item.length() - known);
            log.add(item);
            return;
        }
        if (known > 0) {
            continueRun(item, known);
        }
        resolve(tx, item);
        if (item.parent instanceof Branch branch) {
            link(tx, item, branch, log);
        } else {
            item.collect();
            log.add(item);
        }
    }

    /** Cuts off what is known: the rest stands to the right of it. */
    private static void continueRun(Item item, long known) {
        item.content = item.content.splitOff((int) Math.min(known, Integer.MAX_VALUE));
        item.clock(item.clock() + known);
        item.length(item.length() - known);
        item.setOrigin(item.client(), item.clock() - 1);
        item.parent = null;
        item.key = null;
    }

    /** Turns ids into neighbours and the parent; leaves the parent null if what it belongs to has been collected. */
    private void resolve(Transaction tx, Item item) {
        Item left = null;
        Item right = null;
        if (item.originClient() != Item.NONE) {
            left = store.endingAt(tx, item.originClient(), item.originClock());
        }
        if (item.rightClient() != Item.NONE) {
            Item beside = left == null ? null : left.right;
            // Mostly the right neighbour stands where it stood.
            right = beside != null && beside.clock() == item.rightClock() && beside.client() == item.rightClient()
                    ? beside
                    : store.startingAt(tx, item.rightClient(), item.rightClock());
        }
        item.left = left;
        item.right = right;
        if ((left != null && left.isCollected()) || (right != null && right.isCollected())) {
            item.parent = null;
        } else if (left != null) {
            item.parent = left.parent;
            item.key = left.key;
        } else if (right != null) {
            item.parent = right.parent;
            item.key = right.key;
        } else if (item.parent instanceof Parent.Root root) {
            item.parent = tx.doc.root(root.name());
        } else if (item.parent instanceof Parent.Owner owner) {
            Item holder = store.find(owner.client(), owner.clock());
            item.parent = holder.content instanceof Content.Type type ? type.branch : null;
        }
    }

    /** Links an item whose neighbours are live or null into the list of its parent. */
    void link(Transaction tx, Item item, Branch parent, ClientLog log) {
        if (item.left == null ? item.right == null || item.right.left != null : item.left.right != item.right) {
            item.left = placeAfter(item, parent);
        }
        Item left = item.left;
        Item right;
        if (left != null) {
            right = left.right;
            left.right = item;
        } else {
            right = parent.first(item.key);
            parent.setFirst(item.key, item);
        }
        item.right = right;
        if (right != null) {
            right.left = item;
        } else if (item.key != null) {
            parent.setLast(item.key, item);
            if (left != null) {
                Deletion.delete(tx, left);
            }
        }
        log.add(item);
        entered(tx, item, parent);
        tx.changed(parent, item.key);
        if (parent.isDeleted() || (item.key != null && item.right != null)) {
            Deletion.delete(tx, item);
        }
    }

    /**
     * Where among those that were inserted at the same place the item goes:
     *
     * <pre>
     *   origin  b b b  c c  [item]  c …  rightOrigin
     *           └─ b: inserted after something to the right of the origin: whole groups to be skipped or not
     *                  └─ c: conflicting, inserted with the same origin; the smaller client goes left
     * </pre>
     *
     * All peers scan the same items with the same rule, so all arrive at the same order.
     */
    private @Nullable Item placeAfter(Item item, Branch parent) {
        if (sight > LAST_SIGHT) {
            store.forgetSights();
            sight = 0;
        }
        int begun = sight;
        Item hint = parent.crowd == null ? null : hint(parent.crowd, item);
        Item left = hint == null ? item.left : hint;
        Item other = left != null ? left.right : parent.first(item.key);
        int back = sight - begun;
        // Seen at or after `scan`: passed in this search. At or after `conflicts`: passed since `left` moved last.
        int scan = ++sight;
        if (hint != null) {
            hint.seen = sight++;
        }
        int conflicts = sight;
        int start = sight;
        while (other != null && other != item.right) {
            other.seen = ++sight;
            if (item.sameOrigin(other)) {
                if (other.client() < item.client()) {
                    left = other;
                    conflicts = ++sight;
                } else if (item.sameRightOrigin(other)) {
                    break;
                }
            } else if (other.originClient() != Item.NONE) {
                Item origin = store.find(other.originClient(), other.originClock());
                if (origin.seen < scan) {
                    break;
                }
                if (origin.seen < conflicts) {
                    left = other;
                    conflicts = ++sight;
                }
            } else {
                break;
            }
            other = other.right;
        }
        int steps = back + sight - start;
        store.steps += steps;
        searched(item, parent, hint, other == item.right, steps, scan);
        return left;
    }

    /** An item to the left of the place, from which on the search finds it too. */
    private @Nullable Item hint(Crowd crowd, Item item) {
        Item before = crowd.before(store, item);
        Item behind = before == null ? crowd.behind(store, item) : null;
        if (behind == null) {
            return before;
        }
        Item at = behind.left;
        while (at != null && at != item.left && !(item.sameOrigin(at) && at.client() < item.client())) {
            sight++;
            at = at.left;
        }
        return at == item.left ? null : at;
    }

    /** Remembers what is worth it for the next search at this place. */
    private void searched(Item item, Branch parent, @Nullable Item hint, boolean toTheEnd, int steps, int scan) {
        boolean crosses = hint == null && toTheEnd && item.right != null && restsOnPassed(item.right, scan);
        if (crosses || (hint == null && steps > LONG_WAY)) {
            parent.crowd = parent.crowd == null ? new Crowd() : parent.crowd;
        }
        if (parent.crowd == null) {
            return;
        }
        if (crosses) {
            parent.crowd.breaks();
        } else if (steps > WORTH_A_HINT) {
            parent.crowd.remember(item, hint == null && (toTheEnd || item.rightClient() == Item.NONE));
        }
    }

    private boolean restsOnPassed(Item right, int scan) {
        return right.originClient() != Item.NONE && store.find(right.originClient(), right.originClock()).seen >= scan;
    }

    private static void entered(Transaction tx, Item item, Branch parent) {
        if (item.content == Content.DELETED) {
            item.delete();
            tx.deletes.add(item.client(), item.clock(), item.end());
        }
        if (item.key == null) {
            parent.length += item.visible();
            PositionIndex.inserted(parent, item);
        }
        if (item.content instanceof Content.Type type) {
            type.branch.doc = tx.doc;
            type.branch.owner = item;
            type.branch.attached();
        } else if (item.content instanceof Content.Format) {
            parent.formatted = true;
        }
    }
}
