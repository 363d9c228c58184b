package de.werkraum.plan;

import de.werkraum.crdt.View;
import de.werkraum.crdt.YArray;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.rich.Diff;
import de.werkraum.rich.Json;
import de.werkraum.rich.TextMerge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one step's map say what a given step says. */
final class StepWriter {
    /** Keys of shared texts that older plans hold as strings. */
    static final List<String> TEXTS = List.of("result", "responsible", "contributors");

    private StepWriter() {}

    /** @param now what the map says at present */
    static void put(YMap map, Step now, Step step) {
        if (!now.rank().equals(step.rank())) {
            map.set("rank", step.rank());
        }
        if (!now.title().equals(step.title())) {
            title(map, step.title());
        }
        if (!now.details().equals(step.details())) {
            step.details().write(details(map));
        }
        Fields.text(map, "result", now.result(), step.result());
        Fields.text(map, "responsible", now.responsible(), step.responsible());
        Fields.text(map, "contributors", now.contributors(), step.contributors());
        Fields.put(map, "start", string(now.start()), string(step.start()));
        Fields.put(map, "due", string(now.due()), string(step.due()));
        Fields.put(map, "followUp", string(now.followUp()), string(step.followUp()));
        Fields.put(map, "status", code(now.status()), code(step.status()));
        Fields.put(map, "effort", number(now.effort()), number(step.effort()));
        Fields.put(map, "obstacle", code(now.obstacle()), code(step.obstacle()));
        Fields.put(map, "createdAt", string(now.createdAt()), string(step.createdAt()));
        if (!now.comments().equals(step.comments())) {
            comments(map, step.comments());
        }
        Fields.put(map, now.unknown(), step.unknown());
    }

    private static void title(YMap map, String title) {
        if (map.get("title") instanceof YType type && PlanReader.isText(type)) {
            TextMerge.plain(View.text(type), title);
        } else {
            map.set("title", new YText(title));
        }
    }

    private static YType details(YMap map) {
        if (map.get("details") instanceof YType rich && PlanReader.isRich(rich)) {
            return rich;
        }
        var rich = new YXmlFragment();
        map.set("details", rich);
        return rich;
    }

    static void renewTexts(YMap map) {
        for (String key : TEXTS) {
            if (map.get(key) instanceof String text) {
                map.set(key, new YText(text));
            }
        }
    }

    /** Entries that stay are recognised by their id, or by being the same; those that are no comment are left alone. */
    private static void comments(YMap map, List<Comment> wanted) {
        if (!(map.get("comments") instanceof YType list)) {
            if (!wanted.isEmpty() || map.get("comments") instanceof List) {
                var entries = new YArray();
                map.set("comments", entries);
                entries.insert(0, wanted.stream().map(PlanTree::of).toList());
            }
            return;
        }
        YArray array = View.list(list);
        var present = new ArrayList<@Nullable Comment>();
        array.toList().forEach(entry -> present.add(PlanReader.shown(entry)));
        int[] kept = Diff.kept(
                present.stream().map(StepWriter::identity).toList(),
                wanted.stream().map(StepWriter::identity).toList());
        int next = wanted.size();
        for (int i = present.size() - 1; i >= 0; i--) {
            Comment old = present.get(i);
            if (kept[i] >= 0) {
                insert(array, i + 1, wanted.subList(kept[i] + 1, next));
                next = kept[i];
                change(array, i, old, wanted.get(next));
            } else if (old != null) {
                array.delete(i, 1);
            }
        }
        insert(array, 0, wanted.subList(0, next));
    }

    private static void insert(YArray array, int index, List<Comment> comments) {
        if (!comments.isEmpty()) {
            array.insert(index, comments.stream().map(PlanTree::of).toList());
        }
    }

    private static void change(YArray array, int index, @Nullable Comment old, Comment wanted) {
        if (wanted.equals(old) || old == null) {
            return;
        }
        if (array.get(index) instanceof YType type) {
            Fields.put(View.map(type), PlanTree.of(old), PlanTree.of(wanted));
        } else {
            array.delete(index, 1);
            array.insert(index, List.of(PlanTree.of(wanted)));
        }
    }

    /** An entry that is no comment has an identity that no comment has. */
    private static Object identity(@Nullable Comment comment) {
        if (comment == null) {
            return List.of();
        }
        String id = comment.id();
        return id == null ? comment : id;
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String code(@Nullable Status status) {
        return status == null ? null : status.code();
    }

    private static @Nullable String code(@Nullable Obstacle obstacle) {
        return obstacle == null ? null : obstacle.code();
    }

    private static @Nullable Number number(@Nullable BigDecimal value) {
        return value == null ? null : Json.number(value.doubleValue());
    }
}
