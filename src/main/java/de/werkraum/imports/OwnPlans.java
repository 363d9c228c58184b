package de.werkraum.imports;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanTree;
import de.werkraum.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plans that rooms like ours have exported. */
final class OwnPlans {
    private OwnPlans() {}

    static Proposal propose(Map<String, Object> tree, Bounds bounds) {
        Plan plan = parse(tree);
        if (plan.steps().size() > bounds.steps()) {
            throw Unreadable.manySteps(bounds);
        }
        var drafts = new ArrayList<Draft>();
        for (Step step : plan.steps()) {
            Xml.inTime();
            drafts.add(draft(drafts.size() + 1, step));
        }
        var warnings = new ArrayList<Warning>();
        if (tree.get("polls") instanceof List<?> polls && !polls.isEmpty()) {
            warnings.add(about(
                    "Abstimmungen werden nicht übernommen; wer hier arbeitet, stimmt selbst ab.",
                    "Polls are not taken; those who work here vote for themselves."));
        }
        if (plan.steps().stream().anyMatch(step -> !step.comments().isEmpty())) {
            warnings.add(about(
                    "Anmerkungen mit Namen werden nicht übernommen.", "Comments, which bear names, are not taken."));
        }
        return new Proposal(
                "json",
                List.of(),
                List.of(),
                drafts,
                List.of(),
                warnings,
                new Proposal.PlanWords(plan.title(), plan.goal(), plan.minutes().markdown()));
    }

    /** The plan of a tree, or a sentence with what is wrong in it. */
    static Plan parse(Map<String, Object> tree) {
        PlanTree.Parsed parsed =
                PlanTree.parse(tree, Plan.EMPTY, () -> UUID.randomUUID().toString());
        if (parsed instanceof PlanTree.Refused refused) {
            String flaws = refused.flaws().get(0).pointer() + " "
                    + refused.flaws().get(0).detail();
            throw Unreadable.format("Im Plan stimmt etwas nicht: " + flaws, "Something is wrong in the plan: " + flaws);
        }
        return ((PlanTree.Accepted) parsed).plan();
    }

    private static Warning about(String de, String en) {
        return new Warning("", 0, null, "", "sheet", new Bilingual(de, en));
    }

    private static Draft draft(int row, Step step) {
        return new Draft(
                0,
                row,
                step.id(),
                step.title(),
                step.details().markdown(),
                step.result(),
                step.responsible(),
                step.contributors(),
                step.start(),
                step.due(),
                step.followUp(),
                step.status(),
                step.effort(),
                step.obstacle() == null ? null : step.obstacle().code(),
                step.unknown());
    }
}
