package de.werkraum.handover;

import java.util.List;

/**
 * What a hand-over has done, in tasks.
 *
 * @param removed whose steps have no date any more, or are no longer there
 */
public record Outcome(int made, int changed, int unchanged, int removed, List<Failed> failed) {
    /** A task that could not be handed over, and why. */
    public record Failed(String title, String de, String en) {}
}
