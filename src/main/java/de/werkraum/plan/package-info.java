/**
 * What a room's document means: the plan, its steps, its templates, and rich text as Markdown.
 *
 * <p>Values are immutable and may be shared between threads. {@code PlanReader} and {@code PlanWriter} touch a document
 * and belong to its thread. Nothing here reads a clock or draws at random: ids and instants come from the caller.
 */
@NullMarked
package de.werkraum.plan;

import org.jspecify.annotations.NullMarked;
