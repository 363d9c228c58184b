package de.werkraum.web;

import de.werkraum.access.KeyCheck;
import de.werkraum.access.Tokens;
import de.werkraum.signon.SignOn;
import org.jspecify.annotations.Nullable;

/**
 * The ways in, and the tokens given there.
 *
 * @param keys null where no key opens anything
 * @param signOn null where there is no provider to sign on at
 */
public record Doors(Tokens tokens, @Nullable KeyCheck keys, @Nullable SignOn signOn) {}
