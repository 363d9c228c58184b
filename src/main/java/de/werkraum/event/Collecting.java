package de.werkraum.event;

import de.werkraum.plan.Plan;
import de.werkraum.plan.Ranks;
import de.werkraum.plan.Source;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Brings steps of rooms into the plenary's plan, each once: whoever has a source in it, or had one, is known. */
final class Collecting {
    private final Plan plenary;
    private final Set<Source.Key> known = new HashSet<>();

    /**
     * What comes of it.
     *
     * @param plan the plenary's afterwards
     * @param brought what is new in it
     * @param known how many were there before, or were taken out again
     */
    record Outcome(Plan plan, List<Chosen> brought, int known) {}

    /** @param takenOut steps of the plenary that somebody took out: what was collected and taken out does not come again */
    Collecting(Plan plenary, List<Step> takenOut) {
        this.plenary = plenary;
        for (List<Step> steps : List.of(plenary.steps(), takenOut)) {
            steps.forEach(step -> step.sources().forEach(source -> known.add(source.key())));
        }
    }

    /** Behind the steps that are there, in the order in which they were chosen. */
    Outcome bring(List<Chosen> chosen, Instant now, Supplier<String> ids) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        List<Chosen> fresh =
                chosen.stream().filter(one -> known.add(one.source(at).key())).toList();
        List<Step> steps = new ArrayList<>(plenary.steps());
        List<String> ranks = Ranks.between(plenary.lastRank(), null, fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            Chosen one = fresh.get(i);
            steps.add(copy(one.step(), ids.get(), ranks.get(i), at).from(List.of(one.source(at))));
        }
        return new Outcome(plenary.with(steps), fresh, chosen.size() - fresh.size());
    }

    /** What a step says; what people said of it, and what its room keeps beside it, stays there. The plenary has yet to agree. */
    private static Step copy(Step step, String id, String rank, Instant at) {
        return new Step(
                id,
                rank,
                step.title(),
                step.details(),
                step.result(),
                step.responsible(),
                step.contributors(),
                step.start(),
                step.due(),
                step.followUp(),
                Status.PROPOSED,
                step.effort(),
                step.obstacle(),
                at,
                List.of(),
                Map.of());
    }

    /** Takes over what has changed in sources. What the plenary has written itself stays; the source's words of now are kept with it in any case. */
    static Plan taken(Plan plenary, List<Collected> changed, Instant now) {
        Map<String, Step> steps = plenary.byId();
        for (Collected one : changed) {
            Step there = one.now();
            Step step = steps.get(one.step().id());
            if (there != null && step != null) {
                steps.put(step.id(), renewed(step, one.source(), there, now.truncatedTo(ChronoUnit.SECONDS)));
            }
        }
        return plenary.with(List.copyOf(steps.values()));
    }

    private static Step renewed(Step step, Source source, Step there, Instant at) {
        Source.Words before = source.words();
        Source.Words now = Source.Words.of(there);
        Source taken = new Source(source.room(), source.roomTitle(), source.step(), now, source.decision(), at);
        List<Source> sources = step.sources().stream()
                .map(one -> one.names(source) ? taken : one)
                .toList();
        Source.Words mine = Source.Words.of(step);
        return step.saying(
                        mine.title().equals(before.title()) ? now.title() : step.title(),
                        mine.details().equals(before.details()) ? there.details() : step.details(),
                        Objects.equals(mine.result(), before.result()) ? now.result() : step.result(),
                        Objects.equals(mine.responsible(), before.responsible())
                                ? now.responsible()
                                : step.responsible(),
                        step.contributors())
                .from(sources);
    }
}
