package de.werkraum.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.werkraum.plan.StepWatch.Count;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D-1")
class StepCountsTest {
    private static final UUID ROOM = new UUID(1, 1);
    private static final Count SAID = new Count(5, 4);
    private static final Count STORED = new Count(3, 2);

    private final List<UUID> read = new ArrayList<>();
    private long now;
    private long head = 7;
    private boolean damaged;
    private final StepCounts counts =
            new StepCounts(rooms -> Future.succeededFuture(Map.of(ROOM, head)), this::plan, () -> now);

    private Future<Count> plan(UUID room) {
        read.add(room);
        return damaged ? Future.failedFuture("damaged") : Future.succeededFuture(STORED);
    }

    private Map<UUID, Count> look() {
        return counts.of(List.of(ROOM)).result();
    }

    @Test
    void aPlanIsReadOnceAndAgainWhereMoreWasStored() {
        assertEquals(Map.of(), look());
        assertEquals(Map.of(ROOM, STORED), look());
        assertEquals(1, read.size());
        head = 8;
        look();
        look();
        assertEquals(2, read.size());
    }

    @Test
    void aRoomsOwnWordIsEnoughForAWhile() {
        counts.said(ROOM, SAID);
        now = 29_999;
        assertEquals(Map.of(ROOM, SAID), look());
        assertEquals(0, read.size());
        now = 30_000;
        look();
        assertEquals(Map.of(ROOM, STORED), look());
        assertEquals(1, read.size());
    }

    @Test
    void whatCanNotBeReadIsNotReadForEachLook() {
        counts.said(ROOM, SAID);
        damaged = true;
        now = 30_000;
        look();
        now = 329_999;
        assertEquals(Map.of(ROOM, SAID), look(), "what was known is told on");
        assertEquals(1, read.size());
        damaged = false;
        now = 330_000;
        look();
        assertEquals(Map.of(ROOM, STORED), look());
        assertEquals(2, read.size());
    }
}
