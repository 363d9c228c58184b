package de.werkraum.web;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a database that is out of reach, or takes no writes for now, from a bug. */
final class Outage {
    /** SQLSTATE classes: connection exception, insufficient resources, operator intervention, system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");
    /** A standby or a server set to read-only; a lock that is held for too long. */
    private static final Set<String> STATES = Set.of("25006", "55P03");

    private Outage() {}

    static boolean is(Throwable failure) {
        if (failure instanceof PgException pg) {
            String state = pg.getSqlState();
            return STATES.contains(state) || (state.length() > 1 && CLASSES.contains(state.substring(0, 2)));
        }
        return failure instanceof ClosedConnectionException
                || failure instanceof ConnectionPoolTooBusyException
                || failure instanceof TimeoutException
                || (failure instanceof IOException && !(failure instanceof FileSystemException))
                || (failure instanceof VertxException && said(failure));
    }

    /** The database's client says that a connection is gone, or none to be had, without a stack trace; a bug has one. */
    private static boolean said(Throwable failure) {
        return failure.getStackTrace().length == 0;
    }
}
