package de.werkraum.plan;

import de.werkraum.rich.Json;
import de.werkraum.rich.RichField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one given plan over the present one; see {@link PlanTree#parse}. */
final class PlanParser {
    private static final Set<String> STEP_KEYS = Set.of(
            "id",
            "rank",
            "title",
            "details",
            "rich",
            "result",
            "responsible",
            "contributors",
            "start",
            "due",
            "followUp",
            "status",
            "effort",
            "obstacle",
            "createdAt",
            "comments");
    private static final Set<String> COMMENT_KEYS = Set.of("id", "member", "name", "text", "at", "done");
    private static final String DATE = "must be a date like 2026-07-04";
    private static final String INSTANT = "must be an instant like 2026-07-04T09:30:00Z";

    private static final Comment NOTHING = new Comment(null, null, null, "", null, false, Map.of());

    private final Plan current;
    private final Supplier<String> ids;
    private final Map<String, Step> present;
    private final List<Flaw> flaws = new ArrayList<>();

    PlanParser(Plan current, Supplier<String> ids) {
        this.current = current;
        this.ids = ids;
        this.present = current.byId();
    }

    /** Whether a key of a step has a meaning. */
    static boolean known(String stepKey) {
        return STEP_KEYS.contains(stepKey);
    }

    /** Whether a key of a comment has a meaning. */
    static boolean knownInComment(String key) {
        return COMMENT_KEYS.contains(key);
    }

    PlanTree.Parsed parse(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            return new PlanTree.Refused(List.of(new Flaw("", "must be an object")));
        }
        var shape = new Shape(map, "", flaws);
        var plan = new Plan(
                shape.text("title", current.title()),
                shape.text("goal", current.goal()),
                shape.rich("minutes", current.minutes()),
                meta(shape.object("meta")),
                steps(shape.list("steps")));
        return flaws.isEmpty() ? new PlanTree.Accepted(plan) : new PlanTree.Refused(flaws);
    }

    private Map<String, Object> meta(@Nullable Map<?, ?> given) {
        var meta = new LinkedHashMap<String, Object>(current.meta());
        if (given == null) {
            return meta;
        }
        var shape = new Shape(given, "/meta", flaws);
        given.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value != null && !Forms.meta(name, value)) {
                shape.flaw(name, "has a wrong type or form");
            } else if (value == null && !isUnknownNull(name)) {
                meta.remove(name);
            } else {
                meta.put(name, Json.plain(value));
            }
        });
        return meta;
    }

    /** A null under a key without meaning is that key's value, as given by the present plan. */
    private boolean isUnknownNull(String key) {
        return Forms.meta(key, null)
                && current.meta().containsKey(key)
                && current.meta().get(key) == null;
    }

    private List<Step> steps(@Nullable List<?> given) {
        if (given == null) {
            return current.steps();
        }
        var steps = new ArrayList<Step>();
        var seen = new HashSet<String>();
        for (int i = 0; i < given.size(); i++) {
            if (!(given.get(i) instanceof Map<?, ?> map)) {
                flaws.add(new Flaw("/steps/" + i, "must be an object"));
                continue;
            }
            var shape = new Shape(map, "/steps/" + i, flaws);
            String id = shape.value("id", Forms::text, "must be a string");
            if (id != null && !seen.add(id)) {
                shape.flaw("id", "is already the id of another step");
            }
            steps.add(step(shape, id));
        }
        List<Step> ranked = ranked(steps);
        for (Step step : current.steps()) {
            if (!seen.contains(step.id())) {
                ranked.add(step.with(Status.DROPPED));
            }
        }
        return ranked;
    }

    private Step step(Shape shape, @Nullable String givenId) {
        String id = givenId == null ? ids.get() : givenId;
        Step old = present.get(id);
        shape.value("origin", Origin::of, "must be an object with room, step, at and perhaps event");
        shape.value(Source.KEY, Source::list, "must be a list of objects with room, roomTitle, step, title and at");
        String rank = shape.value("rank", Forms::text, "must be a string");
        return new Step(
                id,
                rank != null ? rank : old != null ? old.rank() : "",
                shape.text("title", old == null ? "" : old.title()),
                shape.rich("details", old == null ? RichField.EMPTY : old.details()),
                shape.textOrNull("result", old == null ? null : old.result()),
                shape.textOrNull("responsible", old == null ? null : old.responsible()),
                shape.textOrNull("contributors", old == null ? null : old.contributors()),
                shape.value("start", Forms::date, DATE),
                shape.value("due", Forms::date, DATE),
                shape.value("followUp", Forms::date, DATE),
                shape.value("status", Status::of, "must be idea, proposed, agreed, doing, blocked, done or dropped"),
                shape.value("effort", Forms::effort, "must be a number of person-days, not negative"),
                shape.value(
                        "obstacle", Obstacle::of, "must be law, money, staff, technology, responsibility or vendor"),
                createdAt(shape, old),
                comments(shape, old == null ? List.of() : old.comments()),
                shape.others(STEP_KEYS, old == null ? Map.of() : old.unknown()));
    }

    private static @Nullable Instant createdAt(Shape shape, @Nullable Step old) {
        Instant given = shape.value("createdAt", Forms::instant, INSTANT);
        return given == null && old != null ? old.createdAt() : given;
    }

    /** Steps given without a rank stand where they are in the list: each run of them between its neighbours. */
    private List<Step> ranked(List<Step> steps) {
        var ranked = new ArrayList<Step>(steps);
        int from = 0;
        while (from < steps.size()) {
            int to = from;
            while (to < steps.size() && isUnranked(steps.get(to))) {
                to++;
            }
            if (to > from) {
                String before = from == 0 ? null : steps.get(from - 1).rank();
                String after = to == steps.size() ? null : steps.get(to).rank();
                List<String> ranks = Ranks.between(before, after, to - from);
                for (int i = from; i < to; i++) {
                    ranked.set(i, steps.get(i).with(ranks.get(i - from)));
                }
            }
            from = to + 1;
        }
        return ranked;
    }

    private boolean isUnranked(Step step) {
        return step.rank().isEmpty() && !present.containsKey(step.id());
    }

    private List<Comment> comments(Shape shape, List<Comment> old) {
        List<?> given = shape.list("comments");
        if (given == null) {
            return old;
        }
        var comments = new LinkedHashSet<Comment>();
        var mentioned = new HashSet<String>();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) instanceof Map<?, ?> map) {
                Comment comment = comment(shape.item(map, "comments", i), old);
                comments.add(comment);
                mentioned.add(String.valueOf(comment.id()));
            } else {
                shape.flaw("comments", i, "must be an object");
            }
        }
        return withUnmentioned(
                new ArrayList<>(comments), old, comment -> comment.id() != null && mentioned.contains(comment.id()));
    }

    /** Comments that are not mentioned stay, each behind the one it stood behind. */
    private static List<Comment> withUnmentioned(
            List<Comment> comments, List<Comment> old, Predicate<Comment> isMentioned) {
        int at = 0;
        for (Comment comment : old) {
            int there = place(comments, comment);
            if (there >= 0) {
                at = there + 1;
            } else if (!isMentioned.test(comment)) {
                comments.add(at++, comment);
            }
        }
        return List.copyOf(comments);
    }

    /** Where a comment stands now, changed or not; -1 for nowhere. */
    private static int place(List<Comment> comments, Comment sought) {
        for (int i = 0; i < comments.size(); i++) {
            Comment comment = comments.get(i);
            if (comment.equals(sought) || (sought.id() != null && sought.id().equals(comment.id()))) {
                return i;
            }
        }
        return -1;
    }

    private Comment comment(Shape shape, List<Comment> present) {
        String id = shape.value("id", Forms::text, "must be a string");
        Comment old = present.stream()
                .filter(comment -> id != null && id.equals(comment.id()))
                .findFirst()
                .orElse(NOTHING);
        var comment = new Comment(
                id,
                shape.textOrNull("member", old.member()),
                shape.textOrNull("name", old.name()),
                shape.text("text", old.text()),
                shape.value("at", Forms::instant, INSTANT),
                Boolean.TRUE.equals(shape.value("done", Forms::flag, "must be true or false")),
                shape.others(COMMENT_KEYS, old.unknown()));
        boolean nameless = id == null && !present.contains(comment);
        return nameless ? comment.with(ids.get()) : comment;
    }
}
