package de.werkraum.access;

import java.util.UUID;

/**
 * Somebody who signs on at a provider, the same from any device.
 *
 * @param role of the organisers and moderators whom the provider names; everybody else is a participant
 * @param name as the provider tells it, perhaps empty
 */
public record Account(UUID id, Role role, String name) {}
