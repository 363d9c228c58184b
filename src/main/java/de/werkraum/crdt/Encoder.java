package de.werkraum.crdt;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes lib0's binary coding, the one of Yjs and y-protocols, into a growing buffer. */
public final class Encoder {
    private static final long MAX_INT = (1L << 31) - 1;

    private byte[] buffer;
    private int size;

    public Encoder() {
        this(64);
    }

    Encoder(int capacity) {
        buffer = new byte[Math.max(16, capacity)];
    }

    /** The number of bytes written so far. */
    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    private void ensure(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, Math.addExact(size, more)));
        }
    }

    public Encoder writeByte(int value) {
        ensure(1);
        buffer[size++] = (byte) value;
        return this;
    }

    /** Bytes as they are, without their length. */
    public Encoder writeBytes(byte[] bytes) {
        return writeBytes(bytes, 0, bytes.length);
    }

    Encoder writeBytes(byte[] bytes, int from, int to) {
        ensure(to - from);
        System.arraycopy(bytes, from, buffer, size, to - from);
        size += to - from;
        return this;
    }

    void clear() {
        size = 0;
    }

    Encoder writeAll(Encoder other) {
        return writeBytes(other.buffer, 0, other.size);
    }

    /** An unsigned number of variable length. */
    public Encoder writeVarUint(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative: " + value);
        }
        ensure(9);
        long rest = value;
        while (rest > 0x7F) {
            buffer[size++] = (byte) (0x80 | (rest & 0x7F));
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
        return this;
    }

    /** The length in bytes, then the bytes. */
    public Encoder writeVarBytes(byte[] bytes) {
        return writeVarUint(bytes.length).writeBytes(bytes);
    }

    public Encoder writeVarString(String text) {
        char[] chars = text.toCharArray();
        return writeVarChars(chars, 0, chars.length);
    }

    Encoder writeVarChars(char[] chars, int from, int to) {
        int count = Utf8.byteCount(chars, from, to);
        writeVarUint(count);
        ensure(count);
        size = Utf8.encode(chars, from, to, buffer, size);
        return this;
    }

    /**
     * A lib0 "any" value: null, {@link Undefined}, Boolean, String, Number, BigInteger (64 bits), byte[], List, Map with
     * String keys. Numbers are written as JavaScript would write the same number.
     *
     * @throws IllegalArgumentException for anything else
     */
    public Encoder writeAny(@Nullable Object value) {
        if (value == null) {
            return writeByte(126);
        }
        if (value instanceof String text) {
            return writeByte(119).writeVarString(text);
        }
        if (value instanceof Boolean flag) {
            return writeByte(flag ? 120 : 121);
        }
        if (value instanceof BigInteger big) {
            return writeByte(122).writeFixed(big.longValueExact(), 8);
        }
        if (value instanceof Number number) {
            return writeNumber(number.doubleValue());
        }
        if (value instanceof byte[] bytes) {
            return writeByte(116).writeVarBytes(bytes);
        }
        if (value instanceof List<?> list) {
            writeByte(117).writeVarUint(list.size());
            list.forEach(this::writeAny);
            return this;
        }
        if (value instanceof Map<?, ?> map) {
            writeByte(118).writeVarUint(map.size());
            map.forEach((key, each) -> writeVarString((String) key).writeAny(each));
            return this;
        }
        if (value == Undefined.UNDEFINED) {
            return writeByte(127);
        }
        throw new IllegalArgumentException("no value for a document: " + value.getClass());
    }

    private Encoder writeNumber(double number) {
        if (number == Math.rint(number) && Math.abs(number) <= MAX_INT) {
            return writeByte(125).writeVarInt(number);
        }
        if ((float) number == number) {
            return writeByte(124).writeFixed(Float.floatToIntBits((float) number), 4);
        }
        return writeByte(123).writeFixed(Double.doubleToLongBits(number), 8);
    }

    private Encoder writeVarInt(double number) {
        boolean negative = number < 0 || Double.doubleToRawLongBits(number) == Long.MIN_VALUE;
        long rest = (long) Math.abs(number);
        writeByte((rest > 0x3F ? 0x80 : 0) | (negative ? 0x40 : 0) | (int) (rest & 0x3F));
        rest >>= 6;
        while (rest > 0) {
            writeByte((rest > 0x7F ? 0x80 : 0) | (int) (rest & 0x7F));
            rest >>= 7;
        }
        return this;
    }

    private Encoder writeFixed(long bits, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            writeByte((int) (bits >>> shift));
        }
        return this;
    }
}
