package de.werkraum.crdt;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of plain values; {@code json} marks the older content kind, which writes each as JSON text. */
final class ValueRun extends Content {
    private static final int LONGEST = 1 << 24;
    private static final int SHALLOW_WEIGHT = 32;

    private final boolean json;
    private @Nullable Object[] values;
    private int length;

    ValueRun(boolean json, List<? extends @Nullable Object> values) {
        this(json, values.toArray());
    }

    private ValueRun(boolean json, @Nullable Object[] values) {
        this.json = json;
        this.values = values;
        this.length = values.length;
    }

    @Override
    int ref() {
        return json ? REF_JSON : REF_ANY;
    }

    int length() {
        return length;
    }

    @Override
    ValueRun splitOff(int at) {
        ValueRun right = new ValueRun(json, Arrays.copyOfRange(values, at, length));
        values = Arrays.copyOf(values, at);
        length = at;
        return right;
    }

    @Override
    boolean append(Content right) {
        if (!(right instanceof ValueRun other) || other.json != json || other.length > LONGEST - length) {
            return false;
        }
        int needed = length + other.length;
        if (needed > values.length) {
            values = Arrays.copyOf(values, needed + (needed >> 1));
        }
        System.arraycopy(other.values, 0, values, length, other.length);
        length = needed;
        return true;
    }

    @Override
    @Nullable
    Object value(int index) {
        return values[index];
    }

    @Override
    void write(Encoder out, long offset, long count) {
        out.writeVarUint(length - offset);
        for (int i = (int) offset; i < length; i++) {
            if (json) {
                out.writeVarString(values[i] == Undefined.UNDEFINED ? "undefined" : Json.stringify(values[i]));
            } else {
                out.writeAny(values[i]);
            }
        }
    }

    @Override
    long weight() {
        return (long) SHALLOW_WEIGHT * length;
    }
}
