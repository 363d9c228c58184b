package de.werkraum.crdt;

import java.util.Map;

/** A document embedded in another one: carried along by its id and options, never opened here. */
public record Subdocument(String guid, Map<String, Object> options) {}
