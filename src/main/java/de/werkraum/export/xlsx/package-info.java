/** A report as a workbook: the steps as one table, everything else on a second sheet. */
@NullMarked
package de.werkraum.export.xlsx;

import org.jspecify.annotations.NullMarked;
