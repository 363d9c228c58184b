package de.werkraum.imports;

/**
 * A row that becomes no step.
 *
 * @param text what stands in it
 */
record Skipped(int sheet, int row, String text, RowKind kind) {}
