package de.werkraum.voting;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The count with one vote for each organisation.
 *
 * @param authorities organisations with at least one ballot
 * @param eligible organisations with at least one eligible member
 * @param outcome the same method over the organisations' votes
 */
public record AuthorityTally(int authorities, int eligible, Outcome outcome) {
    /** {@code {authorities, eligible, options}} */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("authorities", authorities);
        tree.put("eligible", eligible);
        tree.put("options", Tally.tree(outcome));
        return tree;
    }
}
