package de.werkraum.voting;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Zustimmungswahl: everyone approves of as many options as they like. Rank by approvals.
 *
 * @param max how many options a ballot may approve of, or null for any number
 * @param threshold the share of G that selects, or null for more than half
 */
public record Approval(@Nullable Integer max, @Nullable Share threshold) implements Method, ByAuthority {
    static final Kind KIND = new Kind("approval", Kind.OptionRule.ONE_OR_MORE, true, true, Approval::read);

    private static final String NONE = "none";

    /**
     * Approved options in the poll's order.
     *
     * @param none says that none is approved of; with no options and not none it is an abstention
     */
    record Approved(Set<String> options, boolean none) implements Ballot {
        Approved {
            options = Collections.unmodifiableSet(new LinkedHashSet<>(options));
        }

        @Override
        public Object toTree() {
            return none ? List.of(NONE) : List.copyOf(options);
        }

        boolean abstains() {
            return !none && options.isEmpty();
        }
    }

    private static Method read(SettingsReader in, List<Option> options) {
        return new Approval(in.number("max", 1, Draft.MOST_OPTIONS), in.share("threshold"));
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("max", max);
        settings.put("threshold", threshold == null ? null : threshold.toString());
        return settings;
    }

    @Override
    public Ballot ballot(@Nullable Object choices, List<Option> options) throws InvalidBallotException {
        if (List.of(NONE).equals(choices)) {
            return new Approved(Set.of(), true);
        }
        if (choices instanceof List<?> list && list.contains(NONE)) {
            throw Choices.refuse("invalidChoices", "none stands alone");
        }
        List<String> approved = Choices.list(choices, options);
        if (max != null && approved.size() > max) {
            throw Choices.refuse("tooMany", "at most " + Wording.n(max, "option", "options") + " may be approved of");
        }
        Set<String> inOrder = Choices.ids(options);
        inOrder.retainAll(approved);
        return new Approved(inOrder, false);
    }

    /** Approves of what more than half of its ballots approve of; abstains only if they all do. */
    @Override
    public Ballot vote(List<Ballot> ballots, List<Option> options) {
        List<Approved> all = ballots.stream().map(Approved.class::cast).toList();
        Set<String> approved = new LinkedHashSet<>();
        for (Option option : options) {
            if (2 * approvals(all, option) > all.size()) {
                approved.add(option.id());
            }
        }
        return new Approved(approved, approved.isEmpty() && !all.stream().allMatch(Approved::abstains));
    }

    @Override
    public Outcome count(BallotBox box) {
        List<Approved> ballots = box.as(Approved.class);
        Turnout turnout = Turnout.of(
                box.cast(), ballots.stream().filter(Approved::abstains).count());
        Map<Option, Long> approvals = new LinkedHashMap<>();
        box.options().forEach(option -> approvals.put(option, approvals(ballots, option)));
        List<Standing<Long>> standings = Standing.all(approvals, Comparator.reverseOrder());
        Map<String, OptionTally> tallies = new LinkedHashMap<>();
        for (Standing<Long> standing : standings) {
            tallies.put(standing.option().id(), tally(box, turnout, standing));
        }
        return new Outcome(tallies, sentence(standings, turnout));
    }

    private static long approvals(List<Approved> ballots, Option option) {
        return ballots.stream()
                .filter(ballot -> ballot.options().contains(option.id()))
                .count();
    }

    private OptionTally tally(BallotBox box, Turnout turnout, Standing<Long> standing) {
        long approvals = standing.won();
        Fraction share = turnout.given() == 0 ? null : Fraction.of(approvals, turnout.given());
        Selection selected = select(box, turnout, standing);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("approvals", approvals);
        figures.put("share", share == null ? null : share.toString());
        standing.place().into(figures);
        Sentence numbers = new Sentence(
                        approvals + " von " + turnout.given() + " "
                                + Wording.verb(approvals, "stimmt zu", "stimmen zu"),
                        approvals + " of " + turnout.given() + " " + Wording.verb(approvals, "approves", "approve"))
                .then(Wording.inBrackets(share))
                .then(", ", ", ")
                .then(standing.place().sentence());
        return new OptionTally(
                figures, standing.place(), standing.won() > 0, selected, Selection.close(numbers, selected));
    }

    /** {@code top} takes the place of the usual half; a threshold that was set holds beside it. */
    private Selection select(BallotBox box, Turnout turnout, Standing<Long> standing) {
        long approvals = standing.won();
        boolean reached = threshold != null
                ? approvals > 0 && threshold.reachedBy(approvals, turnout.given())
                : box.top() != null ? approvals > 0 : 2 * approvals > turnout.given();
        Selection top = Selection.of(box, standing.place(), reached);
        if (top != null) {
            return top;
        }
        return !box.valid() ? Selection.NONE : reached ? Selection.YES : Selection.NO;
    }

    private static Sentence sentence(List<Standing<Long>> standings, Turnout turnout) {
        if (turnout.given() == 0) {
            return Turnout.everyoneAbstained();
        }
        if (standings.stream().allMatch(standing -> standing.won() == 0)) {
            return new Sentence("Keine Option hat eine Zustimmung", "No option is approved of")
                    .then(turnout.sentence());
        }
        return Leaders.of(
                        standings,
                        approvals -> new Sentence(
                                Wording.n(approvals, "Zustimmung", "Zustimmungen"),
                                Wording.n(approvals, "approval", "approvals")))
                .then(turnout.sentence());
    }
}
