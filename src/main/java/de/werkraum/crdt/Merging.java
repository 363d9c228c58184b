package de.werkraum.crdt;

import java.util.Comparator;

/** Joins neighbouring items again after a transaction, so that a typed sentence is one item. */
final class Merging {
    private static final Comparator<Item> BY_ID =
            Comparator.comparingLong((Item item) -> item.client()).thenComparingLong(item -> item.clock());

    private Merging() {}

    /** Tries all places that the transaction may have made joinable, as Yjs does. */
    static void mergeAfter(Transaction tx) {
        Store store = tx.doc.store();
        for (long client : tx.deletes.clients()) {
            Ranges ranges = tx.deletes.get(client);
            ClientLog log = store.log(client);
            for (int i = ranges.count() - 1; log != null && i >= 0; i--) {
                merge(log, ranges.start(i), Math.min(ranges.end(i), log.next() - 1));
            }
        }
        for (ClientLog log : tx.touched()) {
            if (!log.isEmpty()) {
                merge(log, log.before, log.next() - 1);
            }
        }
        // From left to right, so that of many parts only the first one grows.
        if (tx.splits().size() > 1) {
            tx.splits().sort(BY_ID);
        }
        for (Item split : tx.splits()) {
            ClientLog log = store.log(split.client());
            if (log != null) {
                merge(log, split.clock(), Math.min(split.end(), log.next() - 1));
            }
        }
    }

    /**
     * Joins the items that start at clocks from…to with the one before each; from left to right, so that the left one grows at its end and
     * nothing is copied twice.
     */
    private static void merge(ClientLog log, long from, long to) {
        Item item = log.find(from);
        if (item.clock() < from && log.stepForward()) {
            item = log.atCursor();
        }
        Item before = log.beforeCursor();
        while (item.clock() >= from && item.clock() <= to) {
            if (before != null && join(before, item)) {
                log.removeAtCursor();
            } else {
                before = item;
            }
            if (!log.stepForward()) {
                return;
            }
            item = log.atCursor();
        }
    }

    private static boolean join(Item left, Item right) {
        if (left.isCollected() || right.isCollected()) {
            boolean both = left.isCollected() && right.isCollected();
            if (!both || !left.mayBeLong(left.length() + right.length())) {
                return false;
            }
            left.length(left.length() + right.length());
            return true;
        }
        if (left.right != right
                || left.deleted() != right.deleted()
                || right.originClient() != left.client()
                || right.originClock() != left.end() - 1
                || !left.sameRightOrigin(right)
                || left.content.ref() != right.content.ref()
                || !left.mayBeLong(left.length() + right.length())) {
            return false;
        }
        Content both = left.content.joined(right.content);
        if (both == null) {
            return false;
        }
        left.content = both;
        PositionIndex.joined(left, right);
        left.length(left.length() + right.length());
        left.right = right.right;
        if (right.right != null) {
            right.right.left = left;
        } else if (right.key != null && left.branch().last(right.key) == right) {
            left.branch().setLast(right.key, left);
        }
        return true;
    }
}
