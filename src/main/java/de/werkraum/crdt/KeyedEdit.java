package de.werkraum.crdt;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading and writing the keys of a map or the attributes of an element. */
final class KeyedEdit {
    private KeyedEdit() {}

    static @Nullable Object get(Branch branch, String key) {
        Item item = branch.last(key);
        return item == null || item.deleted() ? null : item.content.value((int) item.length() - 1);
    }

    static Map<String, @Nullable Object> entries(Branch branch) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        branch.entries().forEach((key, entry) -> {
            Item item = entry.last;
            if (item != null && !item.deleted()) {
                entries.put(key, item.content.value((int) item.length() - 1));
            }
        });
        return entries;
    }

    static void set(Transaction tx, Branch branch, String key, Content content) {
        tx.doc.insert(tx, branch, branch.last(key), null, key, content, 1);
    }

    static void remove(Transaction tx, Branch branch, String key) {
        Item item = branch.last(key);
        if (item != null) {
            Deletion.delete(tx, item);
        }
    }
}
