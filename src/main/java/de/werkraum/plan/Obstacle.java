package de.werkraum.plan;

import org.jspecify.annotations.Nullable;

/** What stands in a step's way. The document and JSON hold the name in lower case. */
public enum Obstacle implements Coded {
    LAW("Recht", "Law"),
    MONEY("Geld", "Money"),
    STAFF("Personal", "Staff"),
    TECHNOLOGY("Technik", "Technology"),
    RESPONSIBILITY("Zuständigkeit", "Responsibility"),
    VENDOR("Anbieter", "Vendor");

    private final String de;
    private final String en;

    Obstacle(String de, String en) {
        this.de = de;
        this.en = en;
    }

    public Bilingual label() {
        return new Bilingual(de, en);
    }

    /** The obstacle of that name, or null for any other value. */
    public static @Nullable Obstacle of(@Nullable Object value) {
        return Coded.of(values(), value);
    }
}
