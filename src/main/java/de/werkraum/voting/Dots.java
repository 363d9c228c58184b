package de.werkraum.voting;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Punktabfrage: everyone spreads dots. Order: dots, then distinct supporters, then shared.
 *
 * @param budget dots a member has
 * @param maxPerOption dots an option may get from one member; the smaller of the two binds
 */
public record Dots(int budget, int maxPerOption) implements Method {
    static final Kind KIND = new Kind("dots", Kind.OptionRule.TWO_OR_MORE, true, false, Dots::read);

    private static final int MOST_DOTS = 100;
    private static final int MOST_DOTS_BY_DEFAULT = 10;
    private static final int DEFAULT_PER_OPTION = 2;

    /** Dots by option, none zero. */
    record Dotted(Map<String, Integer> dots) implements Ballot {
        @Override
        public Object toTree() {
            return dots;
        }
    }

    private record Won(long dots, int supporters) {
        static final Comparator<Won> BETTER_FIRST = Comparator.comparingLong(Won::dots)
                .thenComparingInt(Won::supporters)
                .reversed();
    }

    private static Method read(SettingsReader in, List<Option> options) {
        int quarter = (options.size() + 3) / 4;
        int usual = Math.min(MOST_DOTS_BY_DEFAULT, Math.max(1, quarter));
        return new Dots(
                in.number("budget", usual, 1, MOST_DOTS), in.number("maxPerOption", DEFAULT_PER_OPTION, 1, MOST_DOTS));
    }

    Dots raise(int more) throws InvalidPollException {
        if (more < budget || more > MOST_DOTS) {
            throw new InvalidPollException(List.of(new Refusal(
                    "outOfRange",
                    "/budget",
                    "budget may only be raised, from " + budget + " to at most " + MOST_DOTS)));
        }
        return new Dots(more, maxPerOption);
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("budget", budget);
        settings.put("maxPerOption", maxPerOption);
        return settings;
    }

    @Override
    public Ballot ballot(@Nullable Object choices, List<Option> options) throws InvalidBallotException {
        int each = Math.min(budget, maxPerOption);
        Map<String, Integer> dots = Choices.map(choices, options, (value, pointer) -> {
            Long given = Tree.whole(value);
            if (given == null || given < 0) {
                throw Choices.refuse("invalidChoices", pointer, "must be a whole number of dots");
            }
            if (given > each) {
                throw Choices.refuse(
                        "overBudget", pointer, "an option takes at most " + Wording.n(each, "dot", "dots"));
            }
            return given == 0 ? null : Integer.valueOf(given.intValue());
        });
        int spent = dots.values().stream().mapToInt(Integer::intValue).sum();
        if (spent > budget) {
            throw Choices.refuse("overBudget", "everyone has " + Wording.n(budget, "dot", "dots") + ", not " + spent);
        }
        return new Dotted(dots);
    }

    @Override
    public Outcome count(BallotBox box) {
        List<Dotted> ballots = box.as(Dotted.class);
        Map<Option, Won> won = new LinkedHashMap<>();
        for (Option option : box.options()) {
            long sum = 0;
            int supporters = 0;
            for (Dotted ballot : ballots) {
                int dots = ballot.dots().getOrDefault(option.id(), 0);
                sum += dots;
                supporters += dots > 0 ? 1 : 0;
            }
            won.put(option, new Won(sum, supporters));
        }
        List<Standing<Won>> standings = Standing.all(won, Won.BETTER_FIRST);
        Map<String, OptionTally> tallies = new LinkedHashMap<>();
        standings.forEach(standing -> tallies.put(standing.option().id(), tally(box, standing)));
        return new Outcome(tallies, sentence(standings, ballots.size()));
    }

    private static OptionTally tally(BallotBox box, Standing<Won> standing) {
        Won won = standing.won();
        Place place = standing.place();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("dots", won.dots());
        figures.put("supporters", won.supporters());
        place.into(figures);
        boolean worthy = won.dots() > 0;
        Selection selected = Selection.of(box, place, worthy);
        Sentence numbers = new Sentence(
                Wording.n(won.dots(), "Punkt", "Punkte") + " von " + Wording.n(won.supporters(), "Person", "Personen")
                        + ", ",
                Wording.n(won.dots(), "dot", "dots") + " from " + Wording.n(won.supporters(), "person", "people")
                        + ", ");
        return new OptionTally(
                figures, place, worthy, selected, Selection.close(numbers.then(place.sentence()), selected));
    }

    private static Sentence sentence(List<Standing<Won>> standings, int cast) {
        long total =
                standings.stream().mapToLong(standing -> standing.won().dots()).sum();
        if (total == 0) {
            return new Sentence("Niemand hat einen Punkt vergeben.", "Nobody gave a dot.");
        }
        Sentence from = new Sentence(
                "; " + Wording.n(total, "Punkt", "Punkte") + " auf " + Wording.n(cast, "Stimmzettel", "Stimmzetteln")
                        + ".",
                "; " + Wording.n(total, "dot", "dots") + " on " + Wording.n(cast, "ballot", "ballots") + ".");
        return Leaders.of(standings, Dots::words).then(from);
    }

    private static Sentence words(Won won) {
        return new Sentence(Wording.n(won.dots(), "Punkt", "Punkten"), Wording.n(won.dots(), "dot", "dots"));
    }
}
