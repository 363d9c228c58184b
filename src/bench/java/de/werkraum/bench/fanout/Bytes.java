package de.werkraum.bench.fanout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array that is written into: lib0's numbers, and whole client frames. */
final class Bytes {
    private byte[] array;
    private int size;

    Bytes(int capacity) {
        array = new byte[capacity];
    }

    Bytes put(int value) {
        if (size == array.length) {
            array = Arrays.copyOf(array, size * 2);
        }
        array[size++] = (byte) value;
        return this;
    }

    Bytes putVar(long value) {
        long rest = value;
        while (rest > 0x7f) {
            put((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return put((int) rest);
    }

    Bytes putAll(byte[] bytes, int length) {
        if (size + length > array.length) {
            array = Arrays.copyOf(array, Math.max(size + length, size * 2));
        }
        System.arraycopy(bytes, 0, array, size, length);
        size += length;
        return this;
    }

    Bytes putString(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return putVar(bytes.length).putAll(bytes, bytes.length);
    }

    /** Appends the content of another as one masked frame of that kind (RFC 6455, section 5.2). */
    Bytes putFrame(int opcode, Bytes payload, int mask) {
        put(0x80 | opcode);
        int length = payload.size;
        if (length <= 125) {
            put(0x80 | length);
        } else if (length <= 0xFFFF) {
            put(0x80 | 126).put(length >> 8).put(length);
        } else {
            put(0x80 | 127).put(0).put(0).put(0).put(0);
            put(length >> 24).put(length >> 16).put(length >> 8).put(length);
        }
        put(mask >> 24).put(mask >> 16).put(mask >> 8).put(mask);
        for (int i = 0; i < length; i++) {
            put(payload.array[i] ^ (mask >> (24 - 8 * (i & 3))));
        }
        return this;
    }

    byte[] array() {
        return array;
    }

    int size() {
        return size;
    }

    byte[] copy() {
        return Arrays.copyOf(array, size);
    }

    Bytes clear() {
        size = 0;
        return this;
    }

    /** Lets go of the first bytes. */
    void drop(int count) {
        System.arraycopy(array, count, array, 0, size - count);
        size -= count;
    }
}
