/** HTTP routes, WebSocket, event stream, pages, health. Everything from outside is parsed here, once, into values that can't be wrong. */
@NullMarked
package de.werkraum.web;

import org.jspecify.annotations.NullMarked;
