/** The room's WebSocket as the stock client and others meet it. */
@NullMarked
package de.werkraum.wire;

import org.jspecify.annotations.NullMarked;
