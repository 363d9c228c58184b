package de.werkraum.crdt;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deletes formats that say nothing, left over when people format and delete at the same time. Every Yjs client does this
 * after a remote change by the same rules; a document that did not would take those deletions for news.
 */
final class FormatCleanup {
    private FormatCleanup() {}

    /** Cleans up after a remote transaction, before its deletions are collected. */
    static void after(Transaction tx) {
        Set<Branch> whole = new LinkedHashSet<>();
        Store store = tx.doc.store();
        for (ClientLog log : tx.touched()) {
            log.find(log.before);
            do {
                Item item = log.atCursor();
                if (!item.deleted() && item.content instanceof Content.Format) {
                    whole.add(item.branch());
                }
            } while (log.stepForward());
        }
        DeleteSet deleted = new DeleteSet();
        deleted.addAll(tx.deletes);
        deleted.normalize();
        Set<Item> done = Collections.newSetFromMap(new IdentityHashMap<>());
        for (long client : deleted.clients()) {
            ClientLog log = store.log(client);
            Ranges ranges = deleted.get(client);
            for (int i = 0; log != null && i < ranges.count(); i++) {
                afterDeletion(tx, log, ranges.start(i), ranges.end(i), whole, done);
            }
        }
        whole.forEach(branch -> wholeText(tx, branch));
    }

    private static void afterDeletion(
            Transaction tx, ClientLog log, long start, long end, Set<Branch> whole, Set<Item> done) {
        Item item = log.find(start);
        while (item.clock() < end) {
            if (item.parent instanceof Branch branch
                    && branch.kind().isText()
                    && branch.formatted
                    && !whole.contains(branch)) {
                if (item.content instanceof Content.Format) {
                    whole.add(branch);
                } else if (!done.contains(item)) {
                    gapAround(tx, item, done);
                }
            }
            if (!log.stepForward()) {
                return;
            }
            item = log.atCursor();
        }
    }

    /** In the gap around a deleted item only the last format of each name counts. What lies in it is {@code done} with it. */
    private static void gapAround(Transaction tx, Item deleted, Set<Item> done) {
        Item item = deleted;
        while (item.right != null && (item.right.deleted() || !item.right.countable())) {
            item = item.right;
        }
        Set<String> names = new HashSet<>();
        for (Item each = item; each != null && (each.deleted() || !each.countable()); each = each.left) {
            tx.doc.store().steps++;
            done.add(each);
            if (!each.deleted() && each.content instanceof Content.Format format && !names.add(format.key)) {
                Deletion.delete(tx, each);
            }
        }
    }

    /** Yjs looks at the whole text, but what it does touches only what stands in front of the first visible element. */
    private static void wholeText(Transaction tx, Branch branch) {
        Item start = branch.start;
        Map<String, @Nullable Object> current = new HashMap<>();
        for (Item end = start; end != null && start != null; end = end.right) {
            tx.doc.store().steps++;
            if (end.deleted()) {
                continue;
            }
            if (end.content instanceof Content.Format format) {
                Formats.apply(current, format);
            } else {
                gap(tx, start, end, new HashMap<>(), current);
                return;
            }
        }
    }

    /**
     * Deletes between {@code first} and the next visible element the formats that are overwritten there or change nothing.
     *
     * @param current where the caller's scan stands (null: at the end)
     * @param before formats in force at {@code first}
     * @param now formats in force at {@code current}, corrected here
     */
    static void gap(
            Transaction tx,
            Item first,
            @Nullable Item current,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> now) {
        Map<String, Content.Format> last = new HashMap<>();
        Item end = first;
        while (end != null && (end.deleted() || !end.countable())) {
            if (!end.deleted() && end.content instanceof Content.Format format) {
                last.put(format.key, format);
            }
            end = end.right;
        }
        boolean reached = false;
        for (Item item = first; item != null && item != end; item = item.right) {
            reached |= item == current;
            if (item.deleted() || !(item.content instanceof Content.Format format)) {
                continue;
            }
            Object valueBefore = before.get(format.key);
            boolean needless = identical(valueBefore, format.value);
            if (last.get(format.key) != format || needless) {
                Deletion.delete(tx, item);
                if (!reached && identical(now.get(format.key), format.value) && !needless) {
                    Formats.apply(now, new Content.Format(format.key, valueBefore));
                }
            } else if (!reached) {
                Formats.apply(now, format);
            }
        }
    }

    /** JavaScript's {@code ===}, for which two objects read from different items always differ. */
    private static boolean identical(@Nullable Object a, @Nullable Object b) {
        boolean objects = a instanceof Map || a instanceof List;
        return a == b || (!objects && Values.same(a, b));
    }
}
