package de.werkraum.crdt;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shared map with string keys. Of values set at the same time under one key, one wins everywhere.
 *
 * <p>Values are null, {@link Undefined}, String, Boolean, Long (whole numbers up to 2^53 − 1; any Number may be given),
 * Double, BigInteger (64 bits), byte[], List and Map of these, {@link Subdocument}, and shared types.
 */
public sealed class YMap extends YType permits YXmlHook {
    /** An unattached map. */
    public YMap() {
        this(Branch.nested(TypeKind.MAP, ""));
    }

    YMap(Branch branch) {
        super(branch);
    }

    /** The value, or null if there is none; {@link #has} tells apart a null that was set. */
    public @Nullable Object get(String key) {
        return KeyedEdit.get(branch, key);
    }

    public boolean has(String key) {
        Item item = branch.last(key);
        return item != null && !item.deleted();
    }

    public Set<String> keys() {
        return toMap().keySet();
    }

    /** A copy of the entries as they are now, in Yjs's order; nested types as such. */
    public Map<String, @Nullable Object> toMap() {
        return KeyedEdit.entries(branch);
    }

    public Set<Map.Entry<String, @Nullable Object>> entries() {
        return toMap().entrySet();
    }

    public int size() {
        return toMap().size();
    }

    /**
     * Sets the value of a key.
     *
     * @throws IllegalArgumentException if the value is none that a document can hold
     */
    public YMap set(String key, @Nullable Object value) {
        Content content = Values.content(value);
        edit(tx -> KeyedEdit.set(tx, branch, key, content));
        return this;
    }

    public void remove(String key) {
        edit(tx -> KeyedEdit.remove(tx, branch, key));
    }
}
