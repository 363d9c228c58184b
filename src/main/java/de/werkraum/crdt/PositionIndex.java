package de.werkraum.crdt;

import org.jspecify.annotations.Nullable;

/**
 * From a position in a list to the item there, in logarithmic time: a tree with the items of the list in its leaves, each
 * node knowing how many positions lie below it. Made when someone first edits a long list by position, kept up to date from
 * then on; lists that are only written by others never pay for it.
 */
final class PositionIndex {
    private static final int WIDTH = 64;

    private Node root = new Leaf();

    /** An item and how many of the positions asked for lie before it. */
    record Place(Item item, long before) {}

    private abstract static sealed class Node permits Inner, Leaf {
        @Nullable
        Inner parent;

        long weight;
        int size;

        void add(long delta) {
            for (Node node = this; node != null; node = node.parent) {
                node.weight += delta;
            }
        }
    }

    private static final class Inner extends Node {
        final @Nullable Node[] children = new Node[WIDTH];

        Node child(int i) {
            Node child = children[i];
            if (child == null) {
                throw new IllegalStateException("no child " + i);
            }
            return child;
        }

        int indexOf(Node node) {
            int i = 0;
            while (children[i] != node) {
                i++;
            }
            return i;
        }
    }

    static final class Leaf extends Node {
        final @Nullable Item[] items = new Item[WIDTH];

        int indexOf(Item item) {
            int i = 0;
            while (items[i] != item) {
                i++;
            }
            return i;
        }
    }

    /** The index of a list, made from its items. */
    static PositionIndex over(Branch branch) {
        PositionIndex index = branch.index;
        if (index == null) {
            index = new PositionIndex();
            branch.index = index;
            Leaf leaf = (Leaf) index.root;
            for (Item item = branch.start; item != null; item = item.right) {
                leaf.add(item.visible());
                leaf = index.insert(leaf, leaf.size, item);
            }
        }
        return index;
    }

    /** The item that holds the position; the position must be below the list's visible length. */
    Place find(long position) {
        Node node = root;
        long rest = position;
        while (node instanceof Inner inner) {
            int i = 0;
            while (rest >= inner.child(i).weight) {
                rest -= inner.child(i++).weight;
            }
            node = inner.child(i);
        }
        for (Item item : ((Leaf) node).items) {
            long visible = item == null ? 0 : item.visible();
            if (item != null && rest < visible) {
                return new Place(item, position - rest);
            }
            rest -= visible;
        }
        throw new IllegalStateException("position " + position + " is not in the index");
    }

    /** A linked item is new in its list. */
    static void inserted(Branch branch, Item item) {
        PositionIndex index = branch.index;
        if (index == null) {
            return;
        }
        Leaf leaf = item.left == null ? index.firstLeaf() : item.left.leaf;
        if (leaf == null) {
            throw new IllegalStateException("neighbour is not indexed");
        }
        leaf.add(item.visible());
        index.insert(leaf, item.left == null ? 0 : leaf.indexOf(item.left) + 1, item);
    }

    /** {@code right} was cut off from {@code left}; together they are as long as before. */
    static void split(Item left, Item right) {
        Leaf leaf = left.leaf;
        PositionIndex index = leaf == null ? null : left.branch().index;
        if (leaf != null && index != null) {
            index.insert(leaf, leaf.indexOf(left) + 1, right);
        }
    }

    /** The visible length of an item changes. */
    static void resized(Item item, long delta) {
        if (item.leaf != null) {
            item.leaf.add(delta);
        }
    }

    /** {@code left} is about to take over {@code right}. */
    static void joined(Item left, Item right) {
        Leaf to = left.leaf;
        Leaf from = right.leaf;
        if (to == null || from == null) {
            return;
        }
        if (to != from) {
            from.add(-right.visible());
            to.add(right.visible());
        }
        int at = from.indexOf(right);
        System.arraycopy(from.items, at + 1, from.items, at, from.size - at - 1);
        from.items[--from.size] = null;
        right.leaf = null;
        if (from.size == 0) {
            drop(from);
        }
    }

    private static void drop(Node empty) {
        Inner parent = empty.parent;
        if (parent != null) {
            int at = parent.indexOf(empty);
            System.arraycopy(parent.children, at + 1, parent.children, at, parent.size - at - 1);
            parent.children[--parent.size] = null;
            if (parent.size == 0) {
                drop(parent);
            }
        }
    }

    private Leaf firstLeaf() {
        Node node = root;
        while (node instanceof Inner inner) {
            node = inner.child(0);
        }
        return (Leaf) node;
    }

    /** Puts an item into a leaf whose weight holds it already; answers the leaf that it ended up in. */
    private Leaf insert(Leaf leaf, int at, Item item) {
        Leaf target = leaf;
        int slot = at;
        if (leaf.size == WIDTH) {
            int keep = at == WIDTH ? WIDTH - 1 : WIDTH / 2;
            Leaf added = cut(leaf, keep);
            if (at > keep) {
                target = added;
                slot = at - keep;
                leaf.weight -= item.visible();
                added.weight += item.visible();
            }
        }
        System.arraycopy(target.items, slot, target.items, slot + 1, target.size - slot);
        target.items[slot] = item;
        target.size++;
        item.leaf = target;
        return target;
    }

    private Leaf cut(Leaf leaf, int keep) {
        Leaf added = new Leaf();
        for (int i = keep; i < WIDTH; i++) {
            Item moved = leaf.items[i];
            if (moved != null) {
                added.items[added.size++] = moved;
                added.weight += moved.visible();
                moved.leaf = added;
                leaf.items[i] = null;
            }
        }
        leaf.size = keep;
        leaf.weight -= added.weight;
        insertBehind(leaf, added);
        return added;
    }

    /** Hangs a node, split off from {@code node}, behind it; the weights above stay as they are. */
    private void insertBehind(Node node, Node added) {
        Inner parent = node.parent;
        if (parent == null) {
            parent = new Inner();
            parent.children[0] = node;
            parent.size = 1;
            parent.weight = node.weight + added.weight;
            node.parent = parent;
            root = parent;
        } else if (parent.size == WIDTH) {
            Inner right = new Inner();
            for (int i = WIDTH / 2; i < WIDTH; i++) {
                Node moved = parent.child(i);
                right.children[right.size++] = moved;
                right.weight += moved.weight;
                moved.parent = right;
                parent.children[i] = null;
            }
            parent.size = WIDTH / 2;
            // `added` is in the parent's weight, but among no children yet.
            if (node.parent == right) {
                right.weight += added.weight;
            }
            parent.weight -= right.weight;
            insertBehind(parent, right);
            parent = node.parent == right ? right : parent;
        }
        int at = parent.indexOf(node) + 1;
        System.arraycopy(parent.children, at, parent.children, at + 1, parent.size - at);
        parent.children[at] = added;
        parent.size++;
        added.parent = parent;
    }
}
