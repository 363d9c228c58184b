/**
 * Files that people bring: read into sheets of cells, their columns understood, proposed as steps, written as edits.
 *
 * <p>Nothing is guessed in silence: each doubtful value has a {@link de.werkraum.imports.Warning} that names its row, and
 * what fits no field stays with the step as text. Nothing here touches a room; values in, values out.
 */
@NullMarked
package de.werkraum.imports;

import org.jspecify.annotations.NullMarked;
