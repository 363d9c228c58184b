package de.werkraum.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<String, Term> known = new HashMap<>();
        for (Map<String, Double> count : counts) {
            count.keySet().forEach(word -> known.merge(word, new Term(known.size(), 1), (old, fresh) -> old.oneMore()));
        }
        List<Vector> vectors = new ArrayList<>();
        for (Map<String, Double> count : counts) {
            TreeMap<Integer, Double> weights = new TreeMap<>();
            count.forEach((word, often) -> {
                Term term = Objects.requireNonNull(known.get(word));
                weights.put(term.number(), Math.sqrt(often) * Math.log(1 + (double) counts.size() / term.texts()));
            });
            vectors.add(of(weights));
        }
        return vectors;
    }

    /** @param texts how many have it */
    private record Term(int number, int texts) {
        Term oneMore() {
            return new Term(number, texts + 1);
        }
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
