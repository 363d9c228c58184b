package de.werkraum.crdt;

import org.jspecify.annotations.Nullable;

/** The shared types. */
enum TypeKind {
    ARRAY(0),
    MAP(1),
    TEXT(2),
    XML_ELEMENT(3),
    XML_FRAGMENT(4),
    XML_HOOK(5),
    XML_TEXT(6),
    /** A root that has only been written by others so far: nobody has said what it is. Never on the wire. */
    UNKNOWN(-1);

    private final int ref;

    TypeKind(int ref) {
        this.ref = ref;
    }

    static @Nullable TypeKind ofRef(long ref) {
        for (TypeKind kind : values()) {
            if (kind.ref == ref) {
                return kind;
            }
        }
        return null;
    }

    /** The number in update format v1. */
    int ref() {
        return ref;
    }

    /** Whether a name follows the number: an element's or a hook's. */
    boolean named() {
        return this == XML_ELEMENT || this == XML_HOOK;
    }

    boolean isText() {
        return this == TEXT || this == XML_TEXT;
    }

    YType facade(Branch branch) {
        return switch (this) {
            case ARRAY -> new YArray(branch);
            case MAP -> new YMap(branch);
            case TEXT -> new YText(branch);
            case XML_ELEMENT -> new YXmlElement(branch);
            case XML_FRAGMENT -> new YXmlFragment(branch);
            case XML_HOOK -> new YXmlHook(branch);
            case XML_TEXT -> new YXmlText(branch);
            case UNKNOWN -> throw new IllegalStateException("a root of unknown type");
        };
    }
}
