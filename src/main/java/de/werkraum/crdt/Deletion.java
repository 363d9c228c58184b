package de.werkraum.crdt;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Marks items as deleted, and collects what their content took. Nested types are walked without recursion. */
final class Deletion {
    private Deletion() {}

    /** Deletes an item and all that its type holds. */
    static void delete(Transaction tx, Item item) {
        if (item.deleted()) {
            return;
        }
        mark(tx, item);
        if (item.content instanceof Content.Type type) {
            deleteAll(tx, type.branch);
        }
    }

    private static void mark(Transaction tx, Item item) {
        Branch parent = item.branch();
        if (item.key == null && item.countable()) {
            parent.length -= item.length();
            PositionIndex.resized(item, -item.length());
        }
        item.delete();
        tx.deletes.add(item.client(), item.clock(), item.end());
        tx.changed(parent, item.key);
    }

    private static void deleteAll(Transaction tx, Branch top) {
        Deque<Branch> open = new ArrayDeque<>();
        open.push(top);
        while (!open.isEmpty()) {
            Branch branch = open.pop();
            for (Item item = branch.start; item != null; item = item.right) {
                deleteChild(tx, item, open);
            }
            for (Entry entry : branch.entries().values()) {
                if (entry.last != null) {
                    deleteChild(tx, entry.last, open);
                }
            }
        }
    }

    private static void deleteChild(Transaction tx, Item item, Deque<Branch> open) {
        if (item.deleted()) {
            // Will be collected with its parent and may then join its neighbours.
            tx.wasSplit(item);
            return;
        }
        mark(tx, item);
        if (item.content instanceof Content.Type type) {
            open.push(type.branch);
        }
    }

    /** Replaces the content of all that the transaction deleted by its bare extent. */
    static void collect(Transaction tx) {
        for (long client : tx.deletes.clients()) {
            Ranges ranges = tx.deletes.get(client);
            ClientLog log = tx.doc.store().log(client);
            for (int i = 0; log != null && i < ranges.count(); i++) {
                Item item = log.find(ranges.start(i));
                while (item.clock() < ranges.end(i)) {
                    collect(item);
                    if (!log.stepForward()) {
                        break;
                    }
                    item = log.atCursor();
                }
            }
        }
    }

    private static void collect(Item item) {
        if (!item.deleted() || item.isCollected() || item.content == Content.DELETED) {
            return;
        }
        Content content = item.content;
        item.content = Content.DELETED;
        if (content instanceof Content.Type type) {
            collectAll(type.branch);
        }
    }

    private static void collectAll(Branch top) {
        Deque<Branch> open = new ArrayDeque<>();
        open.push(top);
        while (!open.isEmpty()) {
            Branch branch = open.pop();
            collectList(branch.start, open);
            branch.entries().values().forEach(entry -> collectList(entry.first, open));
            branch.clear();
        }
    }

    private static void collectList(@Nullable Item first, Deque<Branch> open) {
        Item item = first;
        while (item != null) {
            Item next = item.right;
            if (item.content instanceof Content.Type type) {
                open.push(type.branch);
            }
            item.collect();
            item = next;
        }
    }
}
