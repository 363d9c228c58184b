package de.werkraum.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text as the terms in it, with what each of them counts; of length 1, so that likeness is a sum of products.
 *
 * @param terms their numbers, ascending
 * @param weights of each
 */
record Vector(int[] terms, double[] weights) {
    /**
     * Weighs the terms of texts: what occurs in few of them counts more.
     *
     * @param counts of each text, how often a term is in it
     */
    static List<Vector> of(List<Map<String, Double>> counts) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<Integer, Integer> spread = new HashMap<>();
        for (Map<String, Double> count : counts) {
            for (String term : count.keySet()) {
                spread.merge(numbers.computeIfAbsent(term, fresh -> numbers.size()), 1, Integer::sum);
            }
        }
        List<Vector> vectors = new ArrayList<>();
        for (Map<String, Double> count : counts) {
            TreeMap<Integer, Double> weights = new TreeMap<>();
            count.forEach((term, often) -> {
                int number = numbers.get(term);
                weights.put(number, Math.sqrt(often) * Math.log(1 + (double) counts.size() / spread.get(number)));
            });
            vectors.add(of(weights));
        }
        return vectors;
    }

    private static Vector of(TreeMap<Integer, Double> weights) {
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        return new Vector(
                weights.keySet().stream().mapToInt(Integer::intValue).toArray(),
                weights.values().stream().mapToDouble(weight -> weight / length).toArray());
    }

    /** From 0, nothing in common, to 1. */
    double likeness(Vector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < terms.length && j < other.terms.length) {
            int order = Integer.compare(terms[i], other.terms[j]);
            if (order == 0) {
                sum += weights[i++] * other.weights[j++];
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
