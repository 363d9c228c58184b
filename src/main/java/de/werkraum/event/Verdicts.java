package de.werkraum.event;

import de.werkraum.plan.Bilingual;
import de.werkraum.plan.Source;
import de.werkraum.plan.Step;
import de.werkraum.plan.Verdict;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a poll of the plenary means for the steps of the rooms. */
final class Verdicts {
    private final Map<String, Map<String, Change>> rooms = new HashMap<>();

    /**
     * What becomes of a step's verdicts: that of this poll takes the place of an earlier one of it.
     *
     * @param verdict null where the poll says nothing, or no longer
     */
    record Change(String poll, @Nullable Verdict verdict) {
        List<Verdict> on(List<Verdict> present) {
            List<Verdict> all = new ArrayList<>(present);
            all.removeIf(one -> one.poll().equals(poll));
            if (verdict != null) {
                all.add(verdict);
            }
            return all;
        }
    }

    private Verdicts() {}

    /**
     * @param poll closed or cancelled, as everybody may see it
     * @param steps of the plenary
     */
    static Verdicts of(JsonObject poll, List<Step> steps) {
        Verdicts verdicts = new Verdicts();
        Map<String, Step> byId = new HashMap<>();
        steps.forEach(step -> byId.put(step.id(), step));
        Ballots.options(poll).forEach(option -> {
            Step step = byId.get(option.getString("step", ""));
            if (step != null) {
                verdicts.add(step.sources(), new Change(poll.getString("id"), verdict(poll, option)));
            }
        });
        return verdicts;
    }

    private void add(List<Source> sources, Change change) {
        sources.forEach(source ->
                rooms.computeIfAbsent(source.room(), none -> new HashMap<>()).put(source.step(), change));
    }

    /** By the ids of a room's steps. */
    Map<String, Change> room(String id) {
        return rooms.getOrDefault(id, Map.of());
    }

    private static @Nullable Verdict verdict(JsonObject poll, JsonObject option) {
        JsonObject tally = poll.getJsonObject("tally");
        if (!"closed".equals(poll.getString("state")) || tally == null) {
            return null;
        }
        Bilingual said = tally.getBoolean("valid", false) ? said(tally, poll, option) : words(tally);
        JsonObject byAuthority = tally.getJsonObject("byAuthority");
        return said == null
                ? null
                : new Verdict(
                        poll.getString("id"),
                        poll.getString("question"),
                        said,
                        byAuthority == null ? null : said(byAuthority, poll, option),
                        Instant.parse(poll.getString("closedAt")));
    }

    /** The place among all options where there is one, else what the poll says of it. */
    private static @Nullable Bilingual said(JsonObject tally, JsonObject poll, JsonObject option) {
        JsonObject figures = tally.getJsonObject("options", new JsonObject()).getJsonObject(option.getString("id"));
        if (figures == null) {
            return null;
        }
        Integer rank = figures.getInteger("rank");
        return rank == null
                ? words(figures)
                : place(
                        rank,
                        Ballots.options(poll)
                                .filter(one -> !one.getBoolean("passive", false))
                                .count(),
                        figures.getBoolean("tie", false));
    }

    private static Bilingual place(int rank, long of, boolean tie) {
        return new Bilingual(
                "Platz " + rank + " von " + of + (tie ? " (geteilt)" : ""),
                "place " + rank + " of " + of + (tie ? " (shared)" : ""));
    }

    private static @Nullable Bilingual words(JsonObject figures) {
        JsonObject sentence = figures.getJsonObject("sentence");
        return sentence == null ? null : new Bilingual(sentence.getString("de"), sentence.getString("en"));
    }
}
