package de.werkraum.support;

import de.werkraum.store.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One embedded PostgreSQL for all tests of a JVM, started when first asked for; a database of its own for each who asks. */
public final class TestDatabase {
    private static final String PREFIX = "test_";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** The address of a new empty database, as {@code DATABASE_URL} has it. */
    public static String url() {
        String name = PREFIX + COUNT.incrementAndGet();
        execute(Server.ADMIN, "create database " + name);
        return Server.ADMIN.replaceFirst("/postgres$", "/" + name);
    }

    /** A connection over JDBC to a database of {@link #url()}; the product's tables are found without their schema. */
    public static Connection connect(String url) throws SQLException {
        URI uri = URI.create(url);
        String[] login = uri.getUserInfo().split(":", 2);
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), login[0], login[1]);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = werkraum");
        }
        return connection;
    }

    /** Where PostgreSQL's programs lie unpacked. */
    public static Path programs() {
        try (Stream<Path> entries = Files.list(Server.folder().toAbsolutePath())) {
            return entries.filter(path -> path.getFileName().toString().matches("postgresql-[0-9a-f]+"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs commands one after another. */
    public static void execute(String url, String... commands) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", commands), e);
        }
    }

    /** The first value of the first row that a query finds; empty where that is null. */
    public static String ask(String url, String query) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return Objects.requireNonNullElse(rows.getString(1), "");
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The folder is kept between runs: PostgreSQL is unpacked once. Each JVM that runs tests at the same time has its own. */
    private static final class Server {
        private static final Path FOLDER = Path.of("target", "test-database-" + System.getProperty("test.jvm", "1"));
        static final String ADMIN = start();

        static Path folder() {
            return FOLDER;
        }

        private static String start() {
            EmbeddedDatabase server = EmbeddedDatabase.start(FOLDER);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            String admin = server.adminUrl();
            try {
                dropOld(admin);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return admin;
        }

        private static void dropOld(String admin) throws SQLException {
            List<String> old = new ArrayList<>();
            try (Connection connection = connect(admin);
                    Statement statement = connection.createStatement()) {
                try (ResultSet rows = statement.executeQuery("select datname from pg_database")) {
                    while (rows.next()) {
                        old.add(rows.getString(1));
                    }
                }
                for (String name : old) {
                    if (name.startsWith(PREFIX)) {
                        statement.execute("drop database " + name + " with (force)");
                    }
                }
            }
        }
    }
}
