package de.werkraum.plan;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.DocOptions;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YArray;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.rich.Characters;
import de.werkraum.rich.RichField;
import de.werkraum.rich.Trees;
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
        List<Step> steps = steps(doc, type -> !isRemoved(type));
        return new Plan(
                doc.getText("title").toString(),
                doc.getText("goal").toString(),
                RichField.read(doc.getXmlFragment("minutes")),
                meta(doc.getMap("meta")),
                steps);
    }

    /** The same of a document that these updates of ours make. */
    public static Plan read(List<byte[]> updates) {
        long bytes = updates.stream().mapToLong(update -> update.length).sum();
        Doc doc = new Doc(DocOptions.defaults().withPendingLimit(bytes));
        updates.forEach(doc::restore);
        return read(doc);
    }

    /** The steps that were taken out and are not forgotten yet. */
    public static List<Step> takenOut(Doc doc) {
        return steps(doc, PlanReader::isRemoved);
    }

    private static List<Step> steps(Doc doc, Predicate<YType> wanted) {
        var steps = new ArrayList<Step>();
        doc.getMap("steps").toMap().forEach((id, value) -> {
            if (value instanceof YType type && isMap(type) && wanted.test(type)) {
                steps.add(step(id, View.map(type)));
            }
        });
        return steps;
    }

    static Map<String, Object> meta(YMap map) {
        var meta = others(map.toMap(), key -> false);
        meta.entrySet().removeIf(entry -> !Forms.meta(entry.getKey(), entry.getValue()));
        return meta;
    }

    /** A step that was taken out is marked, and stays in the document for a while: somebody may be writing in it without a connection. */
    static boolean isRemoved(YType step) {
        return Forms.instant(View.map(step).get("removed")) != null;
    }

    static String title(YMap step) {
        return step.get("title") instanceof YType title && isText(title) ? Characters.of(title) : "";
    }

    /** Whether nothing is written in a step besides its title. */
    static boolean isBlank(YMap step) {
        boolean details = step.get("details") instanceof YType rich && isRich(rich) && View.hasContent(rich);
        boolean comments = step.get("comments") instanceof YType list && View.hasContent(list);
        return !details && !comments && text(step.get("result")) == null && text(step.get("responsible")) == null;
    }

    /** A step under the key that is its id. */
    static Step step(String id, YMap map) {
        Map<String, @Nullable Object> values = map.toMap();
        String rank = Forms.text(values.get("rank"));
        return new Step(
                id,
                rank == null ? "" : rank,
                title(map),
                values.get("details") instanceof YType rich && isRich(rich) ? RichField.read(rich) : RichField.EMPTY,
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

    /** Whether it has keys, or may have. */
    static boolean isMap(YType type) {
        return type instanceof YMap || View.hasKeys(type);
    }

    /** Whether characters lie in it, or may. */
    static boolean isText(YType type) {
        return type instanceof YText || (!isMap(type) && !(type instanceof YArray));
    }

    /** Whether nodes lie in it, or may. */
    static boolean isRich(YType type) {
        return type instanceof YXmlFragment || View.hasContent(type);
    }

    /** A shared text, of older plans a string; null where nothing is written. */
    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof YType type) {
            String text = isText(type) ? Characters.of(type) : "";
            return text.isEmpty() ? null : text;
        }
        return Forms.text(value);
    }

    private static List<Comment> comments(@Nullable Object value) {
        List<?> entries = value instanceof YType list
                ? View.list(list).toList()
                : value instanceof List<?> list ? list : List.of();
        var comments = new ArrayList<Comment>();
        for (Object entry : entries) {
            Comment comment = shown(entry);
            if (comment != null) {
                comments.add(comment);
            }
        }
        return comments;
    }

    /** The comment in an entry, unless it was taken back or away: of that one only the place is left. */
    static @Nullable Comment shown(@Nullable Object entry) {
        Comment comment = comment(entry);
        return comment == null || Forms.instant(comment.unknown().get("removed")) != null ? null : comment;
    }

    /** A comment is an object, or something shared with keys; null for anything else. */
    static @Nullable Comment comment(@Nullable Object entry) {
        Map<?, ?> values = entry instanceof YType type && isMap(type)
                ? View.map(type).toMap()
                : entry instanceof Map<?, ?> map ? map : null;
        if (values == null) {
            return null;
        }
        String text = text(values.get("text"));
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
