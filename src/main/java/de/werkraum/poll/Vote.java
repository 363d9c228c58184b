package de.werkraum.poll;

import de.werkraum.voting.Ballot;
import de.werkraum.voting.Cast;
import java.util.UUID;

/**
 * A member's ballot in an open poll, with its receipt.
 *
 * @param cast the ballot as it is counted, ten times a second with thousands of others
 */
record Vote(UUID member, Cast cast, UUID receipt) {
    static Vote of(UUID member, Ballot ballot, UUID receipt) {
        return new Vote(member, new Cast(member.toString(), ballot), receipt);
    }

    Ballot ballot() {
        return cast.ballot();
    }
}
