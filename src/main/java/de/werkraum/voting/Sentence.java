package de.werkraum.voting;

import java.util.LinkedHashMap;
import java.util.Map;

/** One statement in plain words, German and English. */
public record Sentence(String de, String en) {
    /** {@code {de, en}} */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("de", de);
        tree.put("en", en);
        return tree;
    }

    Sentence then(Sentence more) {
        return new Sentence(de + more.de, en + more.en);
    }

    Sentence then(String german, String english) {
        return new Sentence(de + german, en + english);
    }
}
