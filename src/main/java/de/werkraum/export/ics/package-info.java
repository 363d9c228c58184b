/** A report as tasks for calendars. */
@NullMarked
package de.werkraum.export.ics;

import org.jspecify.annotations.NullMarked;
