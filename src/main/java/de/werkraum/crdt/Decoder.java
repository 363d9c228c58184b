package de.werkraum.crdt;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads lib0's binary coding, the one of Yjs and y-protocols. Every bad input (too short, a length that lies, a number
 * beyond 2^53 − 1, invalid UTF-8, nesting deeper than {@value #MAX_DEPTH}) ends in a {@link MalformedUpdateException}.
 */
public final class Decoder {
    /** JavaScript's largest safe integer; clocks, client ids and lengths stay within it. */
    static final long MAX_SAFE = (1L << 53) - 1;
    /** How deep arrays and objects may be nested in a value: far more than people write, far less than a stack holds. */
    static final int MAX_DEPTH = 500;
    /** Elements that room is made for before they are read: each of the arrays nested in one another could claim all that follows. */
    static final int FEW = 16;

    private byte[] bytes;
    private int end;
    private int position;

    public Decoder(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    Decoder(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.position = from;
        this.end = to;
    }

    /** Starts over on other bytes. */
    void reset(byte[] source, int from, int to) {
        bytes = source;
        position = from;
        end = to;
    }

    public boolean hasContent() {
        return position < end;
    }

    /** The number of bytes not read yet. */
    public int remaining() {
        return end - position;
    }

    int position() {
        return position;
    }

    byte[] source() {
        return bytes;
    }

    /** One byte, 0…255. */
    public int readByte() {
        if (position >= end) {
            throw new MalformedUpdateException("ends too early");
        }
        return bytes[position++] & 0xFF;
    }

    /** An unsigned number of variable length, 0…2^53 − 1. */
    public long readVarUint() {
        if (position >= end) {
            throw new MalformedUpdateException("ends too early");
        }
        int first = bytes[position++];
        return first >= 0 ? first : readLongVarUint(first & 0x7F);
    }

    private long readLongVarUint(long low) {
        long value = low;
        for (int shift = 7; shift <= 49; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                if (value > MAX_SAFE) {
                    break;
                }
                return value;
            }
        }
        throw new MalformedUpdateException("number beyond 2^53 - 1");
    }

    /** A count of things that take at least {@code minimum} bytes each: more than can follow is a lie. */
    int readCount(int minimum) {
        long count = readVarUint();
        if (count > remaining() / minimum) {
            throw new MalformedUpdateException("count " + count + " is more than the rest can hold");
        }
        return (int) count;
    }

    public String readVarString() {
        int size = readCount(1);
        int from = position;
        position += size;
        int chars = Utf8.charCount(bytes, from, position);
        if (chars < 0) {
            throw new MalformedUpdateException("text is not UTF-8");
        }
        return new String(bytes, from, size, chars == size ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** A copy of a byte array that is preceded by its length. */
    public byte[] readVarBytes() {
        int size = readCount(1);
        position += size;
        return Arrays.copyOfRange(bytes, position - size, position);
    }

    void skip(int count) {
        if (count < 0 || count > remaining()) {
            throw new MalformedUpdateException("ends too early");
        }
        position += count;
    }

    /** A lib0 "any" value in the Java form that {@link YMap#get} describes. */
    public @Nullable Object readAny() {
        return readAny(0);
    }

    private @Nullable Object readAny(int depth) {
        if (depth > MAX_DEPTH) {
            throw new MalformedUpdateException("value nested deeper than " + MAX_DEPTH);
        }
        int type = readByte();
        return switch (type) {
            case 127 -> Undefined.UNDEFINED;
            case 126 -> null;
            case 125 -> readVarInt();
            case 124 -> (double) Float.intBitsToFloat((int) readFixed(4));
            case 123 -> Double.longBitsToDouble(readFixed(8));
            case 122 -> BigInteger.valueOf(readFixed(8));
            case 121 -> false;
            case 120 -> true;
            case 119 -> readVarString();
            case 118 -> readObject(depth);
            case 117 -> readArray(depth);
            case 116 -> readVarBytes();
            default -> throw new MalformedUpdateException("unknown value type " + type);
        };
    }

    private Map<String, @Nullable Object> readObject(int depth) {
        int count = readCount(2);
        if (count == 0) {
            return Map.of();
        }
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String key = readVarString();
            object.put(key, readAny(depth + 1));
        }
        return JsKeys.ordered(object);
    }

    private List<@Nullable Object> readArray(int depth) {
        int count = readCount(1);
        if (count == 0) {
            return List.of();
        }
        List<@Nullable Object> array = new ArrayList<>(Math.min(count, FEW));
        for (int i = 0; i < count; i++) {
            array.add(readAny(depth + 1));
        }
        return array;
    }

    /** A signed number: a {@link Long}, but negative zero, which JavaScript tells apart, is a {@link Double}. */
    private Number readVarInt() {
        int first = readByte();
        boolean negative = (first & 0x40) != 0;
        long value = first & 0x3F;
        int shift = 6;
        int next = first;
        while (next >= 0x80) {
            if (shift > 48) {
                throw new MalformedUpdateException("number beyond 2^53 - 1");
            }
            next = readByte();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        }
        if (value > MAX_SAFE) {
            throw new MalformedUpdateException("number beyond 2^53 - 1");
        }
        if (negative && value == 0) {
            return -0.0;
        }
        return negative ? -value : value;
    }

    private long readFixed(int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = (value << 8) | readByte();
        }
        return value;
    }

    /** Demands that nothing follows. */
    void expectEnd() {
        if (position != end) {
            throw new MalformedUpdateException(remaining() + " bytes too many");
        }
    }
}
