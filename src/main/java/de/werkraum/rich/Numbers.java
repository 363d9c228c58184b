package de.werkraum.rich;

import org.jspecify.annotations.Nullable;

/** Numbers as attributes hold them. */
final class Numbers {
    private Numbers() {}

    /** A whole number, or the other one if it is none. */
    static int whole(@Nullable Object value, int otherwise) {
        return value instanceof Number number && number.doubleValue() == number.intValue()
                ? number.intValue()
                : otherwise;
    }
}
