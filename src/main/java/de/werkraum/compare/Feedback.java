package de.werkraum.compare;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Comment;
import de.werkraum.plan.Plan;
import de.werkraum.plan.Ranks;
import de.werkraum.plan.Step;
import de.werkraum.rich.RichField;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What became of a plan that was taken over, for those whose it was: a file that they can read in.
 *
 * @param id the same file read in twice is read in once
 * @param from whose plan it has become
 * @param steps those that are different now
 */
public record Feedback(UUID id, String from, Instant at, List<Entry> steps) {
    /** Of what a field says now, in characters: whoever wants more looks at the plan. A step with some such fields can be read in. */
    private static final int LONGEST = 1_500;

    private static final Bilingual HEADING = new Bilingual("Rückmeldung", "Feedback");
    private static final Bilingual CHANGED = new Bilingual("Hier geändert", "Changed here");
    private static final Bilingual REMOVED = new Bilingual("Hier weggelassen.", "Left out here.");
    private static final Bilingual ADDED = new Bilingual("Hier dazugekommen", "Added here");

    /**
     * What became of a step.
     *
     * @param step its id, the same in both plans
     * @param text for people
     */
    public record Entry(String step, String title, boolean added, String text) {}

    public Feedback {
        steps = List.copyOf(steps);
    }

    /** What is different between a plan as it was taken over and as it is now; steps that were only moved are the same. */
    public static Feedback of(UUID id, String from, Instant at, Comparison comparison, String language) {
        return new Feedback(
                id,
                from,
                at,
                comparison.steps().stream()
                        .filter(step -> step.kind() == StepChange.Kind.REMOVED
                                || step.kind() == StepChange.Kind.ADDED
                                || !said(step).isEmpty())
                        .map(step -> entry(step, language))
                        .toList());
    }

    private static Entry entry(StepChange step, String language) {
        boolean added = step.kind() == StepChange.Kind.ADDED;
        String text = step.kind() == StepChange.Kind.REMOVED
                ? REMOVED.in(language)
                : (added ? ADDED : CHANGED).in(language) + ":\n" + said(step);
        return new Entry(step.id(), step.title(), added, text);
    }

    /** A line for each field; comments are the other's own. */
    private static String said(StepChange step) {
        return step.fields().stream()
                .filter(field -> !field.field().equals("comments"))
                .map(field -> field.label() + ": " + now(field))
                .collect(Collectors.joining("\n"));
    }

    private static String now(FieldChange field) {
        String now = field.runs().stream()
                .filter(run -> run.kind() != Run.Kind.REMOVED)
                .map(Run::text)
                .collect(Collectors.joining())
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .strip();
        int points = now.codePointCount(0, now.length());
        if (now.isEmpty()) {
            return "–";
        }
        return points <= LONGEST ? now : now.substring(0, now.offsetByCodePoints(0, LONGEST)) + " …";
    }

    /** As it is in the file. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("feedback", id.toString());
        tree.put("from", from);
        tree.put("at", at.toString());
        tree.put(
                "steps",
                steps.stream()
                        .map(entry -> Map.of(
                                "step",
                                entry.step(),
                                "title",
                                entry.title(),
                                "added",
                                entry.added(),
                                "text",
                                entry.text()))
                        .toList());
        return tree;
    }

    /** To read and to send. */
    public String markdown(String language) {
        var text = new StringBuilder("# " + Report.escaped(HEADING.in(language) + ": " + from) + "\n");
        for (Entry entry : steps) {
            text.append("\n## ").append(Report.escaped(entry.title())).append("\n\n");
            entry.text().lines().forEach(line -> text.append("- ")
                    .append(Report.escaped(line))
                    .append('\n'));
        }
        return text.toString();
    }

    /** What reading it in makes of a plan. */
    public record Read(Plan plan, int comments, int ideas) {}

    /** Puts a comment to each step, and new steps as ideas behind the others; what was read in before changes nothing. */
    public Read into(Plan plan) {
        Map<String, Step> known = plan.byId();
        int before = known.size();
        int comments = 0;
        String last = plan.lastRank();
        for (Entry entry : steps) {
            Step step = known.get(entry.step());
            if (step == null && entry.added()) {
                last = Ranks.near(last, null);
                step = idea(entry, last);
            }
            String comment = mark(entry);
            if (step != null && step.comments().stream().noneMatch(one -> comment.equals(one.id()))) {
                var all = new ArrayList<>(step.comments());
                all.add(new Comment(comment, null, from, entry.text(), at, false, Map.of()));
                known.put(entry.step(), step.withComments(all));
                comments++;
            }
        }
        int ideas = known.size() - before;
        return new Read(plan.with(List.copyOf(known.values())), comments - ideas, ideas);
    }

    private Step idea(Entry entry, String rank) {
        return Step.idea(entry.step(), rank, entry.title(), RichField.EMPTY, at, Map.of());
    }

    private String mark(Entry entry) {
        return UUID.nameUUIDFromBytes((id + "/" + entry.step()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
