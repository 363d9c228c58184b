package de.werkraum.voting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many must take part for a poll to decide. Exactly one of share and count is set.
 *
 * @param of whether those present at the opening or the ballots cast by closing are asked for
 * @param share part of the electorate
 * @param count number of ballots; only of those cast
 */
public record Quorum(Of of, @Nullable Share share, @Nullable Integer count) {
    /** What is counted. */
    public enum Of {
        PRESENT,
        CAST
    }

    public Quorum {
        if ((share == null) == (count == null) || (count != null && of == Of.PRESENT)) {
            throw new IllegalArgumentException("a quorum has a share, or a count of ballots");
        }
    }

    /** How many are needed of {@code eligible}. */
    long needed(long eligible) {
        return share != null ? share.least(eligible) : count != null ? count : 0;
    }

    boolean met(long part, long eligible) {
        return part >= needed(eligible);
    }

    /** {@code {of, share}} or {@code {of, count}} */
    Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("of", of == Of.PRESENT ? "present" : "cast");
        if (share != null) {
            tree.put("share", share.toString());
        }
        if (count != null) {
            tree.put("count", count);
        }
        return tree;
    }
}
