/** The HTTP interface, call by call, from outside. */
@NullMarked
package de.werkraum.contract;

import org.jspecify.annotations.NullMarked;
