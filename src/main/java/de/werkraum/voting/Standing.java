package de.werkraum.voting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An option with what it won and the place that gives it.
 *
 * @param <T> what options are compared by
 */
record Standing<T>(Option option, T won, Place place) {
    /** Places all candidates by a comparator under which the better comes first; they keep their order. */
    static <T> List<Standing<T>> all(Map<Option, T> candidates, Comparator<? super T> betterFirst) {
        List<Standing<T>> standings = new ArrayList<>();
        candidates.forEach((option, won) -> {
            int better = 0;
            int equal = 0;
            for (T other : candidates.values()) {
                int order = betterFirst.compare(other, won);
                better += order < 0 ? 1 : 0;
                equal += order == 0 ? 1 : 0;
            }
            standings.add(new Standing<>(option, won, new Place(better + 1, equal)));
        });
        return standings;
    }
}
