package de.werkraum.voting;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Auswahl, Stichwahl: one option each. Rank by votes; ties share. */
public record Single() implements Method, ByAuthority {
    static final Kind KIND =
            new Kind("single", Kind.OptionRule.TWO_OR_MORE, true, true, (settings, options) -> new Single());

    private static final String ABSTAIN = "abstain";

    /** @param option null for an abstention */
    record Vote(@Nullable String option) implements Ballot {
        @Override
        public Object toTree() {
            return option == null ? ABSTAIN : option;
        }
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Ballot ballot(@Nullable Object choices, List<Option> options) throws InvalidBallotException {
        if (!(choices instanceof String option)) {
            throw Choices.refuse("invalidChoices", "choices must be an option id or abstain");
        }
        if (option.equals(ABSTAIN)) {
            return new Vote(null);
        }
        if (!Choices.ids(options).contains(option)) {
            throw Choices.refuse("unknownOption", "the poll has no such option");
        }
        return new Vote(option);
    }

    /** The option strictly ahead of all others, else an abstention. */
    @Override
    public Ballot vote(List<Ballot> ballots, List<Option> options) {
        List<Vote> votes = ballots.stream().map(Vote.class::cast).toList();
        List<Standing<Long>> first = Standing.all(votes(votes, options), Comparator.reverseOrder()).stream()
                .filter(standing -> standing.place().equals(new Place(1, 1)))
                .toList();
        return new Vote(first.isEmpty() ? null : first.get(0).option().id());
    }

    @Override
    public Outcome count(BallotBox box) {
        List<Vote> ballots = box.as(Vote.class);
        Turnout turnout = Turnout.of(
                box.cast(),
                ballots.stream().filter(ballot -> ballot.option() == null).count());
        List<Standing<Long>> standings = Standing.all(votes(ballots, box.options()), Comparator.reverseOrder());
        Map<String, OptionTally> tallies = new LinkedHashMap<>();
        for (Standing<Long> standing : standings) {
            tallies.put(standing.option().id(), tally(box, turnout, standing));
        }
        Sentence sentence = turnout.given() == 0
                ? Turnout.everyoneAbstained()
                : Leaders.of(
                                standings,
                                votes -> new Sentence(
                                        Wording.n(votes, "Stimme", "Stimmen"), Wording.n(votes, "vote", "votes")))
                        .then(turnout.sentence());
        return new Outcome(tallies, sentence);
    }

    private static Map<Option, Long> votes(List<Vote> ballots, List<Option> options) {
        Map<Option, Long> votes = new LinkedHashMap<>();
        for (Option option : options) {
            votes.put(
                    option,
                    ballots.stream()
                            .filter(ballot -> option.id().equals(ballot.option()))
                            .count());
        }
        return votes;
    }

    private static OptionTally tally(BallotBox box, Turnout turnout, Standing<Long> standing) {
        long votes = standing.won();
        Fraction share = turnout.given() == 0 ? null : Fraction.of(votes, turnout.given());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("votes", votes);
        figures.put("share", share == null ? null : share.toString());
        standing.place().into(figures);
        boolean worthy = votes > 0;
        Selection selected = Selection.of(box, standing.place(), worthy);
        Sentence numbers = new Sentence(
                        votes + " von " + Wording.n(turnout.given(), "Stimme", "Stimmen"),
                        votes + " of " + Wording.n(turnout.given(), "vote", "votes"))
                .then(Wording.inBrackets(share))
                .then(", ", ", ")
                .then(standing.place().sentence());
        return new OptionTally(figures, standing.place(), worthy, selected, Selection.close(numbers, selected));
    }
}
