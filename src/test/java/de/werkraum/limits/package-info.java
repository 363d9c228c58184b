/** What one member, proxy or stranger can do to all others: nothing. */
@NullMarked
package de.werkraum.limits;

import org.jspecify.annotations.NullMarked;
