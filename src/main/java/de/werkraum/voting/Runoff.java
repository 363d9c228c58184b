package de.werkraum.voting;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A choice that a count leaves open.
 *
 * @param options the ids of the tied options, at least two, in the poll's order
 * @param places how many of them can still be selected: fewer than there are, at least one
 */
public record Runoff(List<String> options, int places) {
    public Runoff {
        options = List.copyOf(options);
    }

    /**
     * Between the options on the edge of {@code top}, for the places that are left; where nothing is selected, between those
     * that share the first rank, for one. Null if the poll is not valid, nothing is tied, or nobody chose what is.
     */
    static @Nullable Runoff of(BallotBox box, Outcome outcome) {
        if (!box.valid()) {
            return null;
        }
        boolean selects = outcome.options().values().stream().anyMatch(option -> option.selected() != null);
        List<String> tied = selects
                ? matching(outcome, option -> option.selected() == Selection.TIE)
                : matching(outcome, option -> option.worthy() && first(option.place()));
        if (tied.isEmpty()) {
            return null;
        }
        int selected =
                matching(outcome, option -> option.selected() == Selection.YES).size();
        return new Runoff(tied, box.top() == null ? 1 : box.top() - selected);
    }

    private static boolean first(@Nullable Place place) {
        return place != null && place.rank() == 1 && place.tie();
    }

    private static List<String> matching(Outcome outcome, Predicate<OptionTally> wanted) {
        return outcome.options().entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@code {options, places}} */
    public Map<String, Object> toTree() {
        return Map.of("options", options, "places", places);
    }
}
