/**
 * The programme of an event: read from what congress software writes, and compared with what is there. Values in, values out; nothing here
 * touches a room or the database.
 */
@NullMarked
package de.werkraum.programme;

import org.jspecify.annotations.NullMarked;
