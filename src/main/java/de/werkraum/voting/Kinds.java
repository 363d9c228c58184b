package de.werkraum.voting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The register of methods: a new method adds its line here and in {@link Method}'s list. */
final class Kinds {
    private static final Map<String, Kind> BY_NAME = register(
            Consent.KIND,
            Dots.KIND,
            Approval.KIND,
            Ranking.KIND,
            Score.KIND,
            Resistance.KIND,
            Matrix.KIND,
            Fist.KIND,
            Single.KIND);

    private Kinds() {}

    static @Nullable Kind of(String name) {
        return BY_NAME.get(name);
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    private static Map<String, Kind> register(Kind... kinds) {
        Map<String, Kind> register = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            register.put(kind.name(), kind);
        }
        return Collections.unmodifiableMap(register);
    }
}
