package de.werkraum.crdt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an item holds. The reference numbers are those of update format v1. */
abstract sealed class Content
        permits Content.Bare,
                Content.Binary,
                Content.Embed,
                Content.Format,
                Content.Type,
                Content.Document,
                Glyph,
                TextRun,
                ValueRun {
    static final int REF_COLLECTED = 0;
    static final int REF_DELETED = 1;
    static final int REF_JSON = 2;
    static final int REF_BINARY = 3;
    static final int REF_STRING = 4;
    static final int REF_EMBED = 5;
    static final int REF_FORMAT = 6;
    static final int REF_TYPE = 7;
    static final int REF_ANY = 8;
    static final int REF_DOCUMENT = 9;
    static final int REF_SKIP = 10;

    /** A deleted run that keeps its place in the list. */
    static final Content DELETED = new Bare(REF_DELETED);
    /** A deleted run whose parent is gone too; Yjs calls it GC. */
    static final Content COLLECTED = new Bare(REF_COLLECTED);
    /** A gap within an update; never part of a document. */
    static final Content SKIP = new Bare(REF_SKIP);

    abstract int ref();

    /** Whether it takes up positions in a list. */
    boolean countable() {
        return true;
    }

    /** Keeps the first {@code at} elements and answers the others. */
    Content splitOff(int at) {
        throw new IllegalStateException("one element can't be split");
    }

    /** Takes over the elements of a right neighbour of the same kind; answers what holds both then, null if this kind can't. */
    @Nullable
    Content joined(Content right) {
        return null;
    }

    /** Appends what of it is text. */
    void appendTo(StringBuilder text) {}

    /** Writes all but the first {@code offset} of an item's {@code length} elements. */
    abstract void write(Encoder out, long offset, long length);

    /** The value at {@code index} as readers see it. */
    @Nullable
    Object value(int index) {
        return Undefined.UNDEFINED;
    }

    /** Roughly the bytes of heap it holds. */
    long weight() {
        return 0;
    }

    /** Nothing but an extent. */
    static final class Bare extends Content {
        private final int ref;

        private Bare(int ref) {
            this.ref = ref;
        }

        @Override
        int ref() {
            return ref;
        }

        @Override
        boolean countable() {
            return false;
        }

        @Override
        Content splitOff(int at) {
            return this;
        }

        @Override
        Content joined(Content right) {
            return this;
        }

        @Override
        void write(Encoder out, long offset, long length) {
            out.writeVarUint(length - offset);
        }
    }

    static final class Binary extends Content {
        final byte[] bytes;

        Binary(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        int ref() {
            return REF_BINARY;
        }

        @Override
        Object value(int index) {
            return bytes.clone();
        }

        @Override
        void write(Encoder out, long offset, long length) {
            out.writeVarBytes(bytes);
        }

        @Override
        long weight() {
            return bytes.length;
        }
    }

    /** An object within a text, such as an image. */
    static final class Embed extends Content {
        final @Nullable Object value;

        Embed(@Nullable Object value) {
            this.value = value;
        }

        @Override
        int ref() {
            return REF_EMBED;
        }

        @Override
        @Nullable
        Object value(int index) {
            return value;
        }

        @Override
        void write(Encoder out, long offset, long length) {
            out.writeVarString(Json.stringify(value));
        }
    }

    /** From here on in a text the attribute {@code key} has this value; null ends it. */
    static final class Format extends Content {
        final String key;
        final @Nullable Object value;

        Format(String key, @Nullable Object value) {
            this.key = key;
            this.value = value;
        }

        @Override
        int ref() {
            return REF_FORMAT;
        }

        @Override
        boolean countable() {
            return false;
        }

        @Override
        void write(Encoder out, long offset, long length) {
            out.writeVarString(key).writeVarString(Json.stringify(value));
        }
    }

    /** A shared type. */
    static final class Type extends Content {
        final Branch branch;

        Type(Branch branch) {
            this.branch = branch;
        }

        @Override
        int ref() {
            return REF_TYPE;
        }

        @Override
        Object value(int index) {
            return branch.type();
        }

        @Override
        void write(Encoder out, long offset, long length) {
            out.writeVarUint(branch.kind().ref());
            if (branch.kind().named()) {
                out.writeVarString(branch.nodeName());
            }
        }
    }

    /** A subdocument, carried along. */
    static final class Document extends Content {
        final String guid;
        final @Nullable Object options;

        Document(String guid, @Nullable Object options) {
            this.guid = guid;
            this.options = options;
        }

        @Override
        int ref() {
            return REF_DOCUMENT;
        }

        @Override
        @SuppressWarnings("unchecked")
        Object value(int index) {
            return new Subdocument(guid, options instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
        }

        @Override
        void write(Encoder out, long offset, long length) {
            out.writeVarString(guid).writeAny(options);
        }
    }
}
