package de.werkraum.plan;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What whoever is in charge of a step says of it from outside the room.
 *
 * @param id of the comment that it leaves
 * @param from what it came by; the comment's author
 * @param step its id
 * @param status that the step has now; null leaves it
 * @param due until when it is done now; null leaves it
 * @param reason in the reporter's words; may be empty
 */
public record StatusReport(
        String id,
        String from,
        String step,
        @Nullable Status status,
        @Nullable LocalDate due,
        String reason,
        Instant at) {
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Bilingual BY = new Bilingual("Status-Link", "Status link");
    private static final Bilingual NEW_DATE = new Bilingual("Neuer Termin", "New date");

    /**
     * Writes it into the step, with a comment; the same report once, however often. To be called on the document's thread, as part of an edit.
     *
     * @param language of the comment
     * @return false where the plan has no such step
     */
    public boolean write(Doc doc, String language) {
        if (!(doc.getMap("steps").get(step) instanceof YType type)
                || !PlanReader.isMap(type)
                || PlanReader.isRemoved(type)) {
            return false;
        }
        Step now = PlanReader.step(step, View.map(type));
        if (now.comments().stream().noneMatch(comment -> id.equals(comment.id()))) {
            StepWriter.put(View.map(type), now, now.reported(status, due, tree(Told.of(now)), comment(language)));
        }
        return true;
    }

    /** With what reports before this one said of what it leaves open, and what is still so. */
    private Map<String, Object> tree(@Nullable Told before) {
        Told told = new Told(
                at,
                status != null || before == null ? status : before.status(),
                due != null || before == null ? due : before.due(),
                reason);
        var tree = new LinkedHashMap<>(told.tree());
        tree.put("link", from);
        return tree;
    }

    private Comment comment(String language) {
        var text = new StringBuilder();
        if (status != null) {
            text.append(status.label().in(language)).append(". ");
        }
        if (due != null) {
            String day = language.equals("en") ? due.toString() : GERMAN.format(due);
            text.append(NEW_DATE.in(language)).append(": ").append(day).append(". ");
        }
        return new Comment(
                id, from, BY.in(language), text.append(reason).toString().strip(), at, false, Map.of());
    }
}
