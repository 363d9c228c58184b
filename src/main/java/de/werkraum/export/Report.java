package de.werkraum.export;

import de.werkraum.plan.Status;
import de.werkraum.rich.RichText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an export says, in the reader's language and before any format. Its texts hold no characters that a format can't hold.
 *
 * @param room its id, for names that stay the same from export to export
 * @param language {@code de} or {@code en}
 * @param sequence grows with every change of the plan
 * @param facts about the plan as a whole
 * @param dates what calendars take
 * @param days whether calendars show each of them as a day, too
 * @param overview the steps as one table with typed cells; empty where the document is not about them
 * @param polls as one table, a row an option; empty as well
 */
public record Report(
        String room,
        String title,
        String language,
        long sequence,
        Instant at,
        ZoneId zone,
        List<Fact> facts,
        List<Section> sections,
        List<Dated> dates,
        boolean days,
        Grid overview,
        Grid polls) {
    /** The language as documents write it. */
    public String languageTag() {
        return language.equals("en") ? "en-GB" : "de-DE";
    }

    /** The same at another time, with only some of the dates. */
    public Report only(Instant then, Predicate<Dated> wanted) {
        List<Dated> some = dates.stream().filter(wanted).toList();
        return new Report(room, title, language, sequence, then, zone, facts, sections, some, days, overview, polls);
    }

    /** A name and its value. */
    public record Fact(String label, Value value) {}

    /**
     * A part with a heading.
     *
     * @param id for links within the document
     * @param level of the heading, the title being 1
     */
    public record Section(String id, String heading, int level, boolean struck, List<Part> parts) {}

    public sealed interface Part permits Rich, Facts, Grid, Chart, Sentence, Sub {}

    public record Rich(RichText text) implements Part {}

    public record Facts(List<Fact> facts) implements Part {}

    public record Sub(Section section) implements Part {}

    /** What a sentence is, for its looks. */
    public enum Kind {
        NOTE,
        RESULT,
        DECISION,
        CANCELLED,
        MUTED
    }

    public record Sentence(Kind kind, String text) implements Part {}

    public record Head(String label, boolean numeric) {}

    /** A table; struck where it doesn't count any more. */
    public record Grid(@Nullable String caption, List<Head> head, List<List<Value>> rows, boolean struck)
            implements Part {
        /** None. */
        static final Grid EMPTY = new Grid(null, List.of(), List.of(), false);

        /** Whether it has not even a heading. */
        public boolean isEmpty() {
            return head.isEmpty();
        }
    }

    /**
     * One bar.
     *
     * @param value not negative
     * @param selected whether it is among the winners
     */
    public record Bar(String label, BigDecimal value, String shown, boolean selected) {}

    /**
     * Bars to be drawn.
     *
     * @param alternative says the same in words
     */
    public record Chart(String title, List<Bar> bars, String alternative) implements Part {
        /** The longest bar's value, at least a little. */
        public BigDecimal longest() {
            return bars.stream().map(Bar::value).reduce(BigDecimal.ONE, BigDecimal::max);
        }

        /** How long a bar is, in thousandths of the longest. */
        public int thousandths(Bar bar) {
            return bar.value()
                    .movePointRight(3)
                    .divide(longest(), 0, RoundingMode.HALF_UP)
                    .intValue();
        }
    }

    public sealed interface Value permits Words, Amount, Day, Link, None {}

    public record Words(String text) implements Value {}

    public record Amount(BigDecimal exact, String shown) implements Value {}

    public record Day(LocalDate day) implements Value {}

    public record Link(String text, String href) implements Value {}

    public record None() implements Value {}

    /**
     * The plan that a step is in.
     *
     * @param sequence grows with every change of it
     */
    public record Source(String room, long sequence) {}

    /** A step as calendars know one. */
    public record Dated(
            Source source,
            String step,
            String title,
            @Nullable LocalDate start,
            @Nullable LocalDate due,
            @Nullable LocalDate followUp,
            @Nullable Status status,
            String statusWord,
            String responsible,
            String description) {
        /** The same without its start and end. */
        Dated followUpOnly() {
            return new Dated(source, step, title, null, null, followUp, status, statusWord, responsible, description);
        }
    }

    /** A value as people read it. */
    public String shown(Value value) {
        if (value instanceof Words words) {
            return words.text();
        }
        if (value instanceof Amount number) {
            return number.shown();
        }
        if (value instanceof Day day) {
            return Days.shown(day.day(), language);
        }
        return value instanceof Link link ? link.text() : "";
    }
}
