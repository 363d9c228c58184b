package de.werkraum.voting;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bewertung, Schätzung: a value for each option, and how far the values lie apart.
 *
 * @param scale what to rate in
 */
public record Score(Scale scale) implements Method {
    static final Kind KIND = new Kind("score", Kind.OptionRule.ONE_OR_MORE, false, false, Score::read);

    private static final String UNKNOWN = "unknown";
    /** Stands for "unknown" among places. */
    private static final int NO_PLACE = -1;

    /** Places on the scale by option; "unknown" is stored and not counted. */
    record Ratings(Scale scale, Map<String, Integer> places) implements Ballot {
        @Override
        public Object toTree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            places.forEach((option, place) -> tree.put(option, place == NO_PLACE ? UNKNOWN : scale.value(place)));
            return Collections.unmodifiableMap(tree);
        }
    }

    /** How far ratings lie apart, by the distance of the quartiles in places of the scale. */
    private enum Spread {
        AGREED("agreed", "einig", "agreed"),
        MIXED("mixed", "gemischt", "mixed"),
        DISCUSS("discuss", "weit auseinander, darüber sprechen", "far apart, talk about it");

        private final String word;
        private final String german;
        private final String english;

        Spread(String word, String german, String english) {
            this.word = word;
            this.german = german;
            this.english = english;
        }

        static Spread of(Distribution ratings) {
            int distance = ratings.quartile(3) - ratings.quartile(1);
            return distance <= 1 ? AGREED : distance >= 3 ? DISCUSS : MIXED;
        }
    }

    /** What marks are ranked by: median, then mean. */
    private record Mark(int median, Fraction mean) {
        static final Comparator<Mark> BETTER_FIRST =
                Comparator.comparingInt(Mark::median).thenComparing(Mark::mean).reversed();

        static Mark of(Distribution ratings) {
            // places count from 0, marks from 1
            return new Mark(ratings.quartile(2) + 1, Fraction.of(ratings.sum() + ratings.count(), ratings.count()));
        }

        Sentence words() {
            Sentence average = Wording.decimal(mean);
            return new Sentence(
                    "dem Median " + median + " (Durchschnitt " + average.de() + ")",
                    "a median of " + median + " (average " + average.en() + ")");
        }
    }

    private static Method read(SettingsReader in, List<Option> options) {
        Scale scale = Scale.of(in.word("scale", "1-5", List.of("1-5", "SMLXL", "days")));
        return new Score(Objects.requireNonNull(scale));
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("scale", scale.word());
    }

    @Override
    public Ballot ballot(@Nullable Object choices, List<Option> options) throws InvalidBallotException {
        return new Ratings(scale, Choices.map(choices, options, (value, pointer) -> {
            Integer place = UNKNOWN.equals(value) ? Integer.valueOf(NO_PLACE) : scale.place(value);
            if (place == null) {
                throw Choices.refuse(
                        "invalidChoices", pointer, "must be a value of the scale " + scale.word() + " or unknown");
            }
            return place;
        }));
    }

    @Override
    public Outcome count(BallotBox box) {
        List<Ratings> ballots = box.as(Ratings.class);
        Map<Option, Distribution> all = new LinkedHashMap<>();
        Map<Option, Mark> marks = new LinkedHashMap<>();
        for (Option option : box.options()) {
            Distribution ratings = Distribution.of(scale.size(), places(ballots, option));
            all.put(option, ratings);
            if (scale == Scale.ONE_TO_FIVE && ratings.count() > 0) {
                marks.put(option, Mark.of(ratings));
            }
        }
        List<Standing<Mark>> standings = Standing.all(marks, Mark.BETTER_FIRST);
        Map<String, OptionTally> tallies = new LinkedHashMap<>();
        all.forEach((option, ratings) -> tallies.put(option.id(), tally(ratings, find(standings, option))));
        return new Outcome(tallies, standings.isEmpty() ? overview(all) : ranking(standings));
    }

    private static List<Integer> places(List<Ratings> ballots, Option option) {
        return ballots.stream()
                .map(ballot -> ballot.places().getOrDefault(option.id(), NO_PLACE))
                .filter(place -> place != NO_PLACE)
                .toList();
    }

    private static <T> @Nullable Standing<T> find(List<Standing<T>> standings, Option option) {
        return standings.stream()
                .filter(standing -> standing.option().equals(option))
                .findFirst()
                .orElse(null);
    }

    private OptionTally tally(Distribution ratings, @Nullable Standing<Mark> standing) {
        boolean rated = ratings.count() > 0;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("median", rated ? scale.median(ratings) : null);
        figures.put("q1", rated ? scale.exact(ratings.quartile(1)) : null);
        figures.put("q3", rated ? scale.exact(ratings.quartile(3)) : null);
        figures.put("count", ratings.count());
        figures.put("histogram", scale.histogram(ratings));
        figures.put("spread", rated ? Spread.of(ratings).word : null);
        if (standing == null) {
            figures.put("rank", null);
            return new OptionTally(figures, sentence(ratings).then(".", "."));
        }
        standing.place().into(figures);
        Sentence sentence = sentence(ratings)
                .then("; ", "; ")
                .then(standing.place().sentence())
                .then(".", ".");
        return new OptionTally(figures, standing.place(), true, null, sentence);
    }

    private Sentence sentence(Distribution ratings) {
        if (ratings.count() == 0) {
            return new Sentence("Keine Bewertung", "No rating");
        }
        Sentence median = scale.medianWords(ratings);
        Sentence low = scale.words(ratings.quartile(1));
        Sentence high = scale.words(ratings.quartile(3));
        Spread spread = Spread.of(ratings);
        return new Sentence(
                "Median " + median.de() + " aus " + Wording.n(ratings.count(), "Bewertung", "Bewertungen")
                        + ", die mittlere Hälfte von " + low.de() + " bis " + high.de() + ": " + spread.german,
                "Median " + median.en() + " of " + Wording.n(ratings.count(), "rating", "ratings")
                        + ", the middle half from " + low.en() + " to " + high.en() + ": " + spread.english);
    }

    private static Sentence ranking(List<Standing<Mark>> standings) {
        return Leaders.of(standings, Mark::words).then(".", ".");
    }

    private static Sentence overview(Map<Option, Distribution> all) {
        List<Spread> spreads = all.values().stream()
                .filter(ratings -> ratings.count() > 0)
                .map(Spread::of)
                .toList();
        if (spreads.isEmpty()) {
            return new Sentence("Niemand hat eine Bewertung abgegeben.", "Nobody gave a rating.");
        }
        long discuss = spreads.stream().filter(Spread.DISCUSS::equals).count();
        long agreed = spreads.stream().filter(Spread.AGREED::equals).count();
        return new Sentence(
                Wording.n(spreads.size(), "Option", "Optionen") + " bewertet: bei " + agreed
                        + " herrscht Einigkeit, bei " + discuss + " gehen die Werte weit auseinander.",
                Wording.n(spreads.size(), "option", "options") + " rated: agreement on " + agreed
                        + ", values far apart on " + discuss + ".");
    }
}
