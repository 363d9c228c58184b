package de.werkraum.plan;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YArray;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.plan.Template.TemplateStep;
import de.werkraum.rich.RichField;
import de.werkraum.rich.RichText;
import de.werkraum.rich.TextMerge;
import de.werkraum.rich.Trees;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes plans into a room's document as edits. Only what differs is written, texts character by character, so that what
 * others write at the same time stays. All calls are for the document's thread and answer the update v1 that holds exactly
 * the change, empty if there was none.
 */
public final class PlanWriter {
    private PlanWriter() {}

    /**
     * Fills a new document.
     *
     * @param title the room's; the plan's title starts with it
     * @param template steps and goal to start from; null for an empty plan
     * @param language of the template's texts: {@code de} or {@code en}
     * @param ids makes an id for each step
     * @param now when the steps are created; kept to the second
     */
    public static byte[] create(
            Doc doc, String title, @Nullable Template template, String language, Supplier<String> ids, Instant now) {
        return doc.transact(() -> {
            TextMerge.plain(doc.getText("title"), title);
            if (template != null) {
                TextMerge.plain(doc.getText("goal"), template.goal().in(language));
                doc.getMap("meta").set("origin", template.id());
                List<String> ranks = Ranks.evenly(template.steps().size());
                for (int i = 0; i < ranks.size(); i++) {
                    add(doc, step(template.steps().get(i), ids.get(), ranks.get(i), language, now));
                }
            }
        });
    }

    /**
     * Makes the document say the given plan. Steps that it does not mention become dropped; they and their texts stay.
     * Values in the document that count as absent, and other root types, are not touched.
     */
    public static byte[] put(Doc doc, Plan plan) {
        return doc.transact(() -> put(doc, plan, false));
    }

    /** As {@link #put}, but steps that the plan does not mention go: for going back to an earlier state that is kept. */
    public static byte[] restore(Doc doc, Plan plan) {
        return doc.transact(() -> put(doc, plan, true));
    }

    /** Takes steps out as pages do: they and their texts stay in the document for a while, and can be taken back. */
    public static byte[] takeOut(Doc doc, Collection<String> ids, Instant now) {
        return doc.transact(() -> ids.forEach(id -> {
            if (doc.getMap("steps").get(id) instanceof YType type) {
                View.map(type).set("removed", now.toString());
            }
        }));
    }

    /** Changes steps that were taken out; they stay so. */
    public static byte[] changeTakenOut(Doc doc, UnaryOperator<Step> change) {
        return doc.transact(() -> PlanReader.takenOut(doc).forEach(step -> {
            Step wanted = change.apply(step);
            if (!wanted.equals(step) && doc.getMap("steps").get(step.id()) instanceof YType type) {
                StepWriter.put(View.map(type), step, wanted);
            }
        }));
    }

    /** Writes what the plenary said of a step, if it is there; on top of what stands there. */
    public static byte[] judge(Doc doc, String id, UnaryOperator<List<Verdict>> change) {
        return doc.transact(() -> {
            if (doc.getMap("steps").get(id) instanceof YType type && PlanReader.isMap(type)) {
                List<Verdict> present = Verdict.list(Trees.tree(View.map(type).get(Verdict.KEY)));
                List<Verdict> wanted = change.apply(present);
                if (!wanted.equals(present)) {
                    View.map(type)
                            .set(Verdict.KEY, wanted.stream().map(Verdict::tree).toList());
                }
            }
        });
    }

    /** Whether some step holds as a string what is to be a shared text now. */
    public static boolean hasOldTexts(Doc doc) {
        return doc.getMap("steps").toMap().values().stream()
                .anyMatch(value -> value instanceof YType type
                        && StepWriter.TEXTS.stream()
                                .anyMatch(key -> View.map(type).get(key) instanceof String));
    }

    /** Turns strings of older plans into shared texts, in which several people can write at once. */
    public static byte[] renewTexts(Doc doc) {
        return doc.transact(() -> doc.getMap("steps").toMap().values().forEach(value -> {
            if (value instanceof YType type) {
                StepWriter.renewTexts(View.map(type));
            }
        }));
    }

    private static void put(Doc doc, Plan plan, boolean exact) {
        Plan current = PlanReader.read(doc);
        TextMerge.plain(doc.getText("title"), plan.title());
        TextMerge.plain(doc.getText("goal"), plan.goal());
        if (!current.minutes().equals(plan.minutes())) {
            plan.minutes().write(doc.getXmlFragment("minutes"));
        }
        Fields.put(doc.getMap("meta"), current.meta(), plan.meta());
        steps(doc, current.steps(), plan.steps(), exact);
    }

    private static void steps(Doc doc, List<Step> current, List<Step> wanted, boolean exact) {
        YMap steps = doc.getMap("steps");
        Map<String, Step> rest = current.stream().collect(Collectors.toMap(Step::id, step -> step));
        for (Step step : wanted) {
            Step present = rest.remove(step.id());
            if (present == null && steps.get(step.id()) instanceof YType type && PlanReader.isRemoved(type)) {
                View.map(type).remove("removed");
                present = PlanReader.step(step.id(), View.map(type));
            }
            if (present == null) {
                add(doc, step);
            } else if (!present.equals(step) && steps.get(step.id()) instanceof YType type) {
                StepWriter.put(View.map(type), present, step);
            }
        }
        for (Step step : rest.values()) {
            if (exact) {
                steps.remove(step.id());
            } else if (step.status() != Status.DROPPED && steps.get(step.id()) instanceof YType type) {
                View.map(type).set("status", Status.DROPPED.code());
            }
        }
    }

    /**
     * Something that was contributed beside the plan.
     *
     * @param step id of the step that it becomes
     * @param others what else was said of it, a paragraph each
     * @param supporters how many are for it; kept in the step under that name
     */
    public record Contribution(String step, String title, List<String> others, int supporters) {}

    /** Adds a step behind all others, unless it is there. */
    public static byte[] contribute(Doc doc, Contribution given, Instant now) {
        return doc.transact(() -> {
            if (doc.getMap("steps").get(given.step()) == null) {
                add(doc, step(given, Ranks.near(PlanReader.read(doc).lastRank(), null), now));
            }
        });
    }

    private static Step step(Contribution given, String rank, Instant now) {
        return Step.idea(
                given.step(),
                rank,
                given.title(),
                given.others().isEmpty()
                        ? RichField.EMPTY
                        : RichField.of(RichText.plain(String.join("\n\n", given.others()))),
                now.truncatedTo(ChronoUnit.SECONDS),
                Map.of("supporters", given.supporters()));
    }

    private static void add(Doc doc, Step step) {
        var map = new YMap();
        doc.getMap("steps").set(step.id(), map);
        map.set("id", step.id());
        map.set("rank", step.rank());
        map.set("title", new YText());
        map.set("details", new YXmlFragment());
        map.set("comments", new YArray());
        StepWriter.put(map, PlanReader.step(step.id(), map), step);
    }

    private static Step step(TemplateStep step, String id, String rank, String language, Instant now) {
        return new Step(
                id,
                rank,
                step.title().in(language),
                step.details() == null
                        ? RichField.EMPTY
                        : RichField.of(RichText.plain(step.details().in(language))),
                in(step.result(), language),
                in(step.responsible(), language),
                null,
                null,
                null,
                null,
                Status.PROPOSED,
                step.effort(),
                null,
                now.truncatedTo(ChronoUnit.SECONDS),
                List.of(),
                Map.of());
    }

    private static @Nullable String in(@Nullable Bilingual text, String language) {
        return text == null ? null : text.in(language);
    }
}
