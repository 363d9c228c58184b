package de.werkraum.voting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Wirkung und Aufwand: everyone rates impact and effort from 1 to 5; the medians place an option in one of four fields. */
public record Matrix() implements Method {
    static final Kind KIND =
            new Kind("matrix", Kind.OptionRule.ONE_OR_MORE, false, false, (settings, options) -> new Matrix());

    private static final int MOST = 5;
    /** From this median on a value is high. */
    private static final int HIGH = 3;
    /** Fewer ratings place nothing. */
    private static final int LEAST_RATINGS = 3;

    /** One option's rating, each 1 to 5. */
    record Point(int impact, int effort) {}

    /** Points by option; options may be left out. */
    record Points(Map<String, Point> points) implements Ballot {
        @Override
        public Object toTree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            points.forEach((option, point) -> {
                Map<String, Object> both = new LinkedHashMap<>();
                both.put("impact", point.impact());
                both.put("effort", point.effort());
                tree.put(option, Collections.unmodifiableMap(both));
            });
            return Collections.unmodifiableMap(tree);
        }
    }

    private enum Quadrant {
        DO_NOW("doNow", "sofort umsetzen", "do now"),
        PLAN("planStrategically", "strategisch planen", "plan strategically"),
        ON_THE_SIDE("onTheSide", "nebenbei erledigen", "do on the side"),
        POSTPONE("postpone", "zurückstellen", "postpone"),
        UNPLACED("unplaced", "nicht eingeordnet", "not placed");

        private final String word;
        private final String german;
        private final String english;

        Quadrant(String word, String german, String english) {
            this.word = word;
            this.german = german;
            this.english = english;
        }

        static Quadrant of(int impact, int effort) {
            if (impact >= HIGH) {
                return effort >= HIGH ? PLAN : DO_NOW;
            }
            return effort >= HIGH ? POSTPONE : ON_THE_SIDE;
        }
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Ballot ballot(@Nullable Object choices, List<Option> options) throws InvalidBallotException {
        return new Points(Choices.map(choices, options, Matrix::point));
    }

    private static Point point(@Nullable Object value, String pointer) throws InvalidBallotException {
        if (!(value instanceof Map<?, ?> both) || !Set.of("impact", "effort").containsAll(both.keySet())) {
            throw Choices.refuse("invalidChoices", pointer, "must be an object with impact and effort");
        }
        if (both.size() < 2) {
            throw Choices.refuse("incomplete", pointer, "both impact and effort must be rated");
        }
        return new Point(
                Choices.number(both.get("impact"), pointer + "/impact", 1, MOST),
                Choices.number(both.get("effort"), pointer + "/effort", 1, MOST));
    }

    @Override
    public Outcome count(BallotBox box) {
        List<Points> ballots = box.as(Points.class);
        Map<String, OptionTally> tallies = new LinkedHashMap<>();
        List<Quadrant> quadrants = new ArrayList<>();
        for (Option option : box.options()) {
            List<Point> points = new ArrayList<>();
            for (Points ballot : ballots) {
                Point point = ballot.points().get(option.id());
                if (point != null) {
                    points.add(point);
                }
            }
            Integer impact = median(points.stream().map(Point::impact).toList());
            Integer effort = median(points.stream().map(Point::effort).toList());
            Quadrant quadrant = impact == null || effort == null || points.size() < LEAST_RATINGS
                    ? Quadrant.UNPLACED
                    : Quadrant.of(impact, effort);
            quadrants.add(quadrant);
            tallies.put(option.id(), tally(points.size(), impact, effort, quadrant));
        }
        return new Outcome(tallies, sentence(quadrants));
    }

    private static @Nullable Integer median(List<Integer> values) {
        return values.isEmpty()
                ? null
                : (Integer) Distribution.of(MOST + 1, values).quartile(2);
    }

    private static OptionTally tally(int count, @Nullable Integer impact, @Nullable Integer effort, Quadrant quadrant) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("impact", impact == null ? null : impact.toString());
        figures.put("effort", effort == null ? null : effort.toString());
        figures.put("count", count);
        figures.put("quadrant", quadrant.word);
        Sentence sentence = quadrant == Quadrant.UNPLACED
                ? new Sentence(
                        "Nicht eingeordnet: " + Wording.n(count, "Bewertung", "Bewertungen") + ", nötig sind "
                                + LEAST_RATINGS + ".",
                        "Not placed: " + Wording.n(count, "rating", "ratings") + ", " + LEAST_RATINGS + " are needed.")
                : new Sentence(
                        "Wirkung " + impact + ", Aufwand " + effort + " (Mediane aus " + count + " Bewertungen): "
                                + quadrant.german + ".",
                        "Impact " + impact + ", effort " + effort + " (medians of " + count + " ratings): "
                                + quadrant.english + ".");
        return new OptionTally(figures, sentence);
    }

    private static Sentence sentence(List<Quadrant> quadrants) {
        List<String> german = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (Quadrant quadrant : Quadrant.values()) {
            long count = quadrants.stream().filter(quadrant::equals).count();
            if (count > 0) {
                german.add(count + " " + quadrant.german);
                english.add(count + " " + quadrant.english);
            }
        }
        return new Sentence(
                Wording.n(quadrants.size(), "Option", "Optionen") + ": " + String.join(", ", german) + ".",
                Wording.n(quadrants.size(), "option", "options") + ": " + String.join(", ", english) + ".");
    }
}
