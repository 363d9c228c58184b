/** The server behind the proxies that OPERATIONS describes; not among the ordinary tests, since the proxies must be installed. */
@NullMarked
package de.werkraum.proxy;

import org.jspecify.annotations.NullMarked;
