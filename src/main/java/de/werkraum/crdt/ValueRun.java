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
    private int from;
    private int length;

    ValueRun(boolean json, List<? extends @Nullable Object> values) {
        this(json, values.toArray(), 0, values.size());
    }

    private ValueRun(boolean json, @Nullable Object[] values, int from, int length) {
        this.json = json;
        this.values = values;
        this.from = from;
        this.length = length;
    }

    @Override
    int ref() {
        return json ? REF_JSON : REF_ANY;
    }

    int length() {
        return length;
    }

    /** Copies the shorter side, as {@link TextRun} does. */
    @Override
    ValueRun splitOff(int at) {
        ValueRun right;
        if (at <= length - at) {
            @Nullable Object[] mine = Arrays.copyOfRange(values, from, from + at);
            right = new ValueRun(json, values, from + at, length - at);
            values = mine;
            from = 0;
        } else {
            right = new ValueRun(json, Arrays.copyOfRange(values, from + at, from + length), 0, length - at);
            Arrays.fill(values, from + at, from + length, null);
        }
        length = at;
        right.shrink();
        shrink();
        return right;
    }

    private void shrink() {
        if (length * 4L < values.length) {
            values = Arrays.copyOfRange(values, from, from + length);
            from = 0;
        }
    }

    @Override
    @Nullable
    Content joined(Content right) {
        if (!(right instanceof ValueRun other) || other.json != json || other.length > LONGEST - length) {
            return null;
        }
        int needed = length + other.length;
        if (from + needed > values.length) {
            @Nullable Object[] grown = new @Nullable Object[needed + (needed >> 1)];
            System.arraycopy(values, from, grown, 0, length);
            values = grown;
            from = 0;
        }
        System.arraycopy(other.values, other.from, values, from + length, other.length);
        length = needed;
        return this;
    }

    @Override
    @Nullable
    Object value(int index) {
        return values[from + index];
    }

    @Override
    void write(Encoder out, long offset, long count) {
        out.writeVarUint(length - offset);
        for (int i = from + (int) offset; i < from + length; i++) {
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
