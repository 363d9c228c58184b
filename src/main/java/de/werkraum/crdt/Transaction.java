package de.werkraum.crdt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed between two states of a document that others may see. */
final class Transaction {
    final Doc doc;
    final long number;
    final boolean local;
    final DeleteSet deletes = new DeleteSet();
    private final boolean observed;
    private final List<ClientLog> touched = new ArrayList<>(1);
    private final List<Item> splits = new ArrayList<>(2);
    private @Nullable Map<Branch, Set<@Nullable String>> changed;
    private boolean formattedTextChanged;

    Transaction(Doc doc, long number, boolean local, boolean observed) {
        this.doc = doc;
        this.number = number;
        this.local = local;
        this.observed = observed;
    }

    /** Must be called before the log grows. */
    void touch(ClientLog log) {
        if (log.touchedBy != number) {
            log.touchedBy = number;
            log.before = log.next();
            touched.add(log);
        }
    }

    List<ClientLog> touched() {
        return touched;
    }

    void wasSplit(Item right) {
        splits.add(right);
    }

    List<Item> splits() {
        return splits;
    }

    boolean isEmpty() {
        return touched.isEmpty() && deletes.isEmpty();
    }

    /** Whether the item was there before this transaction. */
    boolean wasThere(Item item) {
        ClientLog log = doc.store().log(item.client());
        return log != null && (log.touchedBy != number || item.clock() < log.before);
    }

    /** Notes a change of the list ({@code key} null) or of a key of a type that is not itself new or deleted. */
    void changed(Branch branch, @Nullable String key) {
        if (!local && branch.formatted && branch.kind().isText()) {
            formattedTextChanged = true;
        }
        if (!observed) {
            return;
        }
        Item owner = branch.owner;
        if (owner == null || (!owner.deleted() && wasThere(owner))) {
            if (changed == null) {
                changed = new LinkedHashMap<>();
            }
            changed.computeIfAbsent(branch, any -> new HashSet<>()).add(key);
        }
    }

    boolean formattedTextChanged() {
        return formattedTextChanged;
    }

    /** For each changed type the changed keys, null among them for the list. */
    Map<Branch, Set<@Nullable String>> changes() {
        return changed == null ? Map.of() : changed;
    }
}
