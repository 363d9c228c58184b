package de.werkraum.crdt;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place between two items of a text, and the formats in force there. */
final class TextPosition {
    @Nullable
    Item left;

    @Nullable
    Item right;

    final Map<String, @Nullable Object> attributes;

    TextPosition(@Nullable Item left, @Nullable Item right, Map<String, @Nullable Object> attributes) {
        this.left = left;
        this.right = right;
        this.attributes = attributes;
    }

    /** The place right behind the element before a position; an item is split if need be. */
    static TextPosition at(Transaction tx, Branch branch, long position) {
        Item left = ListEdit.leftOf(tx, branch, position);
        Map<String, @Nullable Object> attributes = new HashMap<>();
        if (branch.formatted && left != null) {
            for (Item item = branch.start; item != left && item != null; item = item.right) {
                note(item, attributes);
            }
        }
        return new TextPosition(left, left == null ? branch.start : left.right, attributes);
    }

    private static void note(Item item, Map<String, @Nullable Object> attributes) {
        if (!item.deleted() && item.content instanceof Content.Format format) {
            Formats.apply(attributes, format);
        }
    }

    /** Steps over the item to the right, which there must be. */
    void forward() {
        if (right == null) {
            throw new IllegalStateException("at the end");
        }
        note(right, attributes);
        left = right;
        right = right.right;
    }
}
