package de.werkraum.hook;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request.
 *
 * @param status of HTTP; null where there was none
 */
public record Answer(@Nullable Integer status, Reason reason, int millis) {
    /** What a status of HTTP means. */
    public enum Reason {
        /** Taken: 2xx. */
        OK,
        /** It points elsewhere: not followed. */
        REDIRECT,
        /** 410: it wants nothing more. */
        GONE,
        /** Any other status. */
        REFUSED,
        /** No status in time. */
        SLOW,
        /** No connection, or one that broke. */
        AWAY,
        /** No server of that name. */
        UNKNOWN,
        /** In an internal network. */
        INTERNAL,
        /** Without TLS. */
        UNPROTECTED;

        /** The name in JSON and SQL. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Answer of(int status, int millis) {
        return new Answer(status, reason(status), millis);
    }

    private static Reason reason(int status) {
        if (status >= 200 && status < 300) {
            return Reason.OK;
        } else if (status >= 300 && status < 400) {
            return Reason.REDIRECT;
        }
        return status == 410 ? Reason.GONE : Reason.REFUSED;
    }

    boolean taken() {
        return reason == Reason.OK;
    }
}
