/**
 * What becomes of the rooms of an event together: steps collected into the plenary's plan, alike ones found and merged, results brought back.
 * Knows rooms and what they are made of.
 */
@NullMarked
package de.werkraum.event;

import org.jspecify.annotations.NullMarked;
