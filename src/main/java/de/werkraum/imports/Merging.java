package de.werkraum.imports;

import de.werkraum.plan.Plan;
import de.werkraum.plan.Ranks;
import de.werkraum.plan.Status;
import de.werkraum.plan.Step;
import de.werkraum.rich.RichField;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts proposed steps into a plan: behind those that are there, or over those with the same key, field by field where nobody has written since. */
final class Merging {
    private final Proposal proposal;
    private final Choice choice;
    private final UUID id;
    private final Instant now;
    private final Map<String, Step> steps;
    private final Set<String> used = new HashSet<>();
    private final List<Placed> placed = new ArrayList<>();

    /** The plan as it will be, and what became of each step. */
    record Result(Plan plan, List<Placed> placed) {}

    private Merging(Plan plan, Proposal proposal, Choice choice, UUID id, Instant now) {
        this.proposal = proposal;
        this.choice = choice;
        this.id = id;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        steps = plan.byId();
    }

    /**
     * @param id of the import: the same one twice gives the same steps, not more of them
     * @param now when new steps are created
     */
    static Result into(Plan plan, Proposal proposal, Choice choice, UUID id, Instant now) {
        return new Merging(plan, proposal, choice, id, now).merge(plan);
    }

    private Result merge(Plan plan) {
        List<Draft> drafts = proposal.drafts();
        String last = plan.lastRank();
        List<String> ranks = Ranks.between(last == null || last.isEmpty() ? null : last, null, drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            String own = stepId(draft);
            Step there = steps.containsKey(own) ? null : choice.update() ? find(draft) : null;
            if (steps.containsKey(own)) {
                placed.add(new Placed(draft, Placed.Kind.SAME, own, List.of(), List.of()));
            } else if (there != null) {
                update(draft, there);
            } else {
                add(draft, own, ranks.get(i));
            }
        }
        Proposal.PlanWords words = proposal.words();
        var whole = new Plan(
                plan.title().isBlank() ? words.title() : plan.title(),
                plan.goal().isBlank() ? words.goal() : plan.goal(),
                plan.minutes().text().isEmpty() ? RichField.parse(words.minutes(), null) : plan.minutes(),
                plan.meta(),
                List.copyOf(steps.values()));
        return new Result(PlanMark.marked(whole, plan, id), placed);
    }

    /** Made from the import and the row, so that an import that is sent again finds its steps. */
    private String stepId(Draft draft) {
        UUID hash =
                UUID.nameUUIDFromBytes((id + "/" + draft.sheet() + "/" + draft.row()).getBytes(StandardCharsets.UTF_8));
        long time = id.version() == 7 ? id.getMostSignificantBits() & 0xFFFF_FFFF_FFFF_0000L : 0L;
        long most = time | 0x7000L | (hash.getMostSignificantBits() & 0x0FFFL);
        return new UUID(most, hash.getLeastSignificantBits()).toString();
    }

    private void add(Draft draft, String own, String rank) {
        var texts = new EnumMap<Field, String>(Field.class);
        texts.putAll(draft.texts());
        texts.putIfAbsent(Field.STATUS, Status.PROPOSED.code());
        var unknown = new LinkedHashMap<>(draft.more());
        unknown.put(Mark.NAME, mark(draft).tree());
        steps.put(own, StepFields.step(own, rank, texts, unknown, now));
        placed.add(new Placed(draft, Placed.Kind.NEW, own, List.of(), List.of()));
    }

    private Mark mark(Draft draft) {
        return Mark.of(id.toString(), proposal.list(draft), draft);
    }

    /** By the id of a step, the key of an earlier import of the same list, or where there are no keys by the title. */
    private @Nullable Step find(Draft draft) {
        Step byId = steps.get(draft.key());
        if (byId != null && used.add(byId.id())) {
            return byId;
        }
        String list = Mark.sum(proposal.list(draft));
        String title = normal(draft.title());
        for (boolean byKey : new boolean[] {true, false}) {
            for (Step step : steps.values()) {
                String key = key(step, list);
                boolean keyed = !key.isEmpty() && !draft.key().isEmpty();
                boolean same = byKey
                        ? keyed && key.equals(draft.key())
                        : !keyed && normal(step.title()).equals(title);
                if (same && !used.contains(step.id())) {
                    used.add(step.id());
                    return step;
                }
            }
        }
        return null;
    }

    /** The key that a step has in a list, empty where it has none in that one. */
    private static String key(Step step, String list) {
        Mark mark = Mark.of(step.unknown());
        return mark != null && mark.list().equals(list) ? mark.key() : "";
    }

    private static String normal(String title) {
        return title.strip().replaceAll("\\s+", " ").toLowerCase(Locale.GERMAN);
    }

    private void update(Draft draft, Step there) {
        Map<Field, String> file = draft.texts();
        Map<Field, String> texts = StepFields.of(there);
        Mark before = Mark.of(there.unknown());
        var changed = new ArrayList<Field>();
        var kept = new ArrayList<Placed.Kept>();
        for (Field field : Field.values()) {
            String plan = texts.getOrDefault(field, "");
            String wanted = file.getOrDefault(field, "");
            if (plan.equals(wanted)
                    || (wanted.isEmpty() && (before == null || field == Field.STATUS || field == Field.TITLE))) {
                continue;
            }
            boolean untouched = before == null ? plan.isEmpty() : before.isUntouched(field, plan);
            boolean news = before == null || !before.isUntouched(field, wanted);
            if (untouched || choice.overwrite()) {
                texts.remove(field);
                if (!wanted.isEmpty()) {
                    texts.put(field, wanted);
                }
                changed.add(field);
            } else if (news) {
                kept.add(new Placed.Kept(field, plan, wanted));
            }
        }
        if (!changed.isEmpty()) {
            steps.put(there.id(), StepFields.with(there, texts, mark(draft)));
        }
        placed.add(new Placed(
                draft, changed.isEmpty() ? Placed.Kind.SAME : Placed.Kind.UPDATED, there.id(), changed, kept));
    }
}
