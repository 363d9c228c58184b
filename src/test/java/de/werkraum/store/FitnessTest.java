package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.problem.StartupException;
import de.werkraum.support.Conditions;
import de.werkraum.support.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Databases as administrations have them: what can't carry a server is refused in a sentence, before anything is written to it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FitnessTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Path FOLDER = Path.of("target");
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @AfterAll
    static void stop() {
        await(VERTX.close());
    }

    @Test
    void refusesADatabaseThatOnlyReads() {
        String url = TestDatabase.url();
        TestDatabase.execute(url, "alter database " + name(url) + " set default_transaction_read_only = on");
        assertTrue(refusal(url).contains("only reads"));
        assertEquals("0", schemas(url));
    }

    @Test
    void refusesADatabaseThatIsNotUnicode() {
        String url = TestDatabase.url();
        String latin = name(url) + "_latin";
        TestDatabase.execute(url, "create database " + latin + " encoding 'LATIN1' locale 'C' template template0");
        String sentence = refusal(url.replaceFirst("[^/]*$", latin));
        assertTrue(sentence.contains("LATIN1") && sentence.contains("UTF8"), sentence);
    }

    @Test
    void namesTheGrantThatARoleLacks() {
        String url = TestDatabase.url();
        String role = name(url) + "_guest";
        role(url, role, "");
        String theirs = url.replaceFirst("//[^@]*@", "//" + role + ":geheim@");
        String sentence = refusal(theirs);
        assertTrue(sentence.contains("grant create on database " + name(url) + " to " + role), sentence);
        TestDatabase.execute(url, "create schema werkraum authorization " + role);
        TestDatabase.execute(url, "create schema werkraum_history authorization " + role);
        Database.open(VERTX, theirs, FOLDER, 12).close();
    }

    @Test
    void makesDoWithTheConnectionsThereAre() {
        String url = TestDatabase.url();
        String role = name(url) + "_few";
        role(url, role, "connection limit 6");
        TestDatabase.execute(url, "grant create on database " + name(url) + " to " + role);
        String theirs = url.replaceFirst("//[^@]*@", "//" + role + ":geheim@");
        try (Database database = Database.open(VERTX, theirs, FOLDER, 12)) {
            List<Future<?>> queries = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                queries.add(database.pool().query("select pg_sleep(0.01)").execute());
            }
            await(Future.all(queries));
        }
    }

    @Test
    void waitsForAConnectionThatOthersHold() throws SQLException {
        String url = TestDatabase.url();
        String role = name(url) + "_busy";
        role(url, role, "connection limit 8");
        TestDatabase.execute(url, "grant create on database " + name(url) + " to " + role);
        String theirs = url.replaceFirst("//[^@]*@", "//" + role + ":geheim@");
        try (Database database = Database.open(VERTX, theirs, FOLDER, 4)) {
            List<Connection> others = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                others.add(TestDatabase.connect(theirs));
            }
            Future<?> waiting = database.pool().query("select 1").execute();
            VERTX.setTimer(300, due -> close(others));
            await(waiting);
        }
    }

    @Test
    void tellsWhenWritesAreNoLongerTaken() {
        String url = TestDatabase.url();
        try (Database database = Database.open(VERTX, url, FOLDER, 12)) {
            await(database.ping());
            TestDatabase.execute(url, "alter database " + name(url) + " set default_transaction_read_only = on");
            endSessions(url);
            Conditions.await("writes are known not to be taken", LIMIT, () -> answer(database)
                    .contains("takes no writes"));
            TestDatabase.execute(
                    url,
                    "set transaction read write; alter database " + name(url) + " reset default_transaction_read_only");
            endSessions(url);
            Conditions.await(
                    "writes are taken again", LIMIT, () -> answer(database).isEmpty());
        }
    }

    @Test
    void findsTheServerThatAnswersAmongSeveral() {
        String url = TestDatabase.url().replaceFirst("@", "@127.0.0.1:1,");
        try (Database database = Database.open(VERTX, url, FOLDER, 12)) {
            await(database.ping());
        }
    }

    /** Why the database is not ready, or nothing; a session that was ended is noticed a little later. */
    private static String answer(Database database) {
        try {
            await(database.ping());
            return "";
        } catch (CompletionException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Of the pool: the watch over the term is marked otherwise. Waits until PostgreSQL has none left. */
    private static void endSessions(String url) {
        TestDatabase.execute(
                url,
                """
                do $$
                begin
                  while (select count(pg_terminate_backend(pid)) from pg_locks
                      where locktype = 'advisory' and classid = %d
                      and database = (select oid from pg_database where datname = current_database())) > 0 loop
                    perform pg_sleep(0.02);
                  end loop;
                end $$
                """
                        .formatted(Term.POOL));
    }

    private static String refusal(String url) {
        return assertThrows(StartupException.class, () -> Database.open(VERTX, url, FOLDER, 4))
                .getMessage();
    }

    private static String schemas(String url) {
        return TestDatabase.ask(url, "select count(*) from pg_namespace where nspname like 'werkraum%'");
    }

    private static void close(List<Connection> connections) {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Roles outlive the databases of the tests. */
    private static void role(String url, String name, String limit) {
        TestDatabase.execute(url, "drop role if exists " + name);
        TestDatabase.execute(url, "create role " + name + " login password 'geheim' " + limit);
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
