package de.werkraum.voting;

import java.util.List;

/** A method that can count by authority. */
interface ByAuthority {
    /** The one vote of an organisation, from the ballots of its members (at least one). */
    Ballot vote(List<Ballot> ballots, List<Option> options);
}
