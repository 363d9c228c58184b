/** A report as a PDF that screen readers and archives take: PDF/UA-1 and PDF/A-2a. */
@NullMarked
package de.werkraum.export.pdf;

import org.jspecify.annotations.NullMarked;
