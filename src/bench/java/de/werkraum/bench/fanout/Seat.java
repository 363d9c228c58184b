package de.werkraum.bench.fanout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a client connects, and how it speaks there.
 *
 * @param port on 127.0.0.1
 * @param path with the query
 * @param prefix bytes before every message of the y-protocols; the name of the document where one socket may carry several
 * @param greeting messages to send once the socket is open
 * @param syncs whether the server answers a sync step 1; a bare relay does not
 * @param readers how many others are in the room, and get what is typed here
 * @param client Yjs client id of who types here, null for who only reads
 */
record Seat(
        int port,
        String path,
        byte[] prefix,
        List<byte[]> greeting,
        boolean syncs,
        int readers,
        @Nullable Long client) {}
