package de.werkraum.imports;

import de.werkraum.plan.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a value that somebody wrote.
 *
 * @param value null where there is none, or none that could be made out
 * @param doubt what is not sure about it; null where nothing is
 */
record Understood<T>(@Nullable T value, @Nullable Bilingual doubt) {
    static <T> Understood<T> sure(T value) {
        return new Understood<>(value, null);
    }

    static <T> Understood<T> guess(T value, String de, String en) {
        return new Understood<>(value, new Bilingual(de, en));
    }

    static <T> Understood<T> none(String de, String en) {
        return new Understood<>(null, new Bilingual(de, en));
    }

    /** Nothing was written. */
    static <T> Understood<T> absent() {
        return new Understood<>(null, null);
    }
}
