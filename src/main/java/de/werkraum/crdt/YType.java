package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A shared type: a root of a {@link Doc}, or nested in another type. One made with a constructor is unattached until it is
 * put into another type; what is written to it before is kept and goes in with it, reading it before gives nothing. A type
 * can be put into a document once. The same place always gives the same object.
 */
public abstract sealed class YType permits YText, YMap, YArray, YXmlFragment {
    final Branch branch;
    private @Nullable List<Consumer<Transaction>> early;

    YType(Branch branch) {
        this.branch = branch;
        branch.bind(this);
    }

    /** Does an edit within the document's transaction, or keeps it until there is a document. */
    final void edit(Consumer<Transaction> edit) {
        if (branch.doc != null) {
            branch.doc.edit(edit);
            return;
        }
        if (early == null) {
            early = new ArrayList<>();
        }
        early.add(edit);
    }

    final void attached() {
        List<Consumer<Transaction>> edits = early;
        early = null;
        if (edits != null) {
            edits.forEach(this::edit);
        }
    }

    /** What {@code JSON.stringify(type.toJSON())} prints in JavaScript. */
    public final String toJson() {
        return Json.stringify(this);
    }

    /** The type this one is in; null for a root and for an unattached one. */
    public final @Nullable YType parent() {
        Item owner = branch.owner;
        return owner == null || !(owner.parent instanceof Branch above) ? null : above.type();
    }

    /** The map key or attribute of the parent that holds this type; null for a root and for an element of a list. */
    public final @Nullable String key() {
        return branch.owner == null ? null : branch.owner.key;
    }

    /** The name of a root; null for others. */
    public final @Nullable String rootName() {
        return branch.rootName;
    }

    /** Whether it is part of a document and not deleted. */
    public final boolean isLive() {
        return branch.doc != null && !branch.isDeleted();
    }

    @Override
    public String toString() {
        return "[object Object]";
    }
}
