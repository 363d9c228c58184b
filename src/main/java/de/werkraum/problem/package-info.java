/**
 * Refusals: what a client is told when something can't be done, with a code to act on, and the operator when the server can't start.
 * Everything may import it; it imports nothing of ours.
 */
@NullMarked
package de.werkraum.problem;

import org.jspecify.annotations.NullMarked;
