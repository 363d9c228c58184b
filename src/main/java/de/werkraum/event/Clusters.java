package de.werkraum.event;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups what is alike on the average of all pairs: two groups become one while the mean likeness between their members is enough, the most alike
 * first. So a chain of neighbours, of which the first and the last have nothing in common, is no group.
 */
final class Clusters {
    private final double[][] between;
    private final List<List<Integer>> members = new ArrayList<>();

    private Clusters(double[][] likeness) {
        between = new double[likeness.length][];
        for (int i = 0; i < likeness.length; i++) {
            between[i] = likeness[i].clone();
            members.add(new ArrayList<>(List.of(i)));
        }
    }

    /** The groups of two and more. */
    static List<List<Integer>> of(double[][] likeness, double enough) {
        Clusters clusters = new Clusters(likeness);
        while (clusters.join(enough)) {
            // one pair of groups at a time
        }
        return clusters.members.stream().filter(group -> group.size() > 1).toList();
    }

    private boolean join(double enough) {
        int first = -1;
        int second = -1;
        double most = enough;
        for (int i = 0; i < between.length; i++) {
            if (members.get(i).isEmpty()) {
                continue;
            }
            for (int j = 0; j < i; j++) {
                if (between[i][j] >= most && !members.get(j).isEmpty()) {
                    most = between[i][j];
                    first = j;
                    second = i;
                }
            }
        }
        if (first < 0) {
            return false;
        }
        merge(first, second);
        return true;
    }

    /** The mean to any other group is that of both, by their sizes. */
    private void merge(int into, int gone) {
        double a = members.get(into).size();
        double b = members.get(gone).size();
        for (int k = 0; k < between.length; k++) {
            double mean = (a * between[into][k] + b * between[gone][k]) / (a + b);
            between[into][k] = mean;
            between[k][into] = mean;
        }
        members.get(into).addAll(members.get(gone));
        members.get(gone).clear();
    }
}
