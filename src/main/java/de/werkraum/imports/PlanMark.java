package de.werkraum.imports;

import de.werkraum.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What an import leaves with a plan whose title, goal or minutes it wrote: under {@code meta.imported}, by the import's id, a checksum of each, so
 * that it can be taken back where nobody has written since.
 */
final class PlanMark {
    private static final String TITLE = "title";
    private static final String GOAL = "goal";
    private static final String MINUTES = "minutes";

    private PlanMark() {}

    /** The plan after an import, with its mark where the import wrote one of the texts. */
    static Plan marked(Plan after, Plan before, UUID id) {
        Map<String, String> old = texts(before);
        Map<String, Object> sums = new LinkedHashMap<>();
        texts(after).forEach((name, text) -> {
            if (!text.equals(old.get(name))) {
                sums.put(name, Mark.sum(text));
            }
        });
        if (sums.isEmpty()) {
            return after;
        }
        Map<String, Object> marks = marks(after);
        marks.put(id.toString(), sums);
        return with(after, after, marks, Map.of());
    }

    /** The plan of now with the texts from before an import, where they still say what the import wrote. */
    static Plan back(Plan now, Plan before, UUID id) {
        Map<String, Object> marks = marks(now);
        return marks.remove(id.toString()) instanceof Map<?, ?> sums ? with(now, before, marks, sums) : now;
    }

    private static Plan with(Plan now, Plan before, Map<String, Object> marks, Map<?, ?> sums) {
        Map<String, Object> meta = new LinkedHashMap<>(now.meta());
        meta.remove(Mark.NAME);
        if (!marks.isEmpty()) {
            meta.put(Mark.NAME, marks);
        }
        Map<String, String> texts = texts(now);
        return new Plan(
                isAsWritten(TITLE, texts, sums) ? before.title() : now.title(),
                isAsWritten(GOAL, texts, sums) ? before.goal() : now.goal(),
                isAsWritten(MINUTES, texts, sums) ? before.minutes() : now.minutes(),
                meta,
                now.steps());
    }

    private static boolean isAsWritten(String name, Map<String, String> texts, Map<?, ?> sums) {
        return Mark.sum(texts.getOrDefault(name, "")).equals(sums.get(name));
    }

    private static Map<String, String> texts(Plan plan) {
        return Map.of(
                TITLE, plan.title(), GOAL, plan.goal(), MINUTES, plan.minutes().markdown());
    }

    private static Map<String, Object> marks(Plan plan) {
        var marks = new LinkedHashMap<String, Object>();
        if (plan.meta().get(Mark.NAME) instanceof Map<?, ?> tree) {
            tree.forEach((id, sums) -> marks.put(String.valueOf(id), sums));
        }
        return marks;
    }
}
