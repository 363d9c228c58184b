/** Werkraum: live workshop rooms. The composition root and the configuration. */
@NullMarked
package de.werkraum;

import org.jspecify.annotations.NullMarked;
