package de.werkraum.imports;

/**
 * A row that becomes no step.
 *
 * @param text what stands in it
 * @param titled whether it could be one, if somebody says so
 */
record Skipped(int sheet, int row, String text, boolean titled, RowKind kind) {}
