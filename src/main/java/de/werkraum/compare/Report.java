package de.werkraum.compare;

import de.werkraum.plan.Bilingual;
import de.werkraum.rich.Html;
import java.util.List;
import java.util.Locale;

/**
 * A comparison as a document.
 *
 * @param title of the plan
 * @param from what the older state is called
 * @param to what the newer state is called
 */
public record Report(Comparison comparison, String title, String from, String to, String language) {
    private static final Bilingual HEADING = new Bilingual("Änderungen", "Changes");
    private static final Bilingual PLAN = new Bilingual("Plan", "Plan");
    private static final Bilingual NOTHING = new Bilingual("Nichts ist anders.", "Nothing is different.");
    private static final Bilingual UNTITLED = new Bilingual("(ohne Titel)", "(untitled)");

    /** What became of a step, for people. */
    private String said(StepChange step) {
        Bilingual kind =
                switch (step.kind()) {
                    case ADDED -> new Bilingual("Neu", "New");
                    case REMOVED -> new Bilingual("Entfernt", "Removed");
                    case MOVED -> new Bilingual("Verschoben", "Moved");
                    case CHANGED -> new Bilingual("Geändert", "Changed");
                };
        String place = !step.moved()
                ? ""
                : " (" + new Bilingual("von Platz ", "from place ").in(language) + step.before()
                        + new Bilingual(" auf ", " to ").in(language) + step.number() + ")";
        return kind.in(language) + place;
    }

    private String name(StepChange step) {
        return (step.number() > 0 ? step.number() + ". " : "")
                + (step.title().isBlank() ? UNTITLED.in(language) : step.title());
    }

    /** For a text editor or a wiki: what came is bold, what went is struck through. */
    public String markdown() {
        var text = new StringBuilder(
                "# " + escaped(HEADING.in(language) + ": " + title) + "\n\n" + escaped(from + " → " + to) + "\n");
        if (comparison.isEmpty()) {
            text.append('\n').append(NOTHING.in(language)).append('\n');
        }
        if (!comparison.fields().isEmpty()) {
            text.append("\n## ").append(PLAN.in(language)).append("\n\n");
            comparison.fields().forEach(field -> markdown(text, field));
        }
        for (StepChange step : comparison.steps()) {
            text.append("\n## ")
                    .append(said(step))
                    .append(": ")
                    .append(escaped(name(step)))
                    .append("\n\n");
            step.fields().forEach(field -> markdown(text, field));
        }
        return text.toString();
    }

    private static void markdown(StringBuilder text, FieldChange field) {
        text.append("- ").append(escaped(field.label())).append(": ");
        for (Run run : field.runs()) {
            String words = run.text().replaceAll("\\s+", " ");
            String mark = run.kind() == Run.Kind.SAME ? "" : run.kind() == Run.Kind.ADDED ? "**" : "~~";
            String inner = words.strip();
            if (inner.isEmpty()) {
                text.append(words);
                continue;
            }
            text.append(words.startsWith(" ") ? " " : "")
                    .append(mark)
                    .append(escaped(inner))
                    .append(mark)
                    .append(words.endsWith(" ") ? " " : "");
        }
        text.append('\n');
    }

    static String escaped(String text) {
        return text.replaceAll("[\\\\`*_\\[\\]<>#~&|]", "\\\\$0").replaceAll("\\s+", " ");
    }

    /** For a browser or a printer; it fetches nothing. */
    public String html() {
        String heading = Html.escaped(HEADING.in(language) + ": " + title);
        var page = new StringBuilder(
                "<!doctype html>\n<html lang=\"" + language + "\">\n<head><meta charset=\"utf-8\"><title>" + heading
                        + "</title>\n<style>body{font-family:sans-serif;line-height:1.5;max-width:50rem;margin:2rem auto;padding:0 1rem}"
                        + "ins{background:#dff3e4}del{background:#fbe3e1}dd{margin:0 0 .5rem;white-space:pre-wrap}dt{font-weight:600}</style></head>\n<body>\n<h1>"
                        + heading + "</h1>\n<p>" + Html.escaped(from + " → " + to) + "</p>\n");
        if (comparison.isEmpty()) {
            page.append("<p>").append(NOTHING.in(language)).append("</p>\n");
        }
        section(page, PLAN.in(language), comparison.fields());
        for (StepChange step : comparison.steps()) {
            page.append("<h2>")
                    .append(Html.escaped(said(step) + ": " + name(step)))
                    .append("</h2>\n");
            fields(page, step.fields());
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static void section(StringBuilder page, String heading, List<FieldChange> fields) {
        if (!fields.isEmpty()) {
            page.append("<h2>").append(Html.escaped(heading)).append("</h2>\n");
            fields(page, fields);
        }
    }

    private static void fields(StringBuilder page, List<FieldChange> fields) {
        if (fields.isEmpty()) {
            return;
        }
        page.append("<dl>\n");
        for (FieldChange field : fields) {
            page.append("<dt>").append(Html.escaped(field.label())).append("</dt><dd>");
            for (Run run : field.runs()) {
                String tag = run.kind() == Run.Kind.ADDED ? "ins" : "del";
                String words = Html.escaped(run.text());
                page.append(run.kind() == Run.Kind.SAME ? words : "<" + tag + ">" + words + "</" + tag + ">");
            }
            page.append("</dd>\n");
        }
        page.append("</dl>\n");
    }

    /** A word of the API in lower case. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
