/** What is different between two states of a plan, for people to read. Pure: trees in, values and documents out. */
@NullMarked
package de.werkraum.compare;

import org.jspecify.annotations.NullMarked;
