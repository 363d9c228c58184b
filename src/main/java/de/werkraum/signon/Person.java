package de.werkraum.signon;

import de.werkraum.access.Account;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed on.
 *
 * @param logout where this person signs off at the provider; null where it has no such place
 */
public record Person(Account account, @Nullable String logout) {}
