package de.werkraum.plan;

import org.jspecify.annotations.Nullable;

/** Where a step stands. The document and JSON hold the name in lower case. */
public enum Status implements Coded {
    IDEA("Idee", "Idea"),
    PROPOSED("Vorgeschlagen", "Proposed"),
    AGREED("Vereinbart", "Agreed"),
    DOING("In Arbeit", "In progress"),
    BLOCKED("Blockiert", "Blocked"),
    DONE("Erledigt", "Done"),
    DROPPED("Verworfen", "Dropped");

    private final String de;
    private final String en;

    Status(String de, String en) {
        this.de = de;
        this.en = en;
    }

    public Bilingual label() {
        return new Bilingual(de, en);
    }

    /** Whether what stands there was agreed upon, or is further than that. */
    boolean agreed() {
        return this == AGREED || this == DOING || this == BLOCKED || this == DONE;
    }

    /** The status of that name, or null for any other value. */
    public static @Nullable Status of(@Nullable Object value) {
        return Coded.of(values(), value);
    }
}
