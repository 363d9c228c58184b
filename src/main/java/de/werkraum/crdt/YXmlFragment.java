package de.werkraum.crdt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of XML nodes: elements, texts, hooks. Its {@link #toString} is its XML as Yjs prints it. */
public sealed class YXmlFragment extends YType permits YXmlElement {
    /** An unattached fragment. */
    public YXmlFragment() {
        this(Branch.nested(TypeKind.XML_FRAGMENT, ""));
    }

    YXmlFragment(Branch branch) {
        super(branch);
    }

    /** The number of child nodes. */
    public final int length() {
        return Math.toIntExact(branch.length);
    }

    /** The child nodes as they are now; anything else that someone may have put there is left out. */
    public final List<YType> children() {
        return ListEdit.values(branch).stream()
                .filter(YType.class::isInstance)
                .map(YType.class::cast)
                .toList();
    }

    public final @Nullable Object get(int index) {
        return ListEdit.get(branch, index);
    }

    /**
     * Inserts nodes.
     *
     * @throws IndexOutOfBoundsException if the index is beyond the end
     */
    public final void insert(int index, List<? extends YType> nodes) {
        List<Content> contents = ListEdit.contents(nodes);
        edit(tx -> ListEdit.insert(tx, branch, index, contents));
    }

    /** Appends nodes. */
    public final void push(YType... nodes) {
        List<Content> contents = ListEdit.contents(List.of(nodes));
        edit(tx -> ListEdit.insert(tx, branch, branch.length, contents));
    }

    public final void delete(int index, int count) {
        edit(tx -> ListEdit.delete(tx, branch, index, count));
    }

    @Override
    public String toString() {
        return Xml.print(branch);
    }
}
