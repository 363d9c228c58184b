package de.werkraum.wire;

import java.util.Locale;

/** Why the server closes a socket. Codes 4400 to 4499 tell the client not to come back: trying again would end in the same way. */
public enum Goodbye {
    TEXT_FRAME(1003, "binary messages only"),
    MALFORMED(1007, "malformed message"),
    FLOODING(1008, "too many messages"),
    INTERNAL(1011, "an error of the server"),
    SHUTDOWN(1012, "the server restarts"),
    /** The same word as of a server that ends: people come back, to whichever has the room now. */
    MOVED(1012, "the room has moved to another server"),
    SLOW_READER(1013, "reading too slowly, come back"),
    FULL(1013, "the server is full, come back"),
    /**
     * Of a socket that carries other documents beside the one that ended: the code by which their own servers say so, on which every provider comes back. Those of
     * version 2 stay away for good after 4401 and 4403.
     */
    LOG_IN_ANEW(4205, "one of the documents has ended, log in again"),
    /** The reason names the address for them: providers of that family hear nothing else. */
    OTHER_DIALECT(4400, "this address speaks y-websocket; Hocuspocus providers connect to /hocuspocus"),
    /** The same in the other direction. */
    OTHER_PROVIDER(4400, "this address speaks Hocuspocus; y-websocket clients connect to /collab"),
    EXPIRED(4401, "the token has expired"),
    REMOVED(4403, "removed from the room"),
    ROOM_DELETED(4404, "the room was deleted"),
    /** Of a provider that opens no document: the code its own servers have for it. */
    NO_DOCUMENT(4408, "no document was opened"),
    UNUSABLE(4409, "an update that can't be applied"),
    MOVED_ON(4410, "now in another session"),
    TOO_LONG(4413, "message too long");

    private final int code;
    private final String reason;

    Goodbye(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** Whether that code says that what the client has sent can't be taken, now or later. */
    public static boolean refuses(int code) {
        return code == MALFORMED.code || code == OTHER_DIALECT.code || code == UNUSABLE.code || code == TOO_LONG.code;
    }

    /** Whether that code ends one document, and says nothing of others on the same socket. */
    public static boolean endsOne(int code) {
        return code == EXPIRED.code || code == REMOVED.code || code == ROOM_DELETED.code || code == MOVED_ON.code;
    }

    /** The name in metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
