package de.werkraum.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds texts that mean the same, by the stems of their words and by threes of letters: stems know that "Anträge" is "Antrag", threes that
 * there is one in "Bauantrag". Proposes only; what is merged is for people to say.
 */
final class Alike {
    /** Of the likeness of two texts, what stems say; threes say the rest. */
    private static final double STEMS = 0.5;

    /** What a word of a text's details counts beside one of its title. */
    private static final double DETAIL = 0.3;

    /** Characters of details that are looked at: what a step is about is said in its first sentences. */
    private static final int DETAIL_CHARS = 600;

    /** From this likeness on two texts are one group; chosen on the part of the labelled set that is for choosing. */
    private static final double ENOUGH = 0.25;

    private final Terms terms = new Terms();

    /** A text to be compared. */
    record Text(String id, String title, String details) {}

    /**
     * Texts that are alike.
     *
     * @param likeness the mean of that of all pairs, from 0 to 1
     */
    record Group(List<Text> texts, double likeness) {
        Group {
            texts = List.copyOf(texts);
        }
    }

    /** Groups of two and more, the most alike first. */
    List<Group> groups(List<Text> texts) {
        double[][] likeness = likeness(texts);
        List<Group> groups = new ArrayList<>();
        for (List<Integer> members : Clusters.of(likeness, ENOUGH)) {
            double sum = 0;
            int pairs = 0;
            for (int i = 0; i < members.size(); i++) {
                for (int j = 0; j < i; j++) {
                    sum += likeness[members.get(i)][members.get(j)];
                    pairs++;
                }
            }
            groups.add(new Group(members.stream().map(texts::get).toList(), sum / pairs));
        }
        groups.sort(Comparator.comparingDouble(Group::likeness).reversed());
        return groups;
    }

    private double[][] likeness(List<Text> texts) {
        List<Vector> stems = vectors(texts, terms::stems);
        List<Vector> grams = vectors(texts, terms::grams);
        double[][] likeness = new double[texts.size()][texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                double both = STEMS * stems.get(i).likeness(stems.get(j))
                        + (1 - STEMS) * grams.get(i).likeness(grams.get(j));
                likeness[i][j] = both;
                likeness[j][i] = both;
            }
        }
        return likeness;
    }

    private static List<Vector> vectors(List<Text> texts, Function<String, List<String>> take) {
        List<Map<String, Double>> counts = new ArrayList<>();
        for (Text text : texts) {
            Map<String, Double> count = new HashMap<>();
            take.apply(text.title()).forEach(term -> count.merge(term, 1.0, Double::sum));
            String details = text.details();
            take.apply(details.substring(0, Math.min(details.length(), DETAIL_CHARS)))
                    .forEach(term -> count.merge(term, DETAIL, Double::sum));
            counts.add(count);
        }
        return Vector.of(counts);
    }
}
