/** What tests of several packages share. */
@NullMarked
package de.werkraum.support;

import org.jspecify.annotations.NullMarked;
