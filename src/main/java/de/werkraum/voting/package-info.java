/**
 * How a workshop decides: poll settings, ballots and their exact count, with the outcome in plain words.
 *
 * <p>Everything here is a pure function of immutable values: JDK only, no I/O, no clock, no chance, no floating point.
 * Results never depend on the order of ballots. Every type is safe to share between threads. The rules are numbered in
 * {@code src/docs/VOTING.md}.
 */
@NullMarked
package de.werkraum.voting;

import org.jspecify.annotations.NullMarked;
