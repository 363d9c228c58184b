package de.werkraum.voting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fünf-Finger-Abfrage: 0 (the fist: not with me) to 5 fingers (with all my heart) to one question. */
public record Fist() implements Method {
    static final Kind KIND =
            new Kind("fist", Kind.OptionRule.QUESTION_ONLY, false, false, (settings, options) -> new Fist());

    private static final String ABSTAIN = "abstain";
    private static final int MOST = 5;
    /** From here on fingers count as support. */
    private static final int SUPPORT = 3;

    private static final Share CARRIES = new Share(4, 5);
    private static final Share CARRIES_WITH_CONCERNS = new Share(1, 2);

    /** @param number null for an abstention */
    record Fingers(@Nullable Integer number) implements Ballot {
        @Override
        public Object toTree() {
            return number == null ? ABSTAIN : number;
        }
    }

    private enum Verdict {
        CARRIED("carried", "Getragen: ", "Carried: "),
        CONCERNS("concerns", "Mit Bedenken getragen: ", "Carried with concerns: "),
        NOT_CARRIED("notCarried", "Nicht getragen: ", "Not carried: "),
        NONE("none", "Kein Ergebnis: ", "No result: ");

        private final String word;
        private final String german;
        private final String english;

        Verdict(String word, String german, String english) {
            this.word = word;
            this.german = german;
            this.english = english;
        }

        static Verdict of(boolean valid, Distribution fingers) {
            long given = fingers.count();
            long support = fingers.from(SUPPORT);
            if (!valid || given == 0) {
                return NONE;
            }
            if (fingers.at(0) > 0 || !CARRIES_WITH_CONCERNS.reachedBy(support, given)) {
                return NOT_CARRIED;
            }
            return CARRIES.reachedBy(support, given) ? CARRIED : CONCERNS;
        }
    }

    @Override
    public String name() {
        return KIND.name();
    }

    @Override
    public Ballot ballot(@Nullable Object choices, List<Option> options) throws InvalidBallotException {
        if (ABSTAIN.equals(choices)) {
            return new Fingers(null);
        }
        Long fingers = Tree.whole(choices);
        if (fingers == null || fingers < 0 || fingers > MOST) {
            throw Choices.refuse("invalidChoices", "choices must be a whole number from 0 to 5, or abstain");
        }
        return new Fingers(fingers.intValue());
    }

    @Override
    public Outcome count(BallotBox box) {
        List<Integer> numbers = box.as(Fingers.class).stream()
                .map(ballot -> ballot.number() == null ? -1 : ballot.number())
                .filter(number -> number >= 0)
                .toList();
        Distribution fingers = Distribution.of(MOST + 1, numbers);
        Turnout turnout = Turnout.of(box.cast(), box.cast() - numbers.size());
        Verdict verdict = Verdict.of(box.valid(), fingers);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("histogram", fingers.toTree());
        figures.put("verdict", verdict.word);
        Sentence sentence = sentence(verdict, fingers, turnout);
        Map<String, OptionTally> tallies = new LinkedHashMap<>();
        for (Option option : box.options()) {
            tallies.put(option.id(), new OptionTally(figures, sentence));
        }
        return new Outcome(tallies, sentence);
    }

    private static Sentence sentence(Verdict verdict, Distribution fingers, Turnout turnout) {
        if (turnout.given() == 0 && turnout.abstained() > 0) {
            return Turnout.everyoneAbstained();
        }
        long support = fingers.from(SUPPORT);
        long fists = fingers.at(0);
        Sentence share =
                turnout.given() == 0 ? new Sentence("", "") : Wording.inBrackets(Fraction.of(support, turnout.given()));
        return new Sentence(verdict.german, verdict.english)
                .then(
                        support + " von " + turnout.given() + " " + Wording.verb(support, "zeigt", "zeigen")
                                + " 3 bis 5 Finger",
                        support + " of " + turnout.given() + " " + Wording.verb(support, "shows", "show")
                                + " 3 to 5 fingers")
                .then(share)
                .then(
                        ", " + (fists == 0 ? "niemand" : fists) + " "
                                + Wording.verb(Math.max(1, fists), "zeigt", "zeigen") + " die Faust",
                        ", " + (fists == 0 ? "nobody" : fists) + " " + Wording.verb(Math.max(1, fists), "shows", "show")
                                + " a fist")
                .then(turnout.sentence());
    }
}
