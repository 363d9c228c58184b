package de.werkraum.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in a step's way. The document and JSON hold the name in lower case. */
public enum Obstacle {
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

    /** The name in documents and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The obstacle of that name, or null for any other value. */
    static @Nullable Obstacle of(@Nullable Object value) {
        for (Obstacle obstacle : values()) {
            if (obstacle.code().equals(value)) {
                return obstacle;
            }
        }
        return null;
    }
}
