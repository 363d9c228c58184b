package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.problem.StartupException;
import de.werkraum.support.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class DatabaseTest {
    private static final Vertx VERTX = Vertx.vertx();

    private final Path folder;

    DatabaseTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterAll
    static void stop() {
        await(VERTX.close());
    }

    @Test
    void migratesANewDatabaseOnce() {
        String url = TestDatabase.url();
        try (Database database = Database.open(VERTX, url, folder, 12)) {
            assertTrue(database.freshlyCreated());
            assertFalse(database.embedded());
            await(database.ping());
            assertEquals("werkraum", one(database, "select current_schema()"));
        }
        try (Database database = Database.open(VERTX, url, folder, 12)) {
            assertFalse(database.freshlyCreated());
        }
    }

    @Test
    void keepsItsHistoryApartFromItsTables() {
        String url = TestDatabase.url();
        Database.open(VERTX, url, folder, 12).close();
        String query = "select string_agg(table_schema, ',') from information_schema.tables"
                + " where table_name = 'flyway_schema_history'";
        assertEquals("werkraum_history", TestDatabase.ask(url, query));
    }

    @Test
    void runsOnAServerOfItsOwn() {
        try (Database database = Database.open(VERTX, null, folder, 12)) {
            assertTrue(database.embedded());
            assertTrue(database.freshlyCreated());
            assertEquals("on", one(database, "show fsync"));
        }
        try (Database database = Database.open(VERTX, null, folder, 12)) {
            assertFalse(database.freshlyCreated());
        }
    }

    @Test
    void answersNothingOnceClosed() {
        Database database = Database.open(VERTX, TestDatabase.url(), folder, 12);
        database.close();
        database.close();
        assertThrows(RuntimeException.class, () -> await(database.ping()));
    }

    @Test
    void aStartWaitsLongerForItsFirstConnectionThanPeopleDo() {
        try (Database database = Database.open(VERTX, TestDatabase.url(), folder, 1)) {
            SqlConnection only = await(database.pool().getConnection());
            Future<Void> start = database.reached();
            Future<?> person = database.pool().query("select 1").execute();
            assertThrows(RuntimeException.class, () -> await(person), "the only connection is taken");
            assertFalse(start.isComplete(), "it goes on waiting");
            await(only.close());
            await(start);
        }
    }

    @Test
    void saysInOneSentenceThatTheServerIsOutOfReach() {
        String nobody = "postgresql://werkraum:geheim@127.0.0.1:1/werkraum";
        StartupException refusal = assertThrows(StartupException.class, () -> Database.open(VERTX, nobody, folder, 12));
        assertTrue(refusal.getMessage().contains("127.0.0.1:1/werkraum"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("geheim"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("\n"), refusal.getMessage());
    }

    private static String one(Database database, String query) {
        return await(database.pool().query(query).execute()).iterator().next().getString(0);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
