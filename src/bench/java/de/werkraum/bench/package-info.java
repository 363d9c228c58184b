/** Load on a whole server, as its own process, from outside. */
@NullMarked
package de.werkraum.bench;

import org.jspecify.annotations.NullMarked;
