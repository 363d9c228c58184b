/**
 * What becomes of the rooms of an event together: steps collected into the plenary's plan, alike ones found and merged, results brought back, reported and published.
 * Knows rooms, what they are made of, and documents.
 */
@NullMarked
package de.werkraum.event;

import org.jspecify.annotations.NullMarked;
