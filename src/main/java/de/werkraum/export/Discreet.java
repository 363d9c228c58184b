package de.werkraum.export;

import de.werkraum.plan.Plan;
import de.werkraum.plan.Step;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan for everybody. Who does what, by organisation: where somebody who took part is named in charge, the organisation stands instead. What is no name of theirs, as
 * that of an office, stays; so do names in other texts, which somebody wrote there.
 */
final class Discreet {
    /** What of other keys of a step is for everybody: where it comes from. */
    private static final Set<String> TOLD = Set.of("origin", "origins");

    private final Map<String, String> organisations = new HashMap<>();
    private final @Nullable Pattern names;

    Discreet(List<ExportInput.Person> people, String language) {
        for (ExportInput.Person person : people) {
            String organisation = Clean.line(person.organisation());
            organisations.put(
                    key(Clean.line(person.name())),
                    organisation.isEmpty() ? EventWords.SOMEBODY.in(language) : organisation);
        }
        organisations.remove("");
        names = organisations.isEmpty()
                ? null
                : Pattern.compile(
                        organisations.keySet().stream()
                                .sorted(Comparator.comparing(String::length).reversed())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
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
        return step.by(named(step.responsible()), named(step.contributors()))
                .withComments(List.of())
                .keeping(TOLD);
    }

    private @Nullable String named(@Nullable String text) {
        return text == null || names == null
                ? text
                : names.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                Objects.requireNonNullElse(organisations.get(key(found.group())), "…")));
    }
}
