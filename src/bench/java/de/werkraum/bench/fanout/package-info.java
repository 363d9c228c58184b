/** Load on the fan-out: many sockets, valid Yjs updates at intended times, this server and its peers by turns. */
@NullMarked
package de.werkraum.bench.fanout;

import org.jspecify.annotations.NullMarked;
