/** Dated steps as tasks in somebody's calendar on another server, by CalDAV (RFC 4791). */
@NullMarked
package de.werkraum.handover;

import org.jspecify.annotations.NullMarked;
