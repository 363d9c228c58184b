package de.werkraum.voting;

/**
 * A ballot that can't be counted, with the one reason found first. An exception, not a result value, because it is found
 * deep inside a tree; it carries no stack trace, so refusing is as cheap as answering.
 */
public final class InvalidBallotException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    InvalidBallotException(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
