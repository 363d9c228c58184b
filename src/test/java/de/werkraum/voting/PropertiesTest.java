package de.werkraum.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every poll, on polls drawn from a seed; {@code -Dwerkraum.seed=…} draws the same ones again. */
class PropertiesTest {
    private static final int POLLS = Integer.getInteger("werkraum.polls", 300);
    private static final long SEED = Long.getLong("werkraum.seed", new Random().nextLong());

    @BeforeAll
    static void saySeed() {
        System.out.println("voting properties: werkraum.seed=" + SEED);
    }

    static Stream<String> methods() {
        return Method.names().stream();
    }

    private static void each(String method, Consumer<RandomPoll> property) {
        Random seeds = new Random(SEED);
        for (int i = 0; i < POLLS; i++) {
            property.accept(new RandomPoll(method, seeds.nextLong()));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    @Tag("V-7")
    void theOrderOfBallotsDoesNotMatter(String method) {
        each(method, poll -> {
            List<Cast> shuffled = new ArrayList<>(poll.casts);
            Collections.shuffle(shuffled, poll.random);
            assertEquals(
                    poll.count(),
                    Counting.close(poll.settings, poll.options, poll.electorate, shuffled),
                    poll::toString);
        });
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aRepeatedBallotChangesNothingAndTheLastCounts(String method) {
        each(method, poll -> {
            List<Cast> twice = new ArrayList<>();
            for (Cast cast : poll.casts) {
                Ballot first = Polls.ballot(poll.settings.method(), poll.options, poll.drawChoices());
                twice.add(new Cast(cast.member(), first));
            }
            twice.add(new Cast("stranger", Polls.ballot(poll.settings.method(), poll.options, poll.drawChoices())));
            twice.addAll(poll.casts);
            twice.addAll(poll.casts);
            assertEquals(
                    poll.count(), Counting.close(poll.settings, poll.options, poll.electorate, twice), poll::toString);
        });
    }

    @ParameterizedTest
    @MethodSource("methods")
    void storedAndReadAgainItCountsTheSame(String method) {
        each(method, poll -> {
            Settings settings = Polls.settings(method, Json.text(poll.settings.toTree()), poll.options);
            List<Cast> casts = poll.casts.stream()
                    .map(cast -> new Cast(
                            cast.member(),
                            Polls.ballot(
                                    settings.method(),
                                    poll.options,
                                    Json.value(Json.text(cast.ballot().toTree())))))
                    .toList();
            assertEquals(poll.settings, settings);
            assertEquals(poll.casts, casts);
            assertEquals(
                    Json.text(poll.count().toTree()),
                    Json.text(Counting.close(settings, poll.options, poll.electorate, casts)
                            .toTree()));
        });
    }

    @ParameterizedTest
    @MethodSource("methods")
    @Tag("V-7")
    void aSlowRecountFindsTheSame(String method) {
        each(method, poll -> {
            Tally tally = poll.count();
            List<Object> trees = new ArrayList<>();
            poll.casts.forEach(cast -> trees.add(cast.ballot().toTree()));
            Map<String, String> expected = new Recount(
                            method,
                            poll.settings.toTree(),
                            poll.options,
                            tally.eligible(),
                            tally.present(),
                            tally.valid(),
                            trees)
                    .count();
            Map<String, String> found = new TreeMap<>();
            expected.keySet().forEach(path -> found.put(path, String.valueOf(Rows.at(tally.toTree(), path))));
            assertEquals(expected, found, poll::toString);
        });
    }

    @ParameterizedTest
    @MethodSource("methods")
    void sumsMatch(String method) {
        each(method, poll -> {
            Tally tally = poll.count();
            assertEquals(poll.casts.size(), tally.cast());
            assertTrue(tally.cast() <= tally.present() && tally.present() <= tally.eligible());
            long sum = 0;
            for (Option option : poll.options) {
                Map<String, Object> figures = Polls.of(tally, option.id()).figures();
                switch (method) {
                    case "dots" -> sum += (Long) figures.getOrDefault("dots", 0L);
                    case "single" -> sum += (Long) figures.getOrDefault("votes", 0L);
                    case "ranking" -> sum += twice(String.valueOf(figures.get("borda")));
                    default -> sum += 0;
                }
            }
            int n = poll.options.size();
            long given = poll.casts.stream()
                    .map(cast -> cast.ballot().toTree())
                    .filter(tree -> !tree.equals("abstain") && !tree.equals(List.of()))
                    .count();
            long expected =
                    switch (method) {
                        case "dots" ->
                            poll.casts.stream()
                                    .flatMap(cast -> ((Map<?, ?>) cast.ballot().toTree()).values().stream())
                                    .mapToLong(dots -> (Integer) dots)
                                    .sum();
                        case "single" -> given;
                        case "ranking" -> given * n * (n - 1);
                        default -> 0;
                    };
            assertEquals(expected, sum, poll::toString);
        });
    }

    private static long twice(String borda) {
        return borda.endsWith("/2")
                ? Long.parseLong(borda.substring(0, borda.length() - 2))
                : 2 * Long.parseLong(borda);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void neverMoreAreSelectedThanAskedFor(String method) {
        each(method, poll -> {
            Integer top = poll.settings.top();
            if (top != null) {
                List<@Nullable Selection> selected = new ArrayList<>();
                poll.count().outcome().options().values().forEach(option -> selected.add(option.selected()));
                int yes = Collections.frequency(selected, Selection.YES);
                int tie = Collections.frequency(selected, Selection.TIE);
                assertTrue(yes <= top, poll::toString);
                assertTrue(tie == 0 || (yes < top && yes + tie > top), poll::toString);
            }
        });
    }

    /** Whoever raises an option on a ballot never harms it. */
    @ParameterizedTest
    @MethodSource("methods")
    void raisingAnOptionNeverLowersIt(String method) {
        each(method, poll -> {
            for (int i = 0; i < poll.casts.size(); i++) {
                String option = poll.options
                        .get(poll.random.nextInt(poll.options.size()))
                        .id();
                Cast cast = poll.casts.get(i);
                Object raised = Raised.by(method, cast.ballot().toTree(), option);
                boolean ranked = !method.equals("score") || "1-5".equals(poll.tree.get("scale"));
                if (raised != null && ranked) {
                    List<Cast> casts = new ArrayList<>(poll.casts);
                    casts.set(i, new Cast(cast.member(), Polls.ballot(poll.settings.method(), poll.options, raised)));
                    long before = Raised.standing(poll.count(), option);
                    long after = Raised.standing(
                            Counting.close(poll.settings, poll.options, poll.electorate, casts), option);
                    assertTrue(after >= before, () -> option + " fell by " + raised + " in " + poll);
                }
            }
        });
    }

    /** A copy with one more entry. */
    static Map<String, Object> copy(Object tree) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) tree).forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
