package de.werkraum.chaos;

import java.nio.file.Path;
import java.util.Map;

/** The PostgreSQL under a server that is to suffer. */
interface Postgres extends AutoCloseable {
    /** As in the printed account. */
    String name();

    /** What tells the server where it is, through a wire if there is one. */
    Map<String, String> environment();

    /** To look into the database beside the server, straight; as {@code DATABASE_URL} has it. */
    String url();

    /** The folder its processes work in. */
    Path cluster();

    /** After it was killed: brings it back, if nobody else does. */
    void revive();

    /** From now on the plan log takes no row: its disk is full, or, where it has no disk of its own, PostgreSQL says so. */
    void fillLog();

    /** Somebody has made room. */
    void clearLog();

    /** Whether the server starts it and looks after it. */
    boolean ownedByServer();

    @Override
    void close();
}
