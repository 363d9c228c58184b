/**
 * The y-protocols as values: messages of sync, auth and awareness, and the states of awareness. Bytes in, bytes out; sends nothing. After
 * the protocol descriptions of y-protocols 1.0.7.
 */
@NullMarked
package de.werkraum.sync;

import org.jspecify.annotations.NullMarked;
