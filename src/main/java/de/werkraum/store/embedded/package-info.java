/**
 * A PostgreSQL of our own: its programs unpacked, its cluster made, started, looked after and stopped. Of ours it imports
 * {@code problem} alone; {@code store} starts it where no other database is named.
 */
@NullMarked
package de.werkraum.store.embedded;

import org.jspecify.annotations.NullMarked;
