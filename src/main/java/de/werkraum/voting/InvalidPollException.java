package de.werkraum.voting;

import java.util.List;

/** A draft whose settings or options can't be used, with everything that is wrong. Carries no stack trace. */
public final class InvalidPollException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> problems;

    InvalidPollException(List<Refusal> problems) {
        super(problems.get(0).detail(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<Refusal> problems() {
        return problems;
    }
}
