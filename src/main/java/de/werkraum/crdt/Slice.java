package de.werkraum.crdt;

import org.jspecify.annotations.Nullable;

/** A struct of an update as it lies in its bytes: enough to cut, join and copy it without making its content. */
final class Slice {
    /** Bits of the first byte of a struct, as Yjs writes them. */
    static final int HAS_ORIGIN = 0x80;

    static final int HAS_RIGHT_ORIGIN = 0x40;
    static final int HAS_KEY = 0x20;
    static final int CONTENT = 0x1F;

    final byte[] bytes;
    final long client;
    final long clock;
    final long length;
    private final int info;
    private long originClient;
    private long originClock;
    private long rightClient;
    private long rightClock;
    /** Parent and key as written; empty unless there are no origins. */
    private int parentStart;

    private int parentEnd;
    /** The content without the count in front of it, if its kind has one. */
    private int contentStart;

    private final int contentEnd;
    /** Half a surrogate pair that a cut left in front of the content: it becomes U+FFFD. */
    private boolean replacementFirst;

    /** Reads a struct and checks all of it. */
    Slice(Decoder in, long client, long clock) {
        this.bytes = in.source();
        this.client = client;
        this.clock = clock;
        this.info = in.readByte();
        if (ref() != Content.REF_COLLECTED && ref() != Content.REF_SKIP) {
            readHead(in);
        }
        this.length = skipContent(in);
        this.contentEnd = in.position();
        if (clock + length > Decoder.MAX_SAFE) {
            throw new MalformedUpdateException("clock beyond 2^53 - 1");
        }
    }

    /** The part of another one from {@code offset} on. */
    private Slice(Slice whole, long offset) {
        this.bytes = whole.bytes;
        this.client = whole.client;
        this.clock = whole.clock + offset;
        this.length = whole.length - offset;
        this.info = whole.isPlaced() ? whole.info | HAS_ORIGIN : whole.info;
        this.originClient = client;
        this.originClock = clock - 1;
        this.rightClient = whole.rightClient;
        this.rightClock = whole.rightClock;
        this.contentStart = whole.contentStart;
        this.contentEnd = whole.contentEnd;
        this.replacementFirst = false;
        skipElements(whole, offset);
    }

    int ref() {
        return info & CONTENT;
    }

    long end() {
        return clock + length;
    }

    /** Whether it has a place in a list; gaps and collected runs have none. */
    private boolean isPlaced() {
        return ref() != Content.REF_COLLECTED && ref() != Content.REF_SKIP;
    }

