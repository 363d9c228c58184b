package de.werkraum.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Alike steps are found, on a set of steps with labelled groups of which half was put aside while thresholds were chosen. */
class AlikeTest {
    /** How good a grouping is, by pairs. */
    record Score(double precision, double recall) {
        static Score of(Set<Set<String>> found, Set<Set<String>> wanted) {
            double right = found.stream().filter(wanted::contains).count();
            return new Score(right / found.size(), right / wanted.size());
        }
    }

    private record Labelled(List<Alike.Text> texts, Map<String, String> group) {
        /** Of that part, or of all where it is empty. */
        static Labelled read(String part) throws IOException {
            List<Alike.Text> texts = new ArrayList<>();
            Map<String, String> group = new HashMap<>();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    AlikeTest.class.getResourceAsStream("/alike/steps.tsv"), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] cells = line.split("\t", -1);
                    if (!line.startsWith("#") && cells[0].startsWith(part)) {
                        String id = String.valueOf(texts.size());
                        texts.add(new Alike.Text(id, cells[2], cells[3]));
                        if (!cells[1].equals("-")) {
                            group.put(id, cells[1]);
                        }
                    }
                }
            }
            return new Labelled(texts, group);
        }

        Set<Set<String>> pairs() {
            Set<Set<String>> pairs = new HashSet<>();
            group.forEach((one, label) -> group.forEach((other, its) -> {
                if (!one.equals(other) && label.equals(its)) {
                    pairs.add(Set.of(one, other));
                }
            }));
            return pairs;
        }

        Set<Set<String>> found() {
            Set<Set<String>> pairs = new HashSet<>();
            for (Alike.Group one : new Alike().groups(texts)) {
                for (Alike.Text a : one.texts()) {
                    for (Alike.Text b : one.texts()) {
                        if (!a.id().equals(b.id())) {
                            pairs.add(Set.of(a.id(), b.id()));
                        }
                    }
                }
            }
            return pairs;
        }

        Score score() {
            return Score.of(found(), pairs());
        }
    }

    @Test
    @DisplayName("Q-6")
    void eightOfTenPairsAreFoundAndEightOfTenFoundAreRight() throws IOException {
        for (String part : List.of("tune", "held", "")) {
            Labelled set = Labelled.read(part);
            Score score = set.score();
            System.out.printf(
                    "alike, %s: %d steps, %d pairs, precision %.2f, recall %.2f%n",
                    part.isEmpty() ? "all" : part,
                    set.texts().size(),
                    set.pairs().size(),
                    score.precision(),
                    score.recall());
            assertTrue(score.precision() >= 0.8, part + " precision " + score.precision());
            assertTrue(score.recall() >= 0.8, part + " recall " + score.recall());
        }
    }

    @Test
    @DisplayName("Q-6")
    void aCongressIsComparedWithinASecond() throws IOException {
        List<Alike.Text> all = Labelled.read("").texts();
        List<Alike.Text> congress = new ArrayList<>();
        for (int i = 0; i < 24 * 12; i++) {
            Alike.Text one = all.get(i % all.size());
            Alike.Text other = all.get((i * 7 + 3) % all.size());
            congress.add(new Alike.Text(String.valueOf(i), one.title(), one.details() + ". " + other.title()));
        }
        Alike alike = new Alike();
        alike.groups(congress);
        long begun = System.nanoTime();
        alike.groups(congress);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf("alike: %d steps compared in %d ms%n", congress.size(), millis);
        assertTrue(millis <= 1_000, millis + " ms");
    }

    @Test
    void aChainOfNeighboursIsNoGroup() {
        double[][] likeness = {{1, 0.6, 0}, {0.6, 1, 0.5}, {0, 0.5, 1}};
        assertEquals(List.of(List.of(0, 1)), Clusters.of(likeness, 0.3));
        assertEquals(List.of(), Clusters.of(likeness, 0.7));
        assertEquals(1, Clusters.of(likeness, 0.2).size(), "0.25 on the average");
    }

    @Test
    void whatHasNoWordsIsLikeNothing() {
        List<Alike.Text> texts = List.of(
                new Alike.Text("a", "", ""), new Alike.Text("b", "und die", "…"), new Alike.Text("c", "E-Akte", ""));
        assertEquals(List.of(), new Alike().groups(texts));
    }
}
