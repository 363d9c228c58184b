package de.werkraum.export;

import de.werkraum.export.Report.Head;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Value;
import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import de.werkraum.rich.RichText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a workshop leaves to do: who does what until when, what nobody has answered, what is to be looked at again. */
final class OpenParts {
    private final ExportInput input;
    private final String language;

    OpenParts(ExportInput input) {
        this.input = input;
        this.language = input.language();
    }

    /** Steps that were agreed upon, as a table. */
    List<Part> tasks() {
        return grid(
                step -> step.agreed() && step.status() != Status.DONE,
                Comparator.comparing(step -> Objects.requireNonNullElse(step.due(), LocalDate.MAX)),
                Words.DUE,
                Step::due);
    }

    List<Part> followUps() {
        return grid(
                step -> step.followUp() != null && step.status() != Status.DROPPED,
                Comparator.comparing(step -> Objects.requireNonNull(step.followUp())),
                Words.FOLLOW_UP,
                Step::followUp);
    }

    private List<Part> grid(
            Predicate<Step> wanted, Comparator<Step> order, Bilingual head, Function<Step, @Nullable LocalDate> date) {
        List<List<Value>> rows = input.plan().steps().stream()
                .filter(wanted)
                .sorted(order)
                .map(step -> List.of(
                        StepParts.words(ReportBuilder.title(step, language)),
                        StepParts.words(Clean.line(step.responsible())),
                        StepParts.words(
                                step.status() == null
                                        ? ""
                                        : step.status().label().in(language)),
                        StepParts.day(date.apply(step))))
                .toList();
        List<Head> heads = List.of(
                new Head(Words.STEP.in(language), false),
                new Head(Words.RESPONSIBLE.in(language), false),
                new Head(Words.STATUS.in(language), false),
                new Head(head.in(language), false));
        return rows.isEmpty() ? List.of() : List.of(new Report.Grid(null, heads, rows, false));
    }

    /** Polls without a result, obstacles, agreed steps that are nobody's, comments nobody has settled. */
    List<Part> questions() {
        var items = new ArrayList<String>();
        for (PollOutcome poll : input.polls()) {
            if (!poll.cancelled() && poll.tally() == null) {
                items.add(Clean.line(poll.question()) + " – "
                        + Words.noResult(poll).in(language));
            }
        }
        for (Step step : input.plan().steps()) {
            boolean over = step.status() == Status.DONE || step.status() == Status.DROPPED;
            String title = ReportBuilder.title(step, language);
            if (!over && step.obstacle() != null) {
                items.add(title + " – " + Words.OBSTACLE.in(language) + ": "
                        + step.obstacle().label().in(language));
            }
            if (step.status() == Status.AGREED && Clean.line(step.responsible()).isEmpty()) {
                items.add(title + " – " + ProtocolWords.NOBODYS.in(language));
            }
            if (input.contents().comments()) {
                step.comments().stream()
                        .filter(comment -> !comment.done() && !comment.text().isBlank())
                        .forEach(comment -> items.add(title + " – " + Clean.line(comment.text())));
            }
        }
        return items.isEmpty()
                ? List.of()
                : List.of(new Report.Rich(new RichText(List.of(new RichText.BulletList(
                        items.stream().map(OpenParts::item).toList())))));
    }

    private static RichText.Item item(String text) {
        return new RichText.Item(
                List.of(new RichText.Paragraph(List.of(new RichText.Text(text, RichText.Marks.NONE)))));
    }
}
