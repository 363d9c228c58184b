/** Who somebody is and what that one may do: roles, tokens, join codes, the organiser's key. */
@NullMarked
package de.werkraum.access;

import org.jspecify.annotations.NullMarked;
