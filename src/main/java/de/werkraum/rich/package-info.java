/**
 * Rich text: what the fragments of a document say, whichever editor wrote them, and the same as Markdown. Values are immutable; what reads and
 * writes a document belongs to its thread. Knows the engine and a reader of Markdown.
 */
@NullMarked
package de.werkraum.rich;

import org.jspecify.annotations.NullMarked;
