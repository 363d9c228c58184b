package de.werkraum.programme;

import de.werkraum.plan.Bilingual;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is not sure about a file.
 *
 * @param row as its program counts, 0 where there are no rows
 * @param session its title
 * @param text what was written
 */
public record Doubt(int row, String session, String text, Bilingual sentence) {
    /** As a JSON tree. */
    public Map<String, Object> toMap() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("row", row);
        tree.put("session", session);
        tree.put("text", text);
        tree.put("sentence", sentence.toMap());
        return tree;
    }
}
