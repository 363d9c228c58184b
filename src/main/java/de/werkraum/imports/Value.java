package de.werkraum.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a cell of a file holds, as its program typed it. */
sealed interface Value {
    /** The value as its program shows it; lines end with a line feed. */
    String text();

    /** Whether there is nothing to see. */
    default boolean isEmpty() {
        return text().isBlank();
    }

    /** Nothing. */
    static Value nothing() {
        return new Words("");
    }

    /**
     * A text.
     *
     * @param markdown whether it is Markdown rather than plain
     * @param links what its words lead to; a plain text loses that
     */
    record Words(String text, boolean markdown, List<Link> links) implements Value {
        public Words {
            links = List.copyOf(links);
        }

        Words(String text) {
            this(text, false, List.of());
        }
    }

    /** Words that lead somewhere. */
    record Link(String words, String href) {}

    /** A day that its program knows to be one. */
    record Day(LocalDate date, String text) implements Value {}

    /**
     * A number.
     *
     * @param percent whether it is shown as a share of a hundred: 0.6 as 60 %
     */
    record Amount(BigDecimal number, boolean percent, String text) implements Value {}

    /** Yes or no, as a check box. */
    record Tick(boolean on, String text) implements Value {}
}
