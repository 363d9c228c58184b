/**
 * Where documents are made: in a process of its own, which no room waits for. A {@link de.werkraum.press.Press} takes orders, a maker carries them out,
 * here ({@link de.werkraum.press.Within}) or apart ({@link de.werkraum.press.Apart}). Knows documents and turns, and nothing of rooms or the web.
 */
@NullMarked
package de.werkraum.press;

import org.jspecify.annotations.NullMarked;
