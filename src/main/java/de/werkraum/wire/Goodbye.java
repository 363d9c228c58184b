package de.werkraum.wire;

import java.util.Locale;

/** Why the server closes a socket. Codes 4400 to 4499 tell the client not to come back. */
public enum Goodbye {
    TEXT_FRAME(1003, "binary messages only"),
    MALFORMED(1007, "malformed message"),
    FLOODING(1008, "too many messages"),
    TOO_LONG(1009, "message too long"),
    INTERNAL(1011, "an error of the server"),
    SHUTDOWN(1012, "the server restarts"),
    SLOW_READER(1013, "reading too slowly, come back"),
    FULL(1013, "the server is full, come back"),
    EXPIRED(4401, "the token has expired"),
    REMOVED(4403, "removed from the room"),
    ROOM_DELETED(4404, "the room was deleted");

    private final int code;
    private final String reason;

    Goodbye(int code, String reason) {
        this.code = code;
        this.reason = reason;
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
