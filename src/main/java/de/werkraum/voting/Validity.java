package de.werkraum.voting;

import org.jspecify.annotations.Nullable;

/**
 * Whether a poll decides anything, and why not.
 *
 * @param reason null if valid
 * @param sentence says why; empty if valid
 */
record Validity(Tally.@Nullable Reason reason, Sentence sentence) {
    static Validity of(@Nullable Quorum quorum, Electorate electorate, int cast) {
        int eligible = electorate.members().size();
        if (cast == 0) {
            return new Validity(
                    Tally.Reason.NO_BALLOTS,
                    new Sentence(
                            "Keine Stimmen: Von " + Wording.eligibleDe(eligible) + " hat niemand abgestimmt.",
                            "No ballots: none of " + Wording.eligibleEn(eligible) + " voted."));
        }
        if (quorum == null) {
            return new Validity(null, new Sentence("", ""));
        }
        if (quorum.of() == Quorum.Of.PRESENT) {
            int then = electorate.openingMembers();
            int present = electorate.openingPresent();
            return quorum.met(present, then)
                    ? new Validity(null, new Sentence("", ""))
                    : missed(
                            new Sentence(
                                    "bei der Eröffnung " + Wording.verb(present, "war", "waren") + " " + present
                                            + " von " + Wording.eligibleDe(then) + " da",
                                    present + " of " + Wording.eligibleEn(then) + " "
                                            + Wording.verb(present, "was", "were") + " there at the opening"),
                            quorum.needed(then));
        }
        return quorum.met(cast, eligible)
                ? new Validity(null, new Sentence("", ""))
                : missed(
                        new Sentence(
                                cast + " von " + Wording.eligibleDe(eligible) + " " + Wording.verb(cast, "hat", "haben")
                                        + " abgestimmt",
                                cast + " of " + Wording.eligibleEn(eligible) + " voted"),
                        quorum.needed(eligible));
    }

    private static Validity missed(Sentence shortfall, long needed) {
        return new Validity(
                Tally.Reason.QUORUM,
                new Sentence(
                        "Nicht beschlussfähig: " + shortfall.de() + ", nötig " + Wording.verb(needed, "war", "waren")
                                + " " + needed + ".",
                        "No quorum: " + shortfall.en() + ", " + needed + " " + Wording.verb(needed, "was", "were")
                                + " needed."));
    }
}
