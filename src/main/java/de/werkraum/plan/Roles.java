package de.werkraum.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts organisations in place of people who are named in charge of steps. What is no name of theirs, as that of an office, stays; so do names in
 * other texts, which somebody wrote there. A name of one word must stand alone, or it would take words from offices: whoever is called "IT" is
 * not the "IT-Leitung".
 */
public final class Roles {
    private static final Bilingual SOMEBODY = new Bilingual("jemand aus der Sitzung", "somebody of the session");

    private final Map<String, String> organisations = new HashMap<>();
    private final @Nullable Pattern names;

    /**
     * For some people.
     *
     * @param people the organisation of each by name; it may be blank
     * @param language of the word for those without one
     */
    public Roles(Map<String, String> people, String language) {
        people.forEach((name, organisation) -> organisations.put(
                key(name.strip()), organisation.isBlank() ? SOMEBODY.in(language) : organisation.strip()));
        organisations.remove("");
        List<String> whole = organisations.keySet().stream()
                .filter(name -> name.contains(" "))
                .toList();
        names = whole.isEmpty()
                ? null
                : Pattern.compile(
                        whole.stream()
                                .sorted(Comparator.comparing(String::length).reversed())
                                .map(Pattern::quote)
                                .collect(Collectors.joining(
                                        "|", "(?<![\\p{L}\\p{N}-])(?:", ")(?![\\p{L}\\p{N}]|-\\p{L})")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The same step, with nobody of these named in charge or as contributing, here or where it was collected from. */
    public Step of(Step step) {
        Step bare = step.by(of(step.responsible()), of(step.contributors()));
        List<Source> sources = step.sources();
        return sources.isEmpty()
                ? bare
                : bare.from(sources.stream()
                        .map(source -> source.saying(
                                source.words().by(of(source.words().responsible()))))
                        .toList());
    }

    /** A text that says who is in charge, with nobody of these named. */
    public String in(String text) {
        return Objects.requireNonNullElse(of(text), text);
    }

    private @Nullable String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String told = names == null
                ? text
                : names.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                Objects.requireNonNullElse(organisations.get(key(found.group())), "…")));
        return InCharge.each(told, one -> organisations.getOrDefault(key(one), one));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
