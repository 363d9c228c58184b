package de.werkraum.voting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sachabstimmung: yes, no or abstain to one question or to each of a block.
 *
 * @param majority what accepts
 */
public record Consent(Majority majority) implements Method, ByAuthority {
    static final Kind KIND = new Kind("consent", Kind.OptionRule.QUESTION_OR_MORE, false, true, Consent::read);

    /** One answer of a ballot. */
    enum Answer {
        YES,
        NO,
        ABSTAIN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Answer read(@Nullable Object value, String pointer) throws InvalidBallotException {
            for (Answer answer : values()) {
                if (answer.word().equals(value)) {
                    return answer;
                }
            }
            throw Choices.refuse("invalidChoices", pointer, "must be yes, no or abstain");
        }
    }

    /** What a motion came to. */
    enum Decision {
        ACCEPTED,
        REJECTED,
        NONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Answers by option; options left out are not voted on. */
    record Answers(Map<String, Answer> answers) implements Ballot {
        @Override
        public Object toTree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            answers.forEach((option, answer) -> tree.put(option, answer.word()));
            return Collections.unmodifiableMap(tree);
        }
    }

    private static Method read(SettingsReader in, List<Option> options) {
        Object wanted = in.get("majority");
        boolean absolute = "absolute".equals(wanted);
        Share share = wanted == null || absolute || wanted.equals("simple") ? null : in.share("majority");
        if (share != null && !share.isMoreThanHalf()) {
            in.wrong("majority", "outOfRange", "must be more than 1/2");
        }
        Majority.Rule rule =
                share != null ? Majority.Rule.SHARE : absolute ? Majority.Rule.ABSOLUTE : Majority.Rule.SIMPLE;
        Majority.Base usual = absolute ? Majority.Base.ELIGIBLE : Majority.Base.YES_NO;
        String word = in.word("base", usual.word(), List.of("yesNo", "valid", "present", "eligible"));
        Majority.Base base = usual;
        for (Majority.Base known : Majority.Base.values()) {
            base = known.word().equals(word) ? known : base;
        }
        boolean simple = wanted == null || wanted.equals("simple");
        if (simple && base != Majority.Base.YES_NO) {
            in.wrong("base", "unsupported", "must be yesNo for a simple majority");
        }
        if (absolute && base == Majority.Base.YES_NO) {
            in.wrong("base", "unsupported", "must be valid, present or eligible for an absolute majority");
        }
        return new Consent(new Majority(rule, share, base));
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("majority", majority.word());
        settings.put("base", majority.base().word());
        return settings;
    }

    @Override
    public Ballot ballot(@Nullable Object choices, List<Option> options) throws InvalidBallotException {
        Map<String, Answer> answers = Choices.map(choices, options, Answer::read);
        if (answers.isEmpty()) {
            throw Choices.refuse("incomplete", "at least one option must be answered");
        }
        return new Answers(answers);
    }

