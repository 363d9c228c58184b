package de.werkraum.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Terms of a text with what each of them counts; of length 1, so that likeness is a sum of products. */
record Vector(Map<String, Double> weights) {
    /**
     * Weighs terms: what occurs in few of all texts counts more.
     *
     * @param counts how often each term is in this text
     * @param texts how many texts there are
     * @param spread in how many of them each term is
     */
    static Vector of(Map<String, Double> counts, int texts, Map<String, Integer> spread) {
        Map<String, Double> weights = new HashMap<>();
        double squares = 0;
        for (Map.Entry<String, Double> count : counts.entrySet()) {
            double rare = Math.log(1 + (double) texts / spread.getOrDefault(count.getKey(), 1));
            double weight = Math.sqrt(count.getValue()) * rare;
            weights.put(count.getKey(), weight);
            squares += weight * weight;
        }
        double length = Math.sqrt(squares);
        weights.replaceAll((term, weight) -> weight / length);
        return new Vector(weights);
    }

    /** How often each term occurs, each occurrence counting so much, on top of what was counted before. */
    static void count(Map<String, Double> counts, List<String> terms, double each) {
        terms.forEach(term -> counts.merge(term, each, Double::sum));
    }

    /** From 0, nothing in common, to 1. */
    double likeness(Vector other) {
        if (weights.size() > other.weights.size()) {
            return other.likeness(this);
        }
        double sum = 0;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
            Double there = other.weights.get(weight.getKey());
            if (there != null) {
                sum += weight.getValue() * there;
            }
        }
        return sum;
    }
}
