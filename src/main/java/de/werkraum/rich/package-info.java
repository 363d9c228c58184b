/** Text with structure, as values; knows the JDK alone. */
@NullMarked
package de.werkraum.rich;

import org.jspecify.annotations.NullMarked;
