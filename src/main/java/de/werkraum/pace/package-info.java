/**
 * Who may do how much, and whose turn it is: token buckets, fair and serial queues. Knows nothing of rooms and sockets, and imports nothing of ours
 * but limits.
 */
@NullMarked
package de.werkraum.pace;

import org.jspecify.annotations.NullMarked;
