package de.werkraum.voting;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Systemisches Konsensieren: everyone says how much resistance each option raises, 0 to 10; the least resistance is ahead.
 * The passive option "everything stays as it is" is the measure of the others.
 *
 * @param allowGaps whether options may be left out
 */
public record Resistance(boolean allowGaps) implements Method {
    static final Kind KIND = new Kind(
            "resistance",
            Kind.OptionRule.WITH_PASSIVE,
            true,
            false,
            (settings, options) -> new Resistance(settings.flag("allowGaps", false)));

    private static final int MOST = 10;
    /** From here on a rating is high resistance. */
    private static final int HIGH = 8;

    /** Resistance by option, 0 to 10. */
    record Ratings(Map<String, Integer> resistance) implements Ballot {
        @Override
        public Object toTree() {
            return resistance;
        }
    }

    /** What an option is ranked by: mean, then the share of high ratings, then the highest, all ascending. */
    private record Raised(Distribution ratings, Fraction mean, Fraction high, int highest) {
        static final Comparator<Raised> BETTER_FIRST =
                Comparator.comparing(Raised::mean).thenComparing(Raised::high).thenComparingInt(Raised::highest);

        static Raised of(Distribution ratings) {
            long count = ratings.count();
            return new Raised(
                    ratings,
                    Fraction.of(ratings.sum(), count),
                    Fraction.of(ratings.from(HIGH), count),
                    ratings.highest());
        }

        /** 100 − 10·mean, in percent. */
        Fraction acceptance() {
            return Fraction.of(10 * (MOST * ratings.count() - ratings.sum()), ratings.count());
        }
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("allowGaps", allowGaps);
    }

    @Override
    public Ballot ballot(@Nullable Object choices, List<Option> options) throws InvalidBallotException {
        Map<String, Integer> ratings =
                Choices.map(choices, options, (value, pointer) -> Choices.number(value, pointer, 0, MOST));
        for (Option option : options) {
            if (!allowGaps && !ratings.containsKey(option.id())) {
                throw Choices.missing(option, "every option must be rated from 0 to 10");
            }
        }
        return new Ratings(ratings);
    }

    @Override
    public Outcome count(BallotBox box) {
        List<Ratings> ballots = box.as(Ratings.class);
        Map<Option, Raised> rated = new LinkedHashMap<>();
        for (Option option : box.options()) {
            List<Integer> ratings = ballots.stream()
                    .map(ballot -> ballot.resistance().getOrDefault(option.id(), -1))
                    .filter(rating -> rating >= 0)
                    .toList();
            if (!ratings.isEmpty()) {
                rated.put(option, Raised.of(Distribution.of(MOST + 1, ratings)));
            }
        }
        List<Standing<Raised>> standings = Standing.all(rated, Raised.BETTER_FIRST);
        Fraction passive = standings.stream()
                .filter(standing -> standing.option().passive())
                .map(standing -> standing.won().mean())
                .findFirst()
                .orElse(null);
        Map<String, OptionTally> tallies = new LinkedHashMap<>();
        box.options().forEach(option -> tallies.put(option.id(), unrated(box)));
        standings.forEach(standing -> tallies.put(standing.option().id(), tally(box, standing, passive)));
        return new Outcome(tallies, sentence(standings));
    }

    private static OptionTally tally(BallotBox box, Standing<Raised> standing, @Nullable Fraction passive) {
        Raised raised = standing.won();
        Boolean viable = null;
        if (passive != null && !standing.option().passive()) {
            viable = raised.mean().compareTo(passive) < 0;
        }
        Map<String, Object> figures = figures(raised.ratings());
        figures.put("mean", raised.mean().toString());
        figures.put("acceptance", raised.acceptance().toString());
        standing.place().into(figures);
        figures.put("viable", viable);
        Selection selected = Selection.of(box, standing.place(), true);
        return new OptionTally(
                figures, standing.place(), true, selected, Selection.close(sentence(standing, viable), selected));
    }

    private static OptionTally unrated(BallotBox box) {
        Map<String, Object> figures = figures(Distribution.of(MOST + 1, List.of()));
        figures.put("rank", null);
        figures.put("tie", false);
        figures.put("viable", null);
        Selection selected = Selection.of(box, new Place(1, 1), false);
        return new OptionTally(
                figures,
                null,
                false,
                selected,
                Selection.close(new Sentence("Keine Bewertung", "No rating"), selected));
    }

    /** The figures in the contract's order, those not known yet null. */
    private static Map<String, Object> figures(Distribution ratings) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("sum", ratings.sum());
        figures.put("mean", null);
        figures.put("acceptance", null);
        figures.put("high", ratings.from(HIGH));
        figures.put("histogram", ratings.toTree());
        return figures;
    }

    private static Sentence sentence(Standing<Raised> standing, @Nullable Boolean viable) {
        Raised raised = standing.won();
        Sentence mean = Wording.decimal(raised.mean());
        Sentence acceptance = Wording.percent(raised.acceptance().over(100));
        long high = raised.ratings().from(HIGH);
        Sentence numbers = new Sentence(
                        "Widerstand im Mittel " + mean.de() + " von 10, Akzeptanz " + acceptance.de() + ", " + high
                                + "-mal hoher Widerstand (8 bis 10), ",
                        "Mean resistance " + mean.en() + " of 10, acceptance " + acceptance.en()
                                + ", high resistance (8 to 10) " + Wording.n(high, "time", "times") + ", ")
                .then(standing.place().sentence());
        if (viable == null) {
            return numbers;
        }
        return viable
                ? numbers.then(
                        "; tragfähig: weniger Widerstand als ohne Änderung", "; viable: less resistance than no change")
                : numbers.then(
                        "; nicht tragfähig: nicht weniger Widerstand als ohne Änderung",
                        "; not viable: no less resistance than no change");
    }

    private static Sentence sentence(List<Standing<Raised>> standings) {
        if (standings.isEmpty()) {
            return new Sentence("Niemand hat eine Bewertung abgegeben.", "Nobody gave a rating.");
        }
        return Leaders.of(standings, raised -> {
                    Sentence mean = Wording.decimal(raised.mean());
                    return new Sentence("einem Widerstand von " + mean.de(), "a resistance of " + mean.en());
                })
                .then("; 0 ist kein, 10 der höchste Widerstand.", "; 0 is no, 10 the highest resistance.");
    }
}