    /** Yes if yes &gt; no, no if no &gt; yes, else abstain; an option that none of them answered stays left out. */
    @Override
    public Ballot vote(List<Ballot> ballots, List<Option> options) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Option option : options) {
            Counts counts = Counts.of(ballots.stream().map(Answers.class::cast).toList(), option);
            if (counts.all() > 0) {
                int lead = Long.compare(counts.yes(), counts.no());
                answers.put(option.id(), lead > 0 ? Answer.YES : lead < 0 ? Answer.NO : Answer.ABSTAIN);
            }
        }
        return new Answers(answers);
    }

    private record Counts(long yes, long no, long abstain) {
        static Counts of(List<Answers> ballots, Option option) {
            return new Counts(
                    votes(ballots, option, Answer.YES),
                    votes(ballots, option, Answer.NO),
                    votes(ballots, option, Answer.ABSTAIN));
        }

        private static long votes(List<Answers> ballots, Option option, Answer answer) {
            return ballots.stream()
                    .filter(ballot -> ballot.answers().get(option.id()) == answer)
                    .count();
        }

        long all() {
            return yes + no + abstain;
        }

        Sentence sentence() {
            return new Sentence(
                    yes + " Ja, " + no + " Nein, " + Wording.n(abstain, "Enthaltung", "Enthaltungen"),
                    yes + " yes, " + no + " no, " + Wording.n(abstain, "abstention", "abstentions"));
        }
    }

    @Override
    public Outcome count(BallotBox box) {
        List<Answers> ballots = box.as(Answers.class);
        Map<String, OptionTally> tallies = new LinkedHashMap<>();
        List<Decision> decisions = new ArrayList<>();
        for (Option option : box.options()) {
            Counts counts = Counts.of(ballots, option);
            long base = majority.base().of(box, counts.yes(), counts.no(), counts.abstain());
            Decision decision = decide(box, counts, base);
            decisions.add(decision);
            tallies.put(option.id(), tally(box, counts, base, decision));
        }
        Sentence only = tallies.values().iterator().next().sentence();
        return new Outcome(tallies, tallies.size() == 1 ? only : block(decisions));
    }

    private Decision decide(BallotBox box, Counts counts, long base) {
        if (!box.valid() || counts.yes() + counts.no() == 0) {
            return Decision.NONE;
        }
        return majority.accepts(counts.yes(), counts.no(), base) ? Decision.ACCEPTED : Decision.REJECTED;
    }

    private OptionTally tally(BallotBox box, Counts counts, long base, Decision decision) {
        Long needed = majority.needed(counts.no(), base);
        Long missing = needed == null ? null : (Long) Math.max(0, needed - counts.yes());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("yes", counts.yes());
        figures.put("no", counts.no());
        figures.put("abstain", counts.abstain());
        figures.put("base", base);
        figures.put("needed", needed);
        figures.put("missing", missing);
        figures.put("decision", decision.word());
        return new OptionTally(figures, sentence(box, counts, base, decision));
    }

    private Sentence sentence(BallotBox box, Counts counts, long base, Decision decision) {
        Sentence numbers = counts.sentence();
        if (decision == Decision.NONE) {
            Sentence why = box.valid()
                    ? new Sentence("; niemand hat mit Ja oder Nein gestimmt.", "; nobody voted yes or no.")
                    : new Sentence("; die Abstimmung ist nicht gültig.", "; the poll is not valid.");
            return new Sentence("Keine Entscheidung: ", "No decision: ")
                    .then(numbers)
                    .then(why);
        }
        Sentence verdict = decision == Decision.ACCEPTED
                ? new Sentence("Angenommen: ", "Accepted: ")
                : new Sentence("Abgelehnt: ", "Rejected: ");
        Long needed = majority.needed(counts.no(), base);
        if (needed == null || majority.isUnanimity()) {
            return verdict.then(numbers).then("; nötig war Einstimmigkeit.", "; unanimity was needed.");
        }
        Sentence threshold = new Sentence(
                "; nötig " + Wording.verb(needed, "war 1 Ja-Stimme", "waren " + needed + " Ja-Stimmen"),
                "; " + Wording.n(needed, "yes was", "yes were") + " needed");
        long missing = needed - counts.yes();
        Sentence end = missing > 0
                ? new Sentence(
                        ", es " + Wording.verb(missing, "fehlte 1", "fehlten " + missing) + ".",
                        ", " + missing + " short.")
                : new Sentence(".", ".");
        return verdict.then(numbers)
                .then(threshold)
                .then(majority.because(needed, counts.no(), base))
                .then(end);
    }

    private static Sentence block(List<Decision> decisions) {
        int accepted = Collections.frequency(decisions, Decision.ACCEPTED);
        int rejected = Collections.frequency(decisions, Decision.REJECTED);
        int open = Collections.frequency(decisions, Decision.NONE);
        int all = decisions.size();
        return new Sentence(
                "Von " + all + " Punkten " + Wording.verb(accepted, "wurde 1", "wurden " + accepted)
                        + " angenommen und " + rejected + " abgelehnt"
                        + (open > 0 ? ", " + open + " ohne Entscheidung." : "."),
                "Of " + all + " items " + accepted + " " + Wording.verb(accepted, "was", "were") + " accepted and "
                        + rejected + " rejected" + (open > 0 ? ", " + open + " without a decision." : "."));
    }
}
