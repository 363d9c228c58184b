package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.access.Ids;
import de.werkraum.problem.StartupException;
import de.werkraum.store.PlanStore.Entry;
import de.werkraum.store.Servers.Place;
import de.werkraum.support.Conditions;
import de.werkraum.support.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ServersTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final byte[] NOTHING = {0, 0};

    private final String url = TestDatabase.url();
    private final Database first = join("first");
    private final Database second = join("second");
    private final Servers here = new Servers(first.pool(), first.number());
    private final Servers there = new Servers(second.pool(), second.number());
    private final UUID room = room();

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @AfterAll
    static void stop() {
        await(VERTX.close());
    }

    private Database join(String node) {
        return Database.join(VERTX, url, 4, new Allied(node, "127.0.0.1:1", 2, "test"));
    }

    private UUID room() {
        UUID id = new Ids().next();
        await(Stores.of(first.pool())
                .rooms()
                .found(
                        StoredRoom.fresh(id, null, "Ein Raum", "de", Instant.now()),
                        NOTHING,
                        Map.of(),
                        null,
                        SessionStore.Purpose.NONE,
                        null));
        return id;
    }

    @Test
    @DisplayName(
            "CL-1: a room lives at one server, until that is fenced or lets go of it; its term grows with each move")
    void aRoomLivesAtOneServer() {
        assertEquals(Optional.of(new Place(first.number(), 1)), await(here.take(room)));
        assertEquals(Optional.of(new Place(first.number(), 1)), await(there.take(room)), "not to be had");
        await(there.fence(first.number()));
        assertEquals(Optional.empty(), await(there.place(room)));
        assertEquals(Optional.of(new Place(second.number(), 2)), await(there.take(room)));
        await(there.release(room, 1));
        assertEquals(Optional.of(new Place(second.number(), 2)), await(there.place(room)), "an old term");
        await(there.release(room, 2));
        assertEquals(Optional.empty(), await(there.place(room)));
        assertEquals(Optional.empty(), await(there.take(new Ids().next())), "no such room");
    }

    @Test
    @DisplayName("CL-2: whoever is fenced can commit nothing any more, and says so")
    void whoeverIsFencedCommitsNothing() throws SQLException {
        await(new PlanStore(first.pool()).append(List.of(new Entry(room, 1, NOTHING))));
        await(there.fence(first.number()));
        await(first.replaced());
        assertThrows(
                CompletionException.class,
                () -> await(new PlanStore(first.pool()).append(List.of(new Entry(room, 2, NOTHING)))));
        try (Connection woken = TestDatabase.connect(url);
                Statement statement = woken.createStatement()) {
            statement.execute("set werkraum.server = '" + first.number() + "'");
            for (String write : List.of(
                    "insert into plan_update (room, seq, data, crc) values ('" + room + "', 3, '', 0)",
                    "update room set title = 'Neu'",
                    "delete from member",
                    "update poll set question = 'Neu'")) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(write));
                assertEquals("WK001", refused.getSQLState(), write);
            }
        }
        await(new PlanStore(second.pool()).append(List.of(new Entry(room, 2, NOTHING))));
        assertEquals(
                "0,1,2",
                TestDatabase.ask(
                        url,
                        "select string_agg(seq::text, ',' order by seq) from (select 0 seq union select seq"
                                + " from plan_update where room = '" + room + "') as all_there"));
    }

    @Test
    @DisplayName(
            "CL-2: nothing of the old server is committed after the new one has taken over, whatever was under way")
    void aCommitUnderWayEndsBefore() throws SQLException {
        try (Connection slow = TestDatabase.connect(url);
                Statement statement = slow.createStatement()) {
            statement.execute("set werkraum.server = '" + first.number() + "'");
            slow.setAutoCommit(false);
            statement.execute("insert into plan_update (room, seq, data, crc) values ('" + room + "', 7, '', 0)");
            Future<Void> fenced = there.fence(first.number());
            Conditions.await("the fence waits", Duration.ofSeconds(10), () -> TestDatabase.ask(
                            url, "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                    .equals("1"));
            assertFalse(fenced.isComplete());
            slow.commit();
            await(fenced);
        }
        assertEquals("1", TestDatabase.ask(url, "select count(*) from plan_update where seq = 7"));
    }

    @Test
    @DisplayName("CL-2: every table is behind the fence")
    void everyTableIsBehindTheFence() {
        assertEquals(
                "room_owner, server, server_beat, writer",
                TestDatabase.ask(
                        url,
                        """
                        select string_agg(tablename, ', ' order by tablename) from pg_tables t where schemaname = 'werkraum'
                           and not exists (select 1 from pg_trigger g where g.tgname = 'fence'
                                             and g.tgrelid = format('%I.%I', schemaname, tablename)::regclass)
                        """));
    }

    @Test
    void beatsUntilItIsFenced() {
        assertTrue(await(here.beat()));
        List<Integer> numbers =
                await(there.peers()).stream().map(Servers.Peer::number).toList();
        assertEquals(List.of(first.number(), second.number()), numbers);
        await(here.fence(second.number()));
        assertEquals(1, await(here.peers()).size());
    }

    @Test
    @DisplayName("CL-3: one that is to be alone does not start beside several, nor these beside it")
    void aloneOrSeveral() {
        StartupException refused =
                assertThrows(StartupException.class, () -> Database.open(VERTX, url, Path.of("target"), 4)
                        .close());
        assertTrue(refused.getMessage().contains("Another Werkraum is using"), refused.getMessage());
        first.close();
        second.close();
        try (Database alone = Database.open(VERTX, url, Path.of("target"), 4)) {
            assertEquals("0", TestDatabase.ask(url, "select count(*) from server where not fenced"));
            assertThrows(StartupException.class, () -> join("third").close());
            assertFalse(alone.replaced().isComplete());
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
