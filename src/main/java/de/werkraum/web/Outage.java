package de.werkraum.web;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells an unreachable database from a bug. */
final class Outage {
    /** SQLSTATE classes: connection exception, insufficient resources, operator intervention. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private Outage() {}

    static boolean is(Throwable failure) {
        if (failure instanceof PgException pg) {
            return CLASSES.contains(pg.getSqlState().substring(0, 2));
        }
        return failure instanceof IOException
                || failure instanceof ClosedConnectionException
                || failure instanceof TimeoutException
                || failure instanceof VertxException;
    }
}
