package de.werkraum.press;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * Values between two processes of the same program: four bytes of length, then Java's serialization, since both ends have the same classes and nobody
 * else can speak. Only our values and those of the Java library are read.
 */
final class Frames {
    private static final ObjectInputFilter OURS =
            ObjectInputFilter.Config.createFilter("de.werkraum.**;java.lang.*;java.util.*;java.time.*;java.math.*;!*");

    private Frames() {}

    static byte[] bytes(Serializable value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    static void write(DataOutputStream out, byte[] frame) throws IOException {
        out.writeInt(frame.length);
        out.write(frame);
        out.flush();
    }

    /**
     * The next value.
     *
     * @throws java.io.EOFException if the other end has gone
     */
    static <V> V read(DataInputStream in, Class<V> type) throws IOException {
        byte[] frame = new byte[in.readInt()];
        in.readFully(frame);
        try (var values = new ObjectInputStream(new ByteArrayInputStream(frame))) {
            values.setObjectInputFilter(OURS);
            Object value = values.readObject();
            if (type.isInstance(value)) {
                return type.cast(value);
            }
            throw new InvalidObjectException("Not of " + type);
        } catch (ClassNotFoundException e) {
            throw new InvalidClassException(e.getMessage());
        }
    }
}
