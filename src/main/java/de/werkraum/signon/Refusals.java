package de.werkraum.signon;

import de.werkraum.problem.Problem;

/** What whoever signs on is told; pages have a sentence for each code. */
final class Refusals {
    private Refusals() {}

    /** The provider doesn't answer, or says itself that it can't. */
    static Problem down() {
        return Problem.of(503, "providerDown", "The sign-on provider can't be reached");
    }

    /** It answers, but this server is not entered there as it should be; the log says why. */
    static Problem setup() {
        return Problem.of(503, "signOnSetup", "Signing on is not set up rightly");
    }

    /** It knows nothing of this sign-on any more. */
    static Problem over() {
        return Problem.of(401, "signOnOver", "This sign-on is over");
    }

    /** What it says of somebody can't be believed; the log says why. */
    static Problem doubtful() {
        return Problem.of(401, "signOnDoubtful", "The provider's answer can't be believed");
    }

    static Problem busy() {
        return Problem.tooMany("Too many people sign on at once. Please try again in a second.");
    }
}
