package de.werkraum.crdt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text with the same attributes all over.
 *
 * @param insert a String, or one embedded value or type
 * @param attributes formats by name, empty if there are none
 */
public record TextPart(@Nullable Object insert, Map<String, @Nullable Object> attributes) {}
