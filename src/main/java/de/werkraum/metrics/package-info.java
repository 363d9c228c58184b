/** What the server counts of itself. Knows no room, no member and no poll. */
@NullMarked
package de.werkraum.metrics;

import org.jspecify.annotations.NullMarked;
