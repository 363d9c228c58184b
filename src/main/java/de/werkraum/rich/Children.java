package de.werkraum.rich;

import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
import java.util.ArrayList;
import java.util.List;

/**
 * The children of a node on their way to other values: those whose values stay are kept, those between them are changed or
 * replaced in their order.
 */
abstract class Children<T> {
    private final YXmlFragment parent;
    private final List<T> wanted;

    Children(YXmlFragment parent, List<T> wanted) {
        this.parent = parent;
        this.wanted = wanted;
    }

    /** What a child stands for; a child that shows nothing has no values and is left where it is. */
    abstract List<T> values(YType child);

    /** Makes a child stand for that value alone, if it can; answers whether it could. */
    abstract boolean change(YType child, T value);

    abstract YXmlElement node(T value);

    void merge() {
        int length = parent.length();
        var old = new ArrayList<T>();
        var first = new int[length + 1];
        for (int i = 0; i < length; i++) {
            first[i] = old.size();
            if (parent.get(i) instanceof YType child) {
                old.addAll(values(child));
            }
        }
        first[length] = old.size();
        int[] kept = Diff.kept(old, wanted);
        int end = length;
        int next = wanted.size();
        for (int i = length - 1; i >= 0; i--) {
            int count = first[i + 1] - first[i];
            if (count > 0 && isKept(kept, first[i], count)) {
                between(i + 1, end, kept[first[i]] + count, next, first);
                next = kept[first[i]];
                end = i;
            }
        }
        between(0, end, 0, next, first);
    }

    /** Whether all values of a child stay, with nothing new among them. */
    private static boolean isKept(int[] kept, int first, int count) {
        for (int i = 0; i < count; i++) {
            if (kept[first + i] < 0 || kept[first + i] != kept[first] + i) {
                return false;
            }
        }
        return true;
    }

    /** Makes the children from..to stand for the wanted values low..high: changes in turn, then takes or adds the rest. */
    private void between(int from, int to, int low, int high, int[] first) {
        var surplus = new ArrayList<Integer>();
        int value = low;
        int after = from;
        for (int i = from; i < to; i++) {
            boolean shows = first[i + 1] > first[i];
            if (value < high && parent.get(i) instanceof YType child && change(child, wanted.get(value))) {
                value++;
                after = i + 1;
            } else if (shows) {
                surplus.add(i);
            }
        }
        var added = wanted.subList(value, high).stream().map(this::node).toList();
        if (!added.isEmpty()) {
            parent.insert(after, added);
        }
        for (int i = surplus.size() - 1; i >= 0; i--) {
            int at = surplus.get(i);
            parent.delete(at >= after ? at + added.size() : at, 1);
        }
    }
}
