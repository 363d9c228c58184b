/**
 * One live room, composed of poll, journal, wire and pace; which rooms are in memory, and what is done with a whole room. A room lives on one event
 * loop; nothing here locks. Imports these, store, access and the core, never web.
 */
@NullMarked
package de.werkraum.room;

import org.jspecify.annotations.NullMarked;
