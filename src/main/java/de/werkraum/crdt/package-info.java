/**
 * A Yjs-compatible conflict-free replicated document in plain Java: update format v1, all shared types, no dependency but
 * the JDK. Start at {@link de.werkraum.crdt.Doc}; {@code src/docs/CRDT.md} explains the algorithm.
 *
 * <p>Nothing here is thread-safe: a document and its types belong to one thread at a time.
 */
@NullMarked
package de.werkraum.crdt;

import org.jspecify.annotations.NullMarked;
