/** A report as a Word document. */
@NullMarked
package de.werkraum.export.docx;

import org.jspecify.annotations.NullMarked;
