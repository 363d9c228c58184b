package de.werkraum.event;

import de.werkraum.plan.Source;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source of a step of the plenary, and how it stands.
 *
 * @param step the plenary's
 * @param now the step in its room now; null where it is there no more, or dropped
 */
record Collected(Step step, Source source, @Nullable Step now) {
    /** Whether it says something else than when it was taken. */
    boolean changed() {
        return now != null && !Source.Words.of(now).equals(source.words());
    }

    /** All sources of these steps; of rooms that could not be read nothing is said. */
    static List<Collected> of(List<Step> steps, List<Workshop> workshops, Set<String> unread) {
        Map<String, Map<String, Step>> rooms = new HashMap<>();
        for (Workshop workshop : workshops) {
            Map<String, Step> there = new HashMap<>();
            workshop.plan().steps().stream()
                    .filter(step -> step.status() != Status.DROPPED)
                    .forEach(step -> there.put(step.id(), step));
            rooms.put(workshop.room().toString(), there);
        }
        List<Collected> all = new ArrayList<>();
        for (Step step : steps) {
            for (Source source : step.sources()) {
                if (!unread.contains(source.room())) {
                    all.add(new Collected(
                            step,
                            source,
                            rooms.getOrDefault(source.room(), Map.of()).get(source.step())));
                }
            }
        }
        return all;
    }
}
