package de.werkraum.plan;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.YArray;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.crdt.YXmlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plan from a room's document. Whatever clients wrote into it, there is a plan: values of a wrong type or form
 * count as absent, entries of the steps that are no map are skipped.
 */
public final class PlanReader {
    private PlanReader() {}

    /** The plan as it is now; changes nothing. To be called on the document's thread. */
    public static Plan read(Doc doc) {
        var steps = new ArrayList<Step>();
        doc.getMap("steps").toMap().forEach((id, value) -> {
            if (value instanceof YMap step && !isRemoved(step)) {
                steps.add(step(id, step));
            }
        });
        return new Plan(
                doc.getText("title").toString(),
                doc.getText("goal").toString(),
                Markdown.write(RichReader.read(doc.getXmlFragment("minutes"))),
                meta(doc.getMap("meta")),
                steps);
    }

    static Map<String, Object> meta(YMap map) {
        var meta = others(map.toMap(), key -> false);
        meta.entrySet().removeIf(entry -> !Forms.meta(entry.getKey(), entry.getValue()));
        return meta;
    }

    /** A step that was taken out is marked, and stays in the document for a while: somebody may be writing in it without a connection. */
    static boolean isRemoved(YMap step) {
        return Forms.instant(step.get("removed")) != null;
    }

    /** A step under the key that is its id. */
    static Step step(String id, YMap map) {
        Map<String, @Nullable Object> values = map.toMap();
        String rank = Forms.text(values.get("rank"));
        return new Step(
                id,
                rank == null ? "" : rank,
                isText(values.get("title")) ? String.valueOf(values.get("title")) : "",
                values.get("details") instanceof YXmlFragment rich && isRich(rich)
                        ? Markdown.write(RichReader.read(rich))
                        : "",
                text(values.get("result")),
                text(values.get("responsible")),
                text(values.get("contributors")),
                Forms.date(values.get("start")),
                Forms.date(values.get("due")),
                Forms.date(values.get("followUp")),
                Status.of(values.get("status")),
                Forms.effort(values.get("effort")),
                Obstacle.of(values.get("obstacle")),
                Forms.instant(values.get("createdAt")),
                comments(values.get("comments")),
                others(values, PlanParser::known));
    }

    /** An XML text is no text: its content is markup. */
    static boolean isText(@Nullable Object value) {
        return value instanceof YText && !(value instanceof YXmlText);
    }

    static boolean isRich(@Nullable Object value) {
        return value instanceof YXmlFragment && !(value instanceof YXmlElement);
    }

    /** A shared text, of older plans a string; null where nothing is written. */
    private static @Nullable String text(@Nullable Object value) {
        if (isText(value)) {
            String text = String.valueOf(value);
            return text.isEmpty() ? null : text;
        }
        return Forms.text(value);
    }

    private static List<Comment> comments(@Nullable Object value) {
        var comments = new ArrayList<Comment>();
        if (value instanceof YArray array) {
            for (Object entry : array.toList()) {
                Comment comment = shown(entry);
                if (comment != null) {
                    comments.add(comment);
                }
            }
        }
        return comments;
    }

    /** The comment in an entry, unless it was taken back or away: of that one only the place is left. */
    static @Nullable Comment shown(@Nullable Object entry) {
        Comment comment = comment(entry);
        return comment == null || Forms.instant(comment.unknown().get("removed")) != null ? null : comment;
    }

    /** A comment is an object or a shared map; null for anything else. */
    static @Nullable Comment comment(@Nullable Object entry) {
        Map<?, ?> values = entry instanceof YMap map ? map.toMap() : entry instanceof Map<?, ?> map ? map : null;
        if (values == null) {
            return null;
        }
        String text = Forms.text(values.get("text"));
        return new Comment(
                Forms.text(values.get("id")),
                Forms.text(values.get("member")),
                Forms.text(values.get("name")),
                text == null ? "" : text,
                Forms.instant(values.get("at")),
                Boolean.TRUE.equals(values.get("done")),
                others(values, PlanParser::knownInComment));
    }

    private static Map<String, Object> others(Map<?, ?> values, Predicate<String> known) {
        var others = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (!known.test(name) && !Trees.isAbsent(value)) {
                others.put(name, Trees.tree(value));
            }
        });
        return others;
    }
}
