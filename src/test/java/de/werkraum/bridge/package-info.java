/** Rooms that live at other servers. */
@NullMarked
package de.werkraum.bridge;

import org.jspecify.annotations.NullMarked;
