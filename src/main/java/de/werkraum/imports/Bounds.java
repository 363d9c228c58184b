package de.werkraum.imports;

/**
 * What a file may ask for.
 *
 * @param bytes of the file
 * @param unpackedBytes of all parts of a packed file together
 * @param rows with something in them
 * @param columns with something in them
 * @param steps that one import may bring
 * @param seconds a file may take to be read
 */
public record Bounds(int bytes, int unpackedBytes, int rows, int columns, int steps, int seconds) {}
