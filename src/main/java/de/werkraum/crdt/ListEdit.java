package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reading and writing lists by position. */
final class ListEdit {
    /** Lists up to this many items are searched one by one. */
    private static final int SHORT = 64;

    private ListEdit() {}

    /** The item that holds a position below the list's length. */
    static PositionIndex.Place find(Branch branch, long position) {
        if (branch.index == null) {
            long before = 0;
            int steps = 0;
            for (Item item = branch.start; item != null && steps < SHORT; item = item.right, steps++) {
                long visible = item.visible();
                if (position < before + visible) {
                    return new PositionIndex.Place(item, before);
                }
                before += visible;
            }
        }
        return PositionIndex.over(branch).find(position);
    }

    /** The item that ends where the position starts, split off if need be; null for the very start. */
    static @Nullable Item leftOf(Transaction tx, Branch branch, long position) {
        if (position == 0) {
            return null;
        }
        PositionIndex.Place place = find(branch, position - 1);
        Item item = place.item();
        return tx.doc.store().endingAt(tx, item.client(), item.clock() + position - 1 - place.before());
    }

    static List<@Nullable Object> values(Branch branch) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Item item = branch.start; item != null; item = item.right) {
            for (int i = 0; i < item.visible(); i++) {
                values.add(item.content.value(i));
            }
        }
        return values;
    }

    static @Nullable Object get(Branch branch, int index) {
        Objects.checkIndex(index, branch.length);
        PositionIndex.Place place = find(branch, index);
        return place.item().content.value((int) (index - place.before()));
    }

    /** Contents for values, plain ones next to each other in one run. */
    static List<Content> contents(List<? extends @Nullable Object> values) {
        List<Content> contents = new ArrayList<>();
        List<@Nullable Object> plain = new ArrayList<>();
        for (Object value : values) {
            if (Values.isPlain(value)) {
                plain.add(Values.normalize(value));
                continue;
            }
            if (!plain.isEmpty()) {
                contents.add(new ValueRun(false, plain));
                plain.clear();
            }
            contents.add(Values.content(value));
        }
        if (!plain.isEmpty()) {
            contents.add(new ValueRun(false, plain));
        }
        return contents;
    }

    static void insert(Transaction tx, Branch branch, long position, List<Content> contents) {
        Objects.checkIndex(position, branch.length + 1);
        Item left = leftOf(tx, branch, position);
        Item right = left == null ? branch.start : left.right;
        for (Content content : contents) {
            int length = content instanceof ValueRun run ? run.length() : 1;
            left = tx.doc.insert(tx, branch, left, right, null, content, length);
        }
    }

    static void delete(Transaction tx, Branch branch, long position, long count) {
        Objects.checkFromIndexSize(position, count, branch.length);
        Item left = leftOf(tx, branch, position);
        Item item = left == null ? branch.start : left.right;
        long rest = count;
        while (rest > 0 && item != null) {
            if (item.visible() > 0) {
                if (rest < item.length()) {
                    tx.doc.store().endingAt(tx, item.client(), item.clock() + rest - 1);
                }
                rest -= item.length();
                Deletion.delete(tx, item);
            }
            item = item.right;
        }
    }
}
