package de.werkraum.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An enum whose constants stand in documents and JSON by their names in lower case. */
interface Coded {
    /** As {@link Enum#name()}. */
    String name();

    /** The name in documents and JSON. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of that code, or null for any other value. */
    static <E extends Coded> @Nullable E of(E[] constants, @Nullable Object code) {
        for (E constant : constants) {
            if (constant.code().equals(code)) {
                return constant;
            }
        }
        return null;
    }
}
