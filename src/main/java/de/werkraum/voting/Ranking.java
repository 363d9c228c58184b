package de.werkraum.voting;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rangfolge: everyone orders the options, as far as they like. Borda points; equals by their duels, then shared. */
public record Ranking() implements Method {
    static final Kind KIND =
            new Kind("ranking", Kind.OptionRule.TWO_OR_MORE, true, false, (settings, options) -> new Ranking());

    /** Options best first; empty is an abstention. */
    record Order(List<String> options) implements Ballot {
        @Override
        public Object toTree() {
            return options;
        }
    }

    /**
     * What an option is ranked by.
     *
     * @param halves Borda points times two: unranked options share whole points by halves
     * @param duels won minus lost against those of equal points
     */
    private record Won(long halves, int duels) {
        static final Comparator<Won> BETTER_FIRST = Comparator.comparingLong(Won::halves)
                .thenComparingInt(Won::duels)
                .reversed();

        Fraction borda() {
            return Fraction.of(halves, 2);
        }
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Ballot ballot(@Nullable Object choices, List<Option> options) throws InvalidBallotException {
        return new Order(Choices.list(choices, options));
    }

    @Override
    public Outcome count(BallotBox box) {
        List<Order> given = box.as(Order.class).stream()
                .filter(ballot -> !ballot.options().isEmpty())
                .toList();
        Turnout turnout = new Turnout(given.size(), box.cast() - given.size());
        Duels duels = Duels.of(box.options(), given.stream().map(Order::options).toList());
        List<Standing<Won>> standings = Standing.all(won(box.options(), duels), Won.BETTER_FIRST);
        Map<String, OptionTally> tallies = new LinkedHashMap<>();
        for (Standing<Won> standing : standings) {
            tallies.put(standing.option().id(), tally(box, turnout, standing));
        }
        Option condorcet = duels.condorcet();
        Map<String, Object> more = new LinkedHashMap<>();
        if (condorcet != null) {
            more.put("condorcet", condorcet.id());
        }
        more.put("pairwise", duels.toTree());
        return new Outcome(tallies, sentence(standings, condorcet, turnout), more);
    }

    private static Map<Option, Won> won(List<Option> options, Duels duels) {
        Map<Option, Won> won = new LinkedHashMap<>();
        for (int one = 0; one < options.size(); one++) {
            long halves = duels.halves(one);
            int lead = 0;
            for (int other = 0; other < options.size(); other++) {
                lead += duels.halves(other) == halves ? duels.lead(one, other) : 0;
            }
            won.put(options.get(one), new Won(halves, lead));
        }
        return won;
    }

    private static OptionTally tally(BallotBox box, Turnout turnout, Standing<Won> standing) {
        Fraction borda = standing.won().borda();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("borda", borda.toString());
        standing.place().into(figures);
        boolean worthy = turnout.given() > 0;
        Selection selected = Selection.of(box, standing.place(), worthy);
        Sentence numbers =
                points(borda, "Punkte").then(", ", ", ").then(standing.place().sentence());
        return new OptionTally(figures, standing.place(), worthy, selected, Selection.close(numbers, selected));
    }

    private static Sentence sentence(List<Standing<Won>> standings, @Nullable Option condorcet, Turnout turnout) {
        if (turnout.given() == 0) {
            return Turnout.everyoneAbstained();
        }
        Sentence ahead = Leaders.of(standings, won -> points(won.borda(), "Punkten"));
        boolean other = standings.stream()
                .anyMatch(standing ->
                        standing.option().equals(condorcet) && standing.place().rank() > 1);
        if (condorcet != null && other) {
            Sentence name = Wording.quoted(condorcet);
            ahead = ahead.then(
                    ", im direkten Vergleich gewinnt aber " + name.de() + " gegen jede andere Option",
                    ", but one against one " + name.en() + " wins against every other option");
        }
        return ahead.then(turnout.sentence());
    }

    private static Sentence points(Fraction borda, String many) {
        boolean one = borda.equals(Fraction.of(1, 1));
        Sentence number = Wording.decimal(borda);
        return number.then(one ? " Punkt" : " " + many, one ? " point" : " points");
    }
}
