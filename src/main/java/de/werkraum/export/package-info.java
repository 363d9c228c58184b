/**
 * A plan and the results of its polls as documents to take away.
 *
 * <p>One class for each format; all values are immutable, so that rendering may run on any thread. The caller leaves out
 * what must not be seen (tallies that are not yet revealed, receipts); drafts are never rendered.
 */
@NullMarked
package de.werkraum.export;

import org.jspecify.annotations.NullMarked;
