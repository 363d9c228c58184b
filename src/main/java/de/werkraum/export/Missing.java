package de.werkraum.export;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Step;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a step that was agreed upon has to have and may lack, by the names of its fields. */
enum Missing {
    RESPONSIBLE("wer zuständig ist", "who is in charge"),
    DUE("bis wann", "until when"),
    RESULT("woran man das Ergebnis erkennt", "what the result is");

    private final String de;
    private final String en;

    Missing(String de, String en) {
        this.de = de;
        this.en = en;
    }

    Bilingual words() {
        return new Bilingual(de, en);
    }

    /** The name in JSON. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All that a step lacks. */
    static List<Missing> of(Step step) {
        return Stream.of(values()).filter(one -> one.in(step)).toList();
    }

    private boolean in(Step step) {
        return switch (this) {
            case RESPONSIBLE -> Clean.line(step.responsible()).isEmpty();
            case DUE -> step.due() == null;
            case RESULT -> Clean.line(step.result()).isEmpty();
        };
    }
}
