package de.werkraum.voting;

/**
 * How the ballots of a method with explicit abstentions divide.
 *
 * @param given G: ballots that say something
 * @param abstained explicit abstentions
 */
record Turnout(int given, int abstained) {
    static Turnout of(int cast, long abstained) {
        int without = Math.toIntExact(abstained);
        return new Turnout(cast - without, without);
    }

    /** {@code "; 12 Stimmen, 2 Enthaltungen."} */
    Sentence sentence() {
        return new Sentence(
                "; " + Wording.n(given, "Stimme", "Stimmen") + ", " + Wording.n(abstained, "Enthaltung", "Enthaltungen")
                        + ".",
                "; " + Wording.n(given, "vote", "votes") + ", " + Wording.n(abstained, "abstention", "abstentions")
                        + ".");
    }

    static Sentence everyoneAbstained() {
        return new Sentence("Alle haben sich enthalten.", "Everyone abstained.");
    }
}
