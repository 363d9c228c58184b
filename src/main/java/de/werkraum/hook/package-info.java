/** Tells other servers what is done in rooms, by signed requests (Standard Webhooks). */
@NullMarked
package de.werkraum.hook;

import org.jspecify.annotations.NullMarked;
