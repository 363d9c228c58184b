/** Polls from outside: their life, who sees what, races with the end, and what a database tells. */
@NullMarked
package de.werkraum.polls;

import org.jspecify.annotations.NullMarked;
