package de.werkraum.export;

import static de.werkraum.export.Words.AS_OF;
import static de.werkraum.export.Words.COMMENTS;
import static de.werkraum.export.Words.CONTRIBUTORS;
import static de.werkraum.export.Words.DECISION;
import static de.werkraum.export.Words.DUE;
import static de.werkraum.export.Words.EFFORT;
import static de.werkraum.export.Words.FOLLOW_UP;
import static de.werkraum.export.Words.MINUTES;
import static de.werkraum.export.Words.OBSTACLE;
import static de.werkraum.export.Words.POLL;
import static de.werkraum.export.Words.POLLS;
import static de.werkraum.export.Words.RESPONSIBLE;
import static de.werkraum.export.Words.RESULT;
import static de.werkraum.export.Words.SETTLED;
import static de.werkraum.export.Words.START;
import static de.werkraum.export.Words.STATUS;
import static de.werkraum.export.Words.STEPS;
import static de.werkraum.export.Words.UNTITLED;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Comment;
import de.werkraum.plan.Step;
import de.werkraum.rich.Markdown;
import de.werkraum.rich.RichField;
import de.werkraum.rich.RichText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document to read and to paste: CommonMark, and GitHub's tables and strikethrough for the results of polls. */
final class MarkdownFormat implements PlanFormat {
    private static final Map<String, Bilingual> META = Map.of(
            "authority", Words.AUTHORITY,
            "level", Words.LEVEL,
            "field", Words.FIELD,
            "serviceKey", Words.SERVICE_KEY,
            "reuseModel", Words.REUSE_MODEL,
            "maturityNow", Words.MATURITY_NOW,
            "maturityGoal", Words.MATURITY_GOAL,
            "origin", Words.ORIGIN);
    private static final List<String> META_ORDER =
            List.of("authority", "level", "field", "serviceKey", "reuseModel", "maturityNow", "maturityGoal", "origin");

    @Override
    public String name() {
        return "md";
    }

    @Override
    public String mediaType() {
        return "text/markdown; charset=utf-8";
    }

    @Override
    public byte[] render(ExportInput input) {
        var parts = new ArrayList<String>();
        parts.add(Markdown.heading(1, input.title()));
        parts.add(Markdown.write(RichText.plain(input.plan().goal())));
        parts.add(facts(input));
        if (!input.plan().steps().isEmpty()) {
            parts.add("## " + STEPS.in(input.language()));
        }
        int number = 0;
        for (Step step : input.plan().steps()) {
            step(++number, step, input, parts);
        }
        if (!input.polls().isEmpty()) {
            parts.add("## " + POLLS.in(input.language()));
            input.polls().forEach(poll -> new MarkdownPoll(poll, input).append(parts));
        }
        String minutes = rich(input.plan().minutes(), 2);
        if (!minutes.isEmpty()) {
            parts.add("## " + MINUTES.in(input.language()));
            parts.add(minutes);
        }
        parts.removeIf(String::isEmpty);
        return (String.join("\n\n", parts) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String facts(ExportInput input) {
        var list = new Facts(input.language());
        for (String key : META_ORDER) {
            Object value = input.plan().meta().get(key);
            Bilingual name = META.get(key);
            if (value != null && name != null) {
                list.add(name, value.toString());
            }
        }
        list.add(AS_OF, day(input.day(), input.language()));
        return list.toString();
    }

    private static void step(int number, Step step, ExportInput input, List<String> parts) {
        String language = input.language();
        String title = step.title().isBlank() ? UNTITLED.in(language) : step.title();
        parts.add(Markdown.heading(3, number + ". " + title));
        var facts = new Facts(language);
        facts.add(STATUS, step.status() == null ? null : step.status().label().in(language));
        facts.add(RESPONSIBLE, step.responsible());
        facts.add(CONTRIBUTORS, step.contributors());
        facts.add(START, day(step.start(), language));
        facts.add(DUE, day(step.due(), language));
        facts.add(FOLLOW_UP, day(step.followUp(), language));
        facts.add(EFFORT, days(step.effort(), language));
        facts.add(RESULT, step.result());
        facts.add(
                OBSTACLE,
                step.obstacle() == null ? null : step.obstacle().label().in(language));
        for (Decision decision : Decision.of(step.id(), input)) {
            facts.add(decision.binding() ? DECISION : POLL, decision.question() + " – " + decision.sentence());
        }
        parts.add(facts.toString());
        parts.add(rich(step.details(), 3));
        if (!step.comments().isEmpty()) {
            parts.add(COMMENTS.in(language) + ":");
            parts.add(comments(step.comments(), language));
        }
    }

    private static String comments(List<Comment> comments, String language) {
        var lines = new ArrayList<String>();
        for (Comment comment : comments) {
            String name = comment.name() == null ? "" : "**" + Markdown.words(comment.name() + ":") + "** ";
            String done = comment.done() ? " (" + SETTLED.in(language) + ")" : "";
            lines.add("- " + name + Markdown.words(comment.text()) + done);
        }
        return String.join("\n", lines);
    }

    /** Markdown of a part, its headings below those of the document. */
    private static String rich(RichField field, int levels) {
        return Markdown.write(field.text().lowered(levels));
    }

    static String day(@Nullable LocalDate day, String language) {
        return day == null
                ? ""
                : language.equals("en")
                        ? day.toString()
                        : DateTimeFormatter.ofPattern("dd.MM.yyyy").format(day);
    }

    private static String days(@Nullable BigDecimal effort, String language) {
        String plain = effort == null ? "" : effort.toPlainString();
        return language.equals("en") ? plain : plain.replace('.', ',');
    }

    /** A list of names and values; empty values are left out. */
    private static final class Facts {
        private final String language;
        private final List<String> lines = new ArrayList<>();

        Facts(String language) {
            this.language = language;
        }

        void add(Bilingual name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                lines.add("- **" + name.in(language) + ":** " + Markdown.words(value));
            }
        }

        @Override
        public String toString() {
            return String.join("\n", lines);
        }
    }
}
