package de.werkraum.voting;

/**
 * One member's valid choices in canonical form. Two ballots are equal exactly if they say the same; what a ballot holds
 * is its method's own matter.
 */
public interface Ballot {
    /**
     * The choices as a plain tree in the contract's form (maps, lists, strings, numbers; all immutable): options in the
     * poll's order except where order is the choice, no zero dots. Read again by {@link Method#ballot}, it gives an equal
     * ballot.
     */
    Object toTree();
}
