/** A report as an OpenDocument text, ODF 1.3. */
@NullMarked
package de.werkraum.export.odt;

import org.jspecify.annotations.NullMarked;
