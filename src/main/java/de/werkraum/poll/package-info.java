/**
 * The polls of one room: drafts, electorates, ballots on their way, tallies, endings, and who sees what of them. Imports wire, pace, store, voting and
 * the document's titles; of its room it knows the {@link de.werkraum.wire.Scope}, the {@link de.werkraum.wire.Audience} and the {@link
 * de.werkraum.poll.Venue}.
 */
@NullMarked
package de.werkraum.poll;

import org.jspecify.annotations.NullMarked;
