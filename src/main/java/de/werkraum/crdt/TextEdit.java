package de.werkraum.crdt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writing formatted text. A format is an item of its own that holds from there on, so that a formatted stretch stands
 * between one that sets and one that restores; few are written and needless ones are removed, exactly as in Yjs.
 */
final class TextEdit {
    private TextEdit() {}

    static Map<String, @Nullable Object> formats(Map<String, ? extends @Nullable Object> attributes) {
        Map<String, @Nullable Object> formats = new LinkedHashMap<>();
        attributes.forEach((key, value) -> formats.put(key, Values.normalize(value)));
        return JsKeys.ordered(formats);
    }

    /** Inserts with the formats given; with those in force at the position if they are null. */
    static void insert(
            Transaction tx,
            Branch branch,
            long position,
            Content content,
            @Nullable Map<String, @Nullable Object> attributes) {
        Objects.checkIndex(position, branch.length + 1);
        TextPosition at = TextPosition.at(tx, branch, position);
        Map<String, @Nullable Object> wanted = new LinkedHashMap<>(attributes == null ? at.attributes : attributes);
        at.attributes.keySet().forEach(key -> wanted.putIfAbsent(key, null));
        skipSame(at, wanted);
        Map<String, @Nullable Object> restore = open(tx, branch, at, wanted);
        int length = content instanceof TextRun run ? run.length() : 1;
        insertAt(tx, branch, at, content, length);
        close(tx, branch, at, restore);
    }

    static void delete(Transaction tx, Branch branch, long position, long length) {
        Objects.checkFromIndexSize(position, length, branch.length);
        TextPosition at = TextPosition.at(tx, branch, position);
        Map<String, @Nullable Object> before = new LinkedHashMap<>(at.attributes);
        Item start = at.right;
        long rest = length;
        while (rest > 0 && at.right != null) {
            Item item = at.right;
            if (item.visible() > 0) {
                cutAfter(tx, item, rest);
                rest -= item.length();
                Deletion.delete(tx, item);
            }
            at.forward();
        }
        if (start != null && branch.formatted) {
            FormatCleanup.gap(tx, start, at.right, before, at.attributes);
        }
    }

    static void format(
            Transaction tx, Branch branch, long position, long length, Map<String, @Nullable Object> attributes) {
        Objects.checkFromIndexSize(position, length, branch.length);
        TextPosition at = TextPosition.at(tx, branch, position);
        skipSame(at, attributes);
        Map<String, @Nullable Object> restore = open(tx, branch, at, attributes);
        long rest = length;
        while (at.right != null && (rest > 0 || (!restore.isEmpty() && isGap(at.right)))) {
            Item item = at.right;
            if (!item.deleted() && item.content instanceof Content.Format format) {
                if (attributes.containsKey(format.key)) {
                    if (Values.same(attributes.get(format.key), format.value)) {
                        restore.remove(format.key);
                    } else if (rest == 0) {
                        break;
                    } else {
                        restore.put(format.key, format.value);
                    }
                    Deletion.delete(tx, item);
                } else {
                    at.attributes.put(format.key, format.value);
                }
            } else if (!item.deleted()) {
                cutAfter(tx, item, rest);
                rest -= item.length();
            }
            at.forward();
        }
        close(tx, branch, at, restore);
    }

    private static boolean isGap(Item item) {
        return item.deleted() || item.content instanceof Content.Format;
    }

    private static void cutAfter(Transaction tx, Item item, long count) {
        if (count < item.length()) {
            tx.doc.store().endingAt(tx, item.client(), item.clock() + count - 1);
        }
    }

    private static void insertAt(Transaction tx, Branch branch, TextPosition at, Content content, int length) {
        at.right = tx.doc.insert(tx, branch, at.left, at.right, null, content, length);
        at.forward();
    }

    /** Goes on over what is deleted and over formats that are wanted anyway. */
    private static void skipSame(TextPosition at, Map<String, @Nullable Object> wanted) {
        while (at.right != null && (at.right.deleted() || setsSame(at.right, wanted))) {
            at.forward();
        }
    }

    private static boolean setsSame(Item item, Map<String, @Nullable Object> wanted) {
        return item.content instanceof Content.Format format && Values.same(wanted.get(format.key), format.value);
    }

    /** Inserts the formats that are not in force; answers those to restore behind. */
    private static Map<String, @Nullable Object> open(
            Transaction tx, Branch branch, TextPosition at, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> restore = new LinkedHashMap<>();
        wanted.forEach((key, value) -> {
            Object now = at.attributes.get(key);
            if (!Values.same(now, value)) {
                restore.put(key, now);
                insertAt(tx, branch, at, new Content.Format(key, value), 1);
            }
        });
        return restore;
    }

    private static void close(Transaction tx, Branch branch, TextPosition at, Map<String, @Nullable Object> restore) {
        while (at.right != null && (at.right.deleted() || restores(at.right, restore))) {
            if (!at.right.deleted() && at.right.content instanceof Content.Format format) {
                restore.remove(format.key);
            }
            at.forward();
        }
        restore.forEach((key, value) -> insertAt(tx, branch, at, new Content.Format(key, value), 1));
    }

    private static boolean restores(Item item, Map<String, @Nullable Object> restore) {
        return item.content instanceof Content.Format format
                && restore.containsKey(format.key)
                && Values.same(restore.get(format.key), format.value);
    }
}