    private void readHead(Decoder in) {
        if ((info & HAS_ORIGIN) != 0) {
            originClient = in.readVarUint();
            originClock = in.readVarUint();
            checkPast(originClient, originClock);
        }
        if ((info & HAS_RIGHT_ORIGIN) != 0) {
            rightClient = in.readVarUint();
            rightClock = in.readVarUint();
            checkPast(rightClient, rightClock);
        }
        parentStart = in.position();
        if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) == 0) {
            if (in.readVarUint() == 1) {
                skipString(in);
            } else {
                checkPast(in.readVarUint(), in.readVarUint());
            }
            if ((info & HAS_KEY) != 0) {
                skipString(in);
            }
        }
        parentEnd = in.position();
    }

    private void checkPast(long otherClient, long otherClock) {
        checkPast(client, clock, otherClient, otherClock);
    }

    /** An item may refer to what its own client wrote before it, never to itself or later. */
    static void checkPast(long client, long clock, long otherClient, long otherClock) {
        if (otherClient == client && otherClock >= clock) {
            throw new MalformedUpdateException("an item refers to its own future");
        }
    }

    private static int skipString(Decoder in) {
        int size = in.readCount(1);
        int from = in.position();
        in.skip(size);
        int count = Utf8.charCount(in.source(), from, from + size);
        if (count < 0) {
            throw new MalformedUpdateException("text is not UTF-8");
        }
        return count;
    }

    /** Skips the content and answers its length in clocks. */
    private long skipContent(Decoder in) {
        contentStart = in.position();
        switch (ref()) {
            case Content.REF_COLLECTED, Content.REF_SKIP, Content.REF_DELETED -> {
                long count = in.readVarUint();
                contentStart = in.position();
                return count;
            }
            case Content.REF_STRING -> {
                int count = skipString(in);
                Decoder again = new Decoder(bytes, contentStart, in.position());
                again.readVarUint();
                contentStart = again.position();
                return count;
            }
            case Content.REF_ANY, Content.REF_JSON -> {
                int count = in.readCount(1);
                contentStart = in.position();
                for (int i = 0; i < count; i++) {
                    skipElement(in);
                }
                return count;
            }
            default -> {
                UpdateReader.readContent(in, ref());
                return 1;
            }
        }
    }

    private void skipElement(Decoder in) {
        if (ref() == Content.REF_ANY) {
            in.readAny();
        } else {
            UpdateReader.readJsonElement(in);
        }
    }

    private void skipElements(Slice whole, long offset) {
        if (ref() == Content.REF_ANY || ref() == Content.REF_JSON) {
            Decoder in = new Decoder(bytes, contentStart, contentEnd);
            for (long i = 0; i < offset; i++) {
                skipElement(in);
            }
            contentStart = in.position();
        } else if (ref() == Content.REF_STRING) {
            long rest = offset - (whole.replacementFirst ? 1 : 0);
            while (rest > 0) {
                int lead = bytes[contentStart] & 0xFF;
                contentStart += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
                rest -= lead < 0xF0 ? 1 : 2;
            }
            replacementFirst = rest < 0;
        }
    }

    /** All but the first {@code offset} elements. */
    Slice from(long offset) {
        return offset <= 0 ? this : new Slice(this, offset);
    }

    /** Whether {@code next} goes on exactly where this one ends, so that both can be written as one struct. */
    boolean continuedBy(Slice next) {
        if (end() != next.clock || ref() != next.ref()) {
            return false;
        }
        return switch (ref()) {
            case Content.REF_COLLECTED -> true;
            case Content.REF_STRING, Content.REF_ANY, Content.REF_JSON, Content.REF_DELETED ->
                // With a key each value replaces the one before: they stay apart.
                ((info | next.info) & HAS_KEY) == 0
                        && (next.info & HAS_ORIGIN) != 0
                        && next.originClient == client
                        && next.originClock == end() - 1
                        && (info & HAS_RIGHT_ORIGIN) == (next.info & HAS_RIGHT_ORIGIN)
                        && rightClient == next.rightClient
                        && rightClock == next.rightClock;
            default -> false;
        };
    }

    /** Writes everything in front of the content. */
    void writeHead(Encoder out) {
        out.writeByte(info);
        if (!isPlaced()) {
            return;
        }
        if ((info & HAS_ORIGIN) != 0) {
            out.writeVarUint(originClient).writeVarUint(originClock);
        }
        if ((info & HAS_RIGHT_ORIGIN) != 0) {
            out.writeVarUint(rightClient).writeVarUint(rightClock);
        }
        out.writeBytes(bytes, parentStart, parentEnd);
    }

    /** Writes the content without its count. */
    void writeContent(Encoder out) {
        if (replacementFirst) {
            out.writeByte(0xEF).writeByte(0xBF).writeByte(0xBD);
        }
        out.writeBytes(bytes, contentStart, contentEnd);
    }

    /** The count in front of the content of a struct made of several, or null if its kind has none. */
    @Nullable
    Long count(long elements, int contentBytes) {
        return switch (ref()) {
            case Content.REF_STRING -> (long) contentBytes;
            case Content.REF_COLLECTED, Content.REF_DELETED, Content.REF_ANY, Content.REF_JSON -> elements;
            default -> null;
        };
    }
}
