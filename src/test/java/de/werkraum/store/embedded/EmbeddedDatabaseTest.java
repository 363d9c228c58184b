package de.werkraum.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.problem.StartupException;
import de.werkraum.support.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;

/** Each test runs a real server on a folder of its own. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class EmbeddedDatabaseTest {
    private final Path folder;

    EmbeddedDatabaseTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Path programs = TestDatabase.programs();
        Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
    }

    @AfterEach
    void leaveTheSharedProgramsAlone() throws IOException {
        Path link = folder.resolve(TestDatabase.programs().getFileName());
        if (Files.isSymbolicLink(link)) {
            Files.delete(link);
        }
    }

    @Test
    void isDurableAndKeepsItsData() throws SQLException {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder)) {
            execute(server.url(), "create table note (text text)", "insert into note values ('bleibt')");
            // what an administrator sets for the whole server gives way to the command line
            execute(server.adminUrl(), "alter system set fsync = off", "alter system set full_page_writes = off");
        }
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder)) {
            assertEquals("bleibt", ask(server.url(), "select text from note"));
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertEquals("on", ask(server.url(), "show " + setting), setting);
            }
            assertTrue(ask(server.url(), "show server_version").startsWith("18."));
        }
    }

    @Test
    void refusesToRunOnASettingThatLosesData() throws SQLException {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder)) {
            execute(server.adminUrl(), "alter role werkraum set synchronous_commit = off");
        }
        StartupException refusal = assertThrows(StartupException.class, () -> EmbeddedDatabase.start(folder));
        assertTrue(refusal.getMessage().contains("synchronous_commit is off"), refusal.getMessage());
        assertFalse(Files.exists(folder.resolve("cluster/postmaster.pid")), "the refused server still runs");
    }

    @Test
    void asksEverybodyForThePassword() throws SQLException {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder)) {
            String wrong = server.adminUrl().replaceFirst(":[0-9a-f]+@", ":falsch@");
            PSQLException refused = assertThrows(PSQLException.class, () -> ask(wrong, "select 1"));
            assertEquals("28P01", refused.getSQLState());
            assertEquals("127.0.0.1", ask(server.url(), "show listen_addresses"));
            assertEquals("", ask(server.adminUrl(), "show unix_socket_directories"));
            String stored = "select left(rolpassword, 13) from pg_authid where rolname = 'werkraum'";
            assertEquals("SCRAM-SHA-256", ask(server.adminUrl(), stored));
            assertEquals("off", ask(server.url(), "show is_superuser"));
        }
    }

    @Test
    void keepsItsFilesToTheOwner() throws IOException {
        Path data = folder.resolve("new/data");
        EmbeddedDatabase.start(data).close();
        List<String> open;
        try (Stream<Path> entries = Files.list(data)) {
            open = entries.filter(EmbeddedDatabaseTest::othersMayOpen)
                    .map(Path::toString)
                    .toList();
        }
        assertEquals(List.of(), open);
        assertFalse(othersMayOpen(data));
    }

    @Test
    void letsOneServerUseAFolder() {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            StartupException refusal = assertThrows(StartupException.class, () -> EmbeddedDatabase.start(folder));
            assertTrue(refusal.getMessage().contains("WERKRAUM_DATA"), refusal.getMessage());
            assertTrue(first.url().startsWith("postgresql://werkraum:"));
        }
        EmbeddedDatabase.start(folder).close();
    }

    @Test
    void goesOnAfterItsPostmasterWasKilled() throws Exception {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder)) {
            execute(server.url(), "create table note (text text)", "insert into note values ('bleibt')");
            long pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(0));
            assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
        }
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder)) {
            assertEquals("bleibt", ask(server.url(), "select text from note"));
        }
    }

    @Test
    void leavesAlonePidsThatBelongToOthers() throws Exception {
        EmbeddedDatabase.start(folder).close();
        // a process that lives, is no PostgreSQL, and has by chance the number of one that was here
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    folder.resolve("cluster/postmaster.pid"),
                    stranger.pid() + "\n" + folder.resolve("cluster") + "\n0\n5432\n\n127.0.0.1\n  0 0\nready   \n");
            try (EmbeddedDatabase server = EmbeddedDatabase.start(folder)) {
                assertEquals("1", ask(server.url(), "select 1"));
            }
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void startsAgainAfterAnInterruptedFirstStart() throws Exception {
        Files.delete(folder.resolve(TestDatabase.programs().getFileName()));
        Files.createDirectories(folder.resolve("cluster.partial/base"));
        Files.createDirectories(folder.resolve("postgresql-0000.partial/bin"));
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder)) {
            assertEquals("werkraum", ask(server.url(), "select current_user"));
        }
        assertFalse(Files.exists(folder.resolve("cluster.partial")));
        assertFalse(Files.exists(folder.resolve("postgresql-0000.partial")));
    }

    @Test
    void refusesDataOfAnotherMajorVersion() throws Exception {
        Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "15\n");
        StartupException refusal = assertThrows(StartupException.class, () -> EmbeddedDatabase.start(folder));
        assertTrue(refusal.getMessage().contains("PostgreSQL 15"), refusal.getMessage());
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        StartupException refusal =
                assertThrows(StartupException.class, () -> EmbeddedDatabase.start(file.resolve("data")));
        assertTrue(refusal.getMessage().startsWith("The data folder"), refusal.getMessage());
    }

    private static boolean othersMayOpen(Path path) {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                    .endsWith("------");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(String url) throws SQLException {
        URI uri = URI.create(url);
        String[] login = uri.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getAuthority().replaceFirst(".*@", "") + uri.getPath(), login[0], login[1]);
    }

    private static String ask(String url, String query) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private static void execute(String url, String... commands) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
