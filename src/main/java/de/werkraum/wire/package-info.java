/**
 * The connections of a room. A client's bytes are decoded into messages and the room's messages framed for it by its {@link
 * de.werkraum.wire.Dialect}; between the two there are values only. Imports pace, sync and store (with access and metrics), never what rooms do.
 */
@NullMarked
package de.werkraum.wire;

import org.jspecify.annotations.NullMarked;
