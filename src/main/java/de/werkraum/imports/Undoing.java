package de.werkraum.imports;

import de.werkraum.plan.Plan;
import de.werkraum.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes an import back, and nothing that people have written since. */
public final class Undoing {
    private Undoing() {}

    /**
     * The plan without what an import did.
     *
     * @param plan as it is to be, its steps being all that stay
     * @param left steps that the import brought and that people have worked on since; they stay
     */
    public record Result(Plan plan, List<String> left) {}

    /**
     * Takes one back.
     *
     * @param before the plan as it was before the import
     */
    public static Result of(Plan now, Plan before, UUID id) {
        Map<String, Step> old = before.byId();
        var steps = new ArrayList<Step>();
        var left = new ArrayList<String>();
        for (Step step : now.steps()) {
            Mark mark = Mark.of(step.unknown());
            Step earlier = old.get(step.id());
            if (mark == null || !mark.id().equals(id.toString())) {
                steps.add(step);
            } else if (earlier != null) {
                steps.add(back(step, earlier, mark));
            } else if (isTouched(step, mark)) {
                steps.add(step);
                left.add(step.id());
            }
        }
        var rest = now.with(steps);
        return new Result(PlanMark.back(rest, before, id), left);
    }

    private static boolean isTouched(Step step, Mark mark) {
        Map<Field, String> texts = StepFields.of(step);
        if (!step.comments().isEmpty()) {
            return true;
        }
        for (Field field : Field.values()) {
            String now = texts.getOrDefault(field, "");
            boolean added = field == Field.STATUS && !mark.fields().containsKey(field.code()) && now.equals("proposed");
            if (!added && !mark.isUntouched(field, now)) {
                return true;
            }
        }
        return false;
    }

    private static Step back(Step step, Step earlier, Mark mark) {
        Map<Field, String> texts = StepFields.of(step);
        Map<Field, String> before = StepFields.of(earlier);
        for (Field field : Field.values()) {
            if (mark.isUntouched(field, texts.getOrDefault(field, ""))) {
                texts.remove(field);
                if (before.containsKey(field)) {
                    texts.put(field, before.getOrDefault(field, ""));
                }
            }
        }
        return StepFields.with(step, texts, Mark.of(earlier.unknown()));
    }
}
