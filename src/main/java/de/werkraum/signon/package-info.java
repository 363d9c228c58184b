/**
 * Signing on by OpenID Connect: asks the provider, and believes only what it can check. The browser keeps the way back, this server the client's
 * secret, nobody a session.
 */
@NullMarked
package de.werkraum.signon;

import org.jspecify.annotations.NullMarked;
