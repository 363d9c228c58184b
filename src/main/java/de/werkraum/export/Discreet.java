package de.werkraum.export;

import de.werkraum.plan.Plan;
import de.werkraum.plan.Roles;
import de.werkraum.plan.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plan for everybody: no comments, no minutes, nothing without a meaning, and organisations in place of people. */
final class Discreet {
    /** What of other keys of a step is for everybody: where it comes from, what the plenary said of it, and how far its parts are. */
    private static final Set<String> TOLD = Set.of("origin", "origins", "plenary", "reports");

    private final Roles roles;

    /** @param people whose names are left out */
    Discreet(List<ExportInput.Person> people, String language) {
        Map<String, String> named = new HashMap<>();
        people.forEach(person -> named.put(Clean.line(person.name()), Clean.line(person.organisation())));
        roles = new Roles(named, language);
    }

    Plan plan(Plan plan) {
        return new Plan(
                plan.title(),
                plan.goal(),
                Plan.EMPTY.minutes(),
                ReportBuilder.facts(plan.meta()),
                plan.steps().stream().map(this::step).toList());
    }

    private Step step(Step step) {
        return roles.of(step).withComments(List.of()).keeping(TOLD);
    }
}
