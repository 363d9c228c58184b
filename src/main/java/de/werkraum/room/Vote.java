package de.werkraum.room;

import de.werkraum.voting.Ballot;
import java.util.UUID;

/** A member's ballot in an open poll, with its receipt. */
record Vote(UUID member, Ballot ballot, UUID receipt) {}
