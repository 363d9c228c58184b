/**
 * An edit's way to PostgreSQL and back: the live document, the journal that commits all rooms' edits in groups, snapshots, what is saved of each
 * connection's work. Imports wire, pace, sync, store and the engine; nothing of rooms or polls.
 */
@NullMarked
package de.werkraum.journal;

import org.jspecify.annotations.NullMarked;
