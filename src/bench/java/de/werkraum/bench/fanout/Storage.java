package de.werkraum.bench.fanout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The PostgreSQL of a run. */
final class Storage {
    private final long pid;
    private final Connection connection;

    /**
     * @param folder of the embedded server
     * @param admin address of its own database, for JDBC
     */
    Storage(Path folder, String admin) throws SQLException {
        connection = DriverManager.getConnection(admin);
        try {
            pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return pid;
    }

    /** Processor seconds of all its processes. */
    double seconds() {
        return Usage.secondsWithChildren(pid);
    }

    /** Bytes of its log so far. */
    long logged() {
        try (Statement statement = connection.createStatement();
                ResultSet position = statement.executeQuery("select pg_current_wal_insert_lsn() - '0/0'")) {
            position.next();
            return position.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
