package de.werkraum.crdt;

/** Joins neighbouring items again after a transaction, so that a typed sentence is one item. */
final class Merging {
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
        for (int i = tx.splits().size() - 1; i >= 0; i--) {
            Item split = tx.splits().get(i);
            ClientLog log = store.log(split.client);
            if (log != null) {
                merge(log, split.clock, Math.min(split.end(), log.next() - 1));
            }
        }
    }

    /** Joins, from right to left, the items that start at clocks from…to with the one before each. */
    private static void merge(ClientLog log, long from, long to) {
        Item item = log.find(to);
        while (item.clock >= from) {
            Item before = log.beforeCursor();
            if (before == null) {
                return;
            }
            if (join(before, item)) {
                log.removeAtCursor();
            } else {
                log.stepBack();
            }
            item = before;
        }
    }

    private static boolean join(Item left, Item right) {
        if (left.isCollected() || right.isCollected()) {
            boolean both = left.isCollected() && right.isCollected();
            left.length += both ? right.length : 0;
            return both;
        }
        if (left.right != right
                || left.deleted != right.deleted
                || right.originClient != left.client
                || right.originClock != left.end() - 1
                || !left.sameRightOrigin(right)
                || left.content.ref() != right.content.ref()
                || !left.content.append(right.content)) {
            return false;
        }
        PositionIndex.joined(left, right);
        left.length += right.length;
        left.right = right.right;
        if (right.right != null) {
            right.right.left = left;
        } else if (right.key != null && left.branch().last(right.key) == right) {
            left.branch().setLast(right.key, left);
        }
        return true;
    }
}
