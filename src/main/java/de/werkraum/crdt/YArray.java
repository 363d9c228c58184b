package de.werkraum.crdt;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shared list. Values are those of {@link YMap}. */
public final class YArray extends YType implements Iterable<@Nullable Object> {
    /** An unattached list. */
    public YArray() {
        this(Branch.nested(TypeKind.ARRAY, ""));
    }

    YArray(Branch branch) {
        super(branch);
    }

    public int size() {
        return Math.toIntExact(branch.length);
    }

    /**
     * The element at an index.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public @Nullable Object get(int index) {
        return ListEdit.get(branch, index);
    }

    /** A copy of the elements as they are now; nested types as such. */
    public List<@Nullable Object> toList() {
        return ListEdit.values(branch);
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return toList().iterator();
    }

    /**
     * Inserts values.
     *
     * @throws IndexOutOfBoundsException if the index is beyond the end
     * @throws IllegalArgumentException if a value is none that a document can hold
     */
    public void insert(int index, List<? extends @Nullable Object> values) {
        List<Content> contents = ListEdit.contents(values);
        edit(tx -> ListEdit.insert(tx, branch, index, contents));
    }

    /** Appends values. */
    public void push(@Nullable Object... values) {
        List<Content> contents = ListEdit.contents(Arrays.asList(values));
        edit(tx -> ListEdit.insert(tx, branch, branch.length, contents));
    }

    /**
     * Deletes elements.
     *
     * @throws IndexOutOfBoundsException if the elements are not all there
     */
    public void delete(int index, int count) {
        edit(tx -> ListEdit.delete(tx, branch, index, count));
    }
}
