package de.werkraum.plan;

/**
 * Why a value in a given plan can't be taken.
 *
 * @param pointer JSON pointer (RFC 6901) to the value in the body
 * @param detail what is expected, one English sentence
 */
public record Flaw(String pointer, String detail) {}
