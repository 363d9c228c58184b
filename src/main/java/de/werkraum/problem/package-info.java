/** Refusals: what a client is told when something can't be done, with a code to act on. Everything may import it; it imports nothing of ours. */
@NullMarked
package de.werkraum.problem;

import org.jspecify.annotations.NullMarked;
