package de.werkraum.store;

import de.werkraum.access.Member;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param request what asks for the act, if that may come again; what was stored of it is answered then
 */
public record Actor(Member member, @Nullable Request request) {}
