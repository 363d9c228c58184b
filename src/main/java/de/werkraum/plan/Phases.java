package de.werkraum.plan;

import java.util.Map;

/** The phases of a workshop by the names people know. */
public final class Phases {
    private static final Map<String, Bilingual> NAMES = Map.of(
            "collect", new Bilingual("Sammeln", "Collect"),
            "elaborate", new Bilingual("Ausarbeiten", "Elaborate"),
            "vote", new Bilingual("Abstimmen", "Vote"),
            "results", new Bilingual("Ergebnis", "Results"),
            "closed", new Bilingual("Geschlossen", "Closed"));

    private Phases() {}

    /** An unknown phase has its own name. */
    public static Bilingual name(String phase) {
        return NAMES.getOrDefault(phase, new Bilingual(phase, phase));
    }
}
