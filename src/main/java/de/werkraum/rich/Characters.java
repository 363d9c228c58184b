package de.werkraum.rich;

import de.werkraum.crdt.YType;

/** The characters at and below a shared type, whatever type it is. */
public final class Characters {
    private Characters() {}

    public static String of(YType type) {
        return Fragments.allText(type);
    }
}
