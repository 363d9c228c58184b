package de.werkraum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.access.Ids;
import de.werkraum.access.Member;
import de.werkraum.access.Role;
import de.werkraum.support.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // open() sets the statics
class RetentionStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Ids IDS = new Ids();
    private static final Vertx VERTX = Vertx.vertx();

    private static Database database;
    private static Stores stores;

    @BeforeAll
    static void open() {
        database = Database.open(VERTX, TestDatabase.url(), Path.of("target", "retention"));
        stores = Stores.of(database.pool());
    }

    @AfterAll
    static void close() {
        database.close();
        VERTX.close();
    }

    private static <T> T result(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static UUID room(Instant entered) throws Exception {
        StoredRoom room = StoredRoom.fresh(IDS.next(), null, "Raum", "de", entered);
        result(stores.rooms().create(room));
        Member member = new Member(IDS.next(), room.id(), "Marta Kowalczyk", "Stadt Kronau", Role.PARTICIPANT);
        result(stores.members().create(member, entered));
        result(stores.plans().append(List.of(new PlanStore.Entry(room.id(), 1, new byte[] {0, 0}))));
        return room.id();
    }

    @Test
    void peopleGoAfterTheirTimeAndPlansStay() throws Exception {
        UUID old = room(NOW.minus(Duration.ofDays(91)));
        UUID fresh = room(NOW.minus(Duration.ofDays(89)));
        RetentionStore retention = new RetentionStore(database.pool());
        assertEquals(1, result(retention.erase(NOW.minus(Duration.ofDays(90)))));
        assertTrue(result(stores.members().list(old)).isEmpty());
        assertEquals(1, result(stores.members().list(fresh)).size());
        assertEquals(1, result(stores.plans().load(old)).seq());
        int named = result(database.pool()
                .query("select count(*) from member where name like '%Marta%'")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0)));
        assertEquals(1, named, "only the fresh room still knows a name");
        assertEquals(0, result(retention.erase(NOW.minus(Duration.ofDays(90)))), "a second run finds nothing to do");
    }
}
