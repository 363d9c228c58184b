package de.werkraum.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the plenary said of a step.
 *
 * @param poll id of the poll there
 * @param question of the poll
 * @param said the result in a few words
 * @param byAuthority the same counted by organisation; null where it was not, or is withheld
 * @param at when the poll was closed
 */
public record Verdict(String poll, String question, Bilingual said, @Nullable Bilingual byAuthority, Instant at) {
    /** The key of a step under which its verdicts stand. */
    static final String KEY = "plenary";

    /** Those under a step's key {@code plenary}, the last one last; entries that are none are skipped. */
    static List<Verdict> list(@Nullable Object value) {
        List<Verdict> verdicts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object entry : list) {
                Verdict verdict = of(entry);
                if (verdict != null) {
                    verdicts.add(verdict);
                }
            }
        }
        return verdicts;
    }

    private static @Nullable Verdict of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        String poll = Forms.text(map.get("poll"));
        String question = Forms.text(map.get("question"));
        Bilingual said = words(map.get("said"));
        Instant at = Forms.instant(map.get("at"));
        return poll == null || question == null || said == null || at == null
                ? null
                : new Verdict(poll, question, said, words(map.get("byAuthority")), at);
    }

    private static @Nullable Bilingual words(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        String de = Forms.text(map.get("de"));
        String en = Forms.text(map.get("en"));
        return de == null || en == null ? null : new Bilingual(de, en);
    }

    /** {@code {poll, question, said: {de, en}, byAuthority?, at}}. */
    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("poll", poll);
        tree.put("question", question);
        tree.put("said", said.toMap());
        if (byAuthority != null) {
            tree.put("byAuthority", byAuthority.toMap());
        }
        tree.put("at", at.toString());
        return tree;
    }
}
