package de.werkraum.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of another room that a step was collected from.
 *
 * @param room id of that room
 * @param roomTitle what the room, that is its session, was called
 * @param step id of the step there
 * @param words what the step said when it was taken
 * @param decision what was decided about it there, in a sentence; null where nothing was
 * @param at when it, or its last change, was taken
 */
public record Source(String room, String roomTitle, String step, Words words, @Nullable String decision, Instant at) {
    /** The key of a step under which its sources stand. */
    static final String KEY = "origins";

    /**
     * The words of a step.
     *
     * @param details as Markdown; empty where there are none
     */
    public record Words(String title, String details, @Nullable String result, @Nullable String responsible) {
        /** The same with others in charge. */
        Words by(@Nullable String others) {
            return new Words(title, details, result, others);
        }

        /** Those of a step now. */
        public static Words of(Step step) {
            return new Words(step.title(), step.details().markdown(), step.result(), step.responsible());
        }
    }

    /** The same, having said something else. */
    Source saying(Words others) {
        return new Source(room, roomTitle, step, others, decision, at);
    }

    /** A step among those of all rooms, by their ids. */
    public record Key(String room, String step) {}

    /** Which step it names. */
    public Key key() {
        return new Key(room, step);
    }

    /** Whether both name the same step of the same room. */
    public boolean names(Source other) {
        return key().equals(other.key());
    }

    /** The list under a step's key {@code origins}; null for anything that is none. */
    static @Nullable List<Source> list(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return null;
        }
        List<Source> sources = new ArrayList<>();
        for (Object entry : list) {
            Source source = of(entry);
            if (source == null) {
                return null;
            }
            sources.add(source);
        }
        return sources;
    }

    private static @Nullable Source of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        String room = Forms.text(map.get("room"));
        String title = Forms.text(map.get("roomTitle"));
        String step = Forms.text(map.get("step"));
        String words = Forms.text(map.get("title"));
        Instant at = Forms.instant(map.get("at"));
        if (room == null || title == null || step == null || words == null || at == null) {
            return null;
        }
        String details = Forms.text(map.get("details"));
        return new Source(
                room,
                title,
                step,
                new Words(
                        words,
                        details == null ? "" : details,
                        Forms.text(map.get("result")),
                        Forms.text(map.get("responsible"))),
                Forms.text(map.get("decision")),
                at);
    }

    /** {@code {room, roomTitle, step, title, details?, result?, responsible?, decision?, at}}. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("room", room);
        tree.put("roomTitle", roomTitle);
        tree.put("step", step);
        tree.put("title", words.title());
        put(tree, "details", words.details().isEmpty() ? null : words.details());
        put(tree, "result", words.result());
        put(tree, "responsible", words.responsible());
        put(tree, "decision", decision);
        tree.put("at", at.toString());
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, @Nullable String value) {
        if (value != null) {
            tree.put(key, value);
        }
    }
}
