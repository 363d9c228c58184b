package de.werkraum.event;

import de.werkraum.plan.Comment;
import de.werkraum.plan.Plan;
import de.werkraum.plan.Source;
import de.werkraum.plan.Step;
import de.werkraum.problem.Problem;
import de.werkraum.rich.RichField;
import de.werkraum.rich.RichText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one step of several: all that was written in any of them is in it, with the sources of all. What was reported of one of them is not said of
 * the others: it stays as its comment, and what it set stays set.
 */
public final class Merging {
    /**
     * What is wanted.
     *
     * @param keep the step that stays, in its place
     * @param others the steps that go into it
     * @param title of the step then; null for its own
     * @param responsible null for whoever it was, or else the first of the others who has somebody
     */
    public record Wish(String keep, List<String> others, @Nullable String title, @Nullable String responsible) {
        public Wish {
            others = List.copyOf(others);
        }
    }

    private Merging() {}

    /** The plan with the one step, without the others; 409 where one of them is there no more. */
    static Plan of(Plan plan, Wish wish) {
        Map<String, Step> steps = plan.byId();
        Step keep = there(steps, wish.keep());
        List<Step> others = wish.others().stream().map(id -> there(steps, id)).toList();
        wish.others().forEach(steps::remove);
        steps.put(keep.id(), merged(keep, others, wish));
        return plan.with(List.copyOf(steps.values()));
    }

    private static Step there(Map<String, Step> steps, String id) {
        Step step = steps.get(id);
        if (step == null) {
            throw Problem.conflict("gone", "One of these steps is there no more, or is part of another already.");
        }
        return step;
    }

    private static Step merged(Step keep, List<Step> others, Wish wish) {
        List<Step> all = Stream.concat(Stream.of(keep), others.stream()).toList();
        String responsible = wish.responsible() == null ? first(all, Step::responsible) : wish.responsible();
        return new Step(
                        keep.id(),
                        keep.rank(),
                        wish.title() == null ? keep.title() : wish.title(),
                        details(keep, others),
                        joined(all, Step::result),
                        responsible,
                        contributors(all, responsible),
                        first(all, Step::start),
                        first(all, Step::due),
                        first(all, Step::followUp),
                        keep.status(),
                        first(all, Step::effort),
                        first(all, Step::obstacle),
                        keep.createdAt(),
                        comments(all),
                        keep.unknown())
                .untold()
                .from(sources(all));
    }

    private static <T> @Nullable T first(List<Step> all, Function<Step, @Nullable T> field) {
        return all.stream().map(field).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** What each says, once. */
    private static @Nullable String joined(List<Step> all, Function<Step, @Nullable String> field) {
        String joined = all.stream()
                .map(field)
                .filter(text -> text != null && !text.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
        return joined.isEmpty() ? null : joined;
    }

    /** Who helps: those who helped before, and whoever was responsible for one of them and is not now. */
    private static @Nullable String contributors(List<Step> all, @Nullable String responsible) {
        Set<String> names = new LinkedHashSet<>();
        for (Step step : all) {
            Stream.of(step.contributors(), step.responsible())
                    .filter(name -> name != null && !name.isBlank() && !name.equals(responsible))
                    .forEach(names::add);
        }
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /** The others' titles and details below its own, each once. */
    private static RichField details(Step keep, List<Step> others) {
        List<RichText.Block> blocks = new ArrayList<>(keep.details().text().blocks());
        boolean more = false;
        for (Step other : others) {
            if (!other.title().isBlank() && !other.title().equals(keep.title())) {
                blocks.addAll(RichText.plain(other.title()).blocks());
                more = true;
            }
            if (!blocks.containsAll(other.details().text().blocks())) {
                blocks.addAll(other.details().text().blocks());
                more = true;
            }
        }
        return more ? RichField.of(new RichText(blocks)) : keep.details();
    }

    private static List<Comment> comments(List<Step> all) {
        return all.stream().flatMap(step -> step.comments().stream()).distinct().toList();
    }

    private static List<Source> sources(List<Step> all) {
        List<Source> sources = new ArrayList<>();
        for (Step step : all) {
            for (Source source : step.sources()) {
                if (sources.stream().noneMatch(source::names)) {
                    sources.add(source);
                }
            }
        }
        return sources;
    }
}
