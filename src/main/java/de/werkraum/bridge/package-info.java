/**
 * Rooms that live at other servers: the connections of this one to these, and of the others to ours. A room's messages come to its owner, what leaves
 * the room goes to each server once. Imports room, wire, store, cluster and what these need.
 */
@NullMarked
package de.werkraum.bridge;

import org.jspecify.annotations.NullMarked;
