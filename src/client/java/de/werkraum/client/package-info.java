/** What others make of the description of the interface; not among the ordinary tests, since a generator must be fetched. */
@NullMarked
package de.werkraum.client;

import org.jspecify.annotations.NullMarked;
