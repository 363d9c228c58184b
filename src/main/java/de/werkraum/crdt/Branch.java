package de.werkraum.crdt;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state behind a shared type: a list of items, and for each key a list whose last item is the value. */
final class Branch implements Parent {
    private TypeKind kind;
    private final String nodeName;
    /** Null while the type is not part of a document. */
    @Nullable
    Doc doc;
    /** The item that holds this type; null for roots and the unattached. */
    @Nullable
    Item owner;
    /** Set for roots only. */
    final @Nullable String rootName;

    @Nullable
    Item start;

    private @Nullable Map<String, Entry> entries;
    /** Visible length of the list. */
    long length;
    /** Whether formats were ever inserted. */
    boolean formatted;

    @Nullable
    PositionIndex index;
    /** Null until a search for a place takes long. */
    @Nullable
    Crowd crowd;

    private @Nullable YType type;

    private Branch(TypeKind kind, String nodeName, @Nullable String rootName) {
        this.kind = kind;
        this.nodeName = nodeName;
        this.rootName = rootName;
    }

    static Branch nested(TypeKind kind, String nodeName) {
        return new Branch(kind, nodeName, null);
    }

    static Branch root(Doc doc, String name) {
        Branch root = new Branch(TypeKind.UNKNOWN, "", name);
        root.doc = doc;
        return root;
    }

    TypeKind kind() {
        return kind;
    }

    /** Decides what a root is that nobody has named before. */
    void define(TypeKind known) {
        if (kind == TypeKind.UNKNOWN) {
            kind = known;
        } else if (kind != known) {
            throw new IllegalStateException("root type '" + rootName + "' is already in use as " + kind);
        }
    }

    String nodeName() {
        return nodeName;
    }

    /** The public face of this type, always the same one. */
    YType type() {
        if (type == null) {
            type = kind.facade(this);
        }
        return type;
    }

    /** Later faces are views of what the first one is. */
    void bind(YType face) {
        if (type == null) {
            type = face;
        }
    }

    /** The type has become part of a document: what was written to it before is written now. */
    void attached() {
        if (type != null) {
            type.attached();
        }
    }

    boolean isDeleted() {
        return owner != null && owner.deleted();
    }

    @Nullable
    Item last(String key) {
        Entry entry = entries == null ? null : entries.get(key);
        return entry == null ? null : entry.last;
    }

    void setLast(String key, Item item) {
        entry(key).last = item;
    }

    /** The list of a key. */
    Entry entry(String key) {
        if (entries == null) {
            entries = new LinkedHashMap<>();
        }
        return entries.computeIfAbsent(key, any -> new Entry());
    }

    /** The lists of all keys, of deleted ones too, in the order in which the keys first came. */
    Map<String, Entry> entries() {
        return entries == null ? Map.of() : entries;
    }

    /** The first item of the list of a key, or of the main list. */
    @Nullable
    Item first(@Nullable String key) {
        if (key == null) {
            return start;
        }
        Entry entry = entries == null ? null : entries.get(key);
        return entry == null ? null : entry.first;
    }

    /** An item has become the first of its list. */
    void setFirst(@Nullable String key, Item item) {
        if (key == null) {
            start = item;
        } else {
            entry(key).first = item;
        }
    }

    /** Forgets all content: the garbage collector has taken it. */
    void clear() {
        start = null;
        entries = null;
        index = null;
        crowd = null;
    }
}
