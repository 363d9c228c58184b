package de.werkraum.bench.fanout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of one load, each told as it ends, and the most of what goals are about at the end. */
final class Parts {
    private static final List<String> GOALS =
            List.of(Figures.SHARE, Cost.BOTH, Figures.P99, Requests.P99, CongressLoad.BALLOTS_P99, Figures.LOST);

    private final Map<String, Double> most = new LinkedHashMap<>();

    void end(String name, Figures figures) {
        Figures.print(name, figures);
        for (String goal : GOALS) {
            if (figures.values().containsKey(goal)) {
                most.merge(goal, figures.get(goal), Math::max);
            }
        }
    }

    /** The most of any part. */
    void summary() {
        Figures.print("most of any part", new Figures(most));
    }
}
