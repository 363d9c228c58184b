package de.werkraum.plan;

import de.werkraum.rich.Json;
import de.werkraum.rich.RichField;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan. Null means absent.
 *
 * @param id the key in the document's map of steps
 * @param rank place among the steps; see {@link Ranks}
 * @param result when the step is done, in words
 * @param effort person-days, not negative
 * @param unknown values under keys that have no meaning here, as JSON trees
 */
public record Step(
        String id,
        String rank,
        String title,
        RichField details,
        @Nullable String result,
        @Nullable String responsible,
        @Nullable String contributors,
        @Nullable LocalDate start,
        @Nullable LocalDate due,
        @Nullable LocalDate followUp,
        @Nullable Status status,
        @Nullable BigDecimal effort,
        @Nullable Obstacle obstacle,
        @Nullable Instant createdAt,
        List<Comment> comments,
        Map<String, Object> unknown)
        implements Serializable {
    /** The key of a step that was merged of several under which reports of these stand. */
    private static final String EACH = "reports";

    /** By rank, then by id, both by UTF-16 code unit as JavaScript compares strings. */
    public static final Comparator<Step> ORDER =
            Comparator.comparing(Step::rank).thenComparing(Step::id);

    public Step {
        comments = List.copyOf(comments);
        unknown = Json.frozen(unknown);
    }

    /** A new one of which no more has been said yet. */
    public static Step idea(
            String id, String rank, String title, RichField details, Instant createdAt, Map<String, Object> unknown) {
        return new Step(
                id,
                rank,
                title,
                details,
                null,
                null,
                null,
                null,
                null,
                null,
                Status.IDEA,
                null,
                null,
                createdAt,
                List.of(),
                unknown);
    }

    /** Whether it was agreed upon, or is further than that. */
    public boolean agreed() {
        return status != null && status.agreed();
    }

    /** Where it was taken over from; null where it was made here. Kept among what has no further meaning, as it came. */
    public @Nullable Origin origin() {
        return Origin.of(unknown.get("origin"));
    }

    /** The steps of other rooms it was collected from; empty where it was made here. Kept among what has no further meaning, as they came. */
    public List<Source> sources() {
        List<Source> sources = Source.list(unknown.get(Source.KEY));
        return sources == null ? List.of() : sources;
    }

    /** What the plenary said of it, the last one last; empty where it said nothing. Kept among what has no further meaning, as it came. */
    public List<Verdict> verdicts() {
        return Verdict.list(unknown.get(Verdict.KEY));
    }

    /** The same step, collected from these. */
    public Step from(List<Source> sources) {
        return with(Source.KEY, sources.stream().map(Source::tree).toList());
    }

    /** How many people are for the ideas it was made of; 0 where it was made of none. */
    public int supporters() {
        return unknown.get("supporters") instanceof Number count ? Math.max(0, count.intValue()) : 0;
    }

    /** The same step with other comments. */
    public Step withComments(List<Comment> others) {
        return with(rank, status, others, unknown);
    }

    /** The same step after a report of it: what the report leaves open stays. */
    Step reported(@Nullable Status now, @Nullable LocalDate then, Map<String, Object> report, Comment comment) {
        var longer = new ArrayList<>(comments);
        longer.add(comment);
        return standing(now, then).with(Told.KEY, report).withComments(longer);
    }

    /** The same step as was told of it, or of one that it stands for: what was not told stays. */
    public Step after(Told told) {
        return standing(told.status(), told.due()).with(Told.KEY, told.tree());
    }

    /** The same step with nothing told of it. */
    public Step untold() {
        return without(Told.KEY);
    }

    /** The same step with what was told of each of those that it stands for; see {@link Told}. */
    public Step afterEach(List<Map<String, Object>> told) {
        return with(EACH, told);
    }

    /** The same step with nothing said of others that it stands for, whoever wrote that. */
    public Step alone() {
        return without(EACH);
    }

    /** What was told of each of those that it stands for, as trees; empty where nothing was. */
    public List<?> each() {
        return unknown.get(EACH) instanceof List<?> list ? list : List.of();
    }

    /** The same step elsewhere on its way, or due at another time; null leaves it. */
    public Step standing(@Nullable Status now, @Nullable LocalDate then) {
        return new Step(
                id,
                rank,
                title,
                details,
                result,
                responsible,
                contributors,
                start,
                then == null ? due : then,
                followUp,
                now == null ? status : now,
                effort,
                obstacle,
                createdAt,
                comments,
                unknown);
    }

    /** The same step with only those of its keys that have no meaning here. */
    public Step keeping(Set<String> keys) {
        var kept = new LinkedHashMap<>(unknown);
        kept.keySet().retainAll(keys);
        return with(rank, status, comments, kept);
    }

    /** The same step done by others. */
    public Step by(@Nullable String otherResponsible, @Nullable String otherContributors) {
        return saying(title, details, result, otherResponsible, otherContributors);
    }

    /** The same step in other words. */
    public Step saying(
            String otherTitle,
            RichField otherDetails,
            @Nullable String otherResult,
            @Nullable String otherResponsible,
            @Nullable String otherContributors) {
        return new Step(
                id,
                rank,
                otherTitle,
                otherDetails,
                otherResult,
                otherResponsible,
                otherContributors,
                start,
                due,
                followUp,
                status,
                effort,
                obstacle,
                createdAt,
                comments,
                unknown);
    }

    /** The same step with a value under a key that has no meaning here. */
    Step with(String key, Object value) {
        var more = new LinkedHashMap<>(unknown);
        more.put(key, value);
        return with(rank, status, comments, more);
    }

    private Step without(String key) {
        var less = new LinkedHashMap<>(unknown);
        return less.remove(key) == null ? this : with(rank, status, comments, less);
    }

    /** The same step as others begin it: who does it, until when, how far it is and what stands in its way is not settled. */
    Step anew() {
        return new Step(
                id,
                rank,
                title,
                details,
                result,
                null,
                null,
                null,
                null,
                null,
                Status.PROPOSED,
                effort,
                null,
                createdAt,
                comments,
                unknown);
    }

    /** The same step with another status. */
    Step with(Status other) {
        return with(rank, other, comments, unknown);
    }

    /** The same step at another place. */
    Step with(String otherRank) {
        return with(otherRank, status, comments, unknown);
    }

    private Step with(
            String newRank, @Nullable Status newStatus, List<Comment> newComments, Map<String, Object> newUnknown) {
        return new Step(
                id,
                newRank,
                title,
                details,
                result,
                responsible,
                contributors,
                start,
                due,
                followUp,
                newStatus,
                effort,
                obstacle,
                createdAt,
                newComments,
                newUnknown);
    }
}
