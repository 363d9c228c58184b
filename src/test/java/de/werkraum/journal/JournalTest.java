package de.werkraum.journal;

import static de.werkraum.support.LiveStores.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.metrics.Metrics;
import de.werkraum.store.PlanStore;
import de.werkraum.support.Conditions;
import de.werkraum.support.LiveStores;
import de.werkraum.support.TestLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The journal over a real PostgreSQL, whose table is out of reach for a while where commits are to fail. */
class JournalTest {
    private static final LiveStores LIVE = new LiveStores();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MOST = 100;
    private static final int TIMES = 200;
    private static final int TRIES = 4;
    private static final Pattern FAILURES = Pattern.compile("(?m)^werkraum_commit_failures_total (\\S+)");

    private final UUID room = LIVE.room();
    private final List<Boolean> health = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());
    private final Author author = new Author() {
        @Override
        public void committed(long upTo) {
            heard.add(upTo);
        }

        @Override
        public void lost() {
            lost.set(true);
        }
    };
    private final AtomicBoolean lost = new AtomicBoolean();
    private final Journal journal = new Journal(
            LIVE.vertx(),
            LIVE.loop(),
            LIVE.stores().plans(),
            TestLimits.with(Map.of("journalBytes", MOST)),
            new Metrics(),
            health::add);

    @AfterAll
    static void close() {
        LIVE.close();
    }

    @Test
    void whatArrivesTogetherIsCommittedTogetherAndItsAuthorHearsTheLast() {
        LIVE.on(() -> {
            append(1, 2, 3);
            return null;
        });
        result(journal.drained());
        assertEquals(3, stored());
        assertEquals(1, rows(), "one row of one room");
        assertEquals(List.of(3L), heard);
        assertEquals(0, journal.pendingBytes());
        assertEquals(0, journal.pendingUpdates());
        assertEquals(0, journal.oldestNanos());
        assertTrue(health.isEmpty());
    }

    @Test
    void whatIsTypedWaitsForMoreUntilSomebodyWaitsForIt() {
        Journal patient = new Journal(
                LIVE.vertx(),
                LIVE.loop(),
                LIVE.stores().plans(),
                TestLimits.with(Map.of("commitPatienceMillis", 3_600_000)),
                new Metrics(),
                health::add);
        patient.append(new PlanStore.Entry(room, 1, new byte[] {0, 0}), author);
        patient.append(new PlanStore.Entry(room, 2, new byte[] {0, 0}), author);
        LIVE.on(() -> null);
        assertEquals(2, patient.pendingUpdates());
        patient.hurry();
        Conditions.await("it is committed", SOON, () -> patient.pendingUpdates() == 0);
        assertEquals(2, stored());
        assertEquals(List.of(2L), heard);
    }

    @Test
    void manyUpdatesAreNotWaitedWith() {
        Journal patient = new Journal(
                LIVE.vertx(),
                LIVE.loop(),
                LIVE.stores().plans(),
                TestLimits.with(Map.of("commitPatienceMillis", 3_600_000, "commitUpdates", 3)),
                new Metrics(),
                health::add);
        for (int seq = 1; seq <= 3; seq++) {
            patient.append(new PlanStore.Entry(room, seq, new byte[] {0, 0}), author);
        }
        Conditions.await("they are committed", SOON, () -> patient.pendingUpdates() == 0);
        assertEquals(3, stored());
    }

    @Test
    void drainedWaitsForNothingWhereNothingWaits() {
        result(journal.drained());
        assertEquals(0, stored());
    }

    @Test
    void aFailedCommitIsKeptAndTriedAgainAndNothingIsCalledSavedMeanwhile() {
        away();
        append(1, 2);
        Conditions.await("commits fail", SOON, () -> !journal.storing());
        append(3);
        assertEquals(3, journal.pendingUpdates());
        assertTrue(journal.oldestNanos() > 0);
        assertTrue(heard.isEmpty());
        back();
        result(journal.drained());
        assertEquals(3, stored());
        assertEquals(3L, heard.get(heard.size() - 1));
        assertEquals(List.of(false, true), health);
        assertTrue(journal.storing());
        assertFalse(lost.get(), "all that was committed is there");
    }

    @Test
    void writersWaitWhileTooMuchIsNotCommitted() {
        AtomicBoolean read = new AtomicBoolean();
        journal.whenRoom(() -> read.set(true));
        assertTrue(read.getAndSet(false), "there is room");
        away();
        journal.append(new PlanStore.Entry(room, 1, new byte[MOST]), author);
        journal.whenRoom(() -> read.set(true));
        Conditions.await("commits fail", SOON, () -> !journal.storing());
        assertFalse(read.get());
        back();
        Conditions.await("the writer is read on", SOON, read::get);
        assertEquals(1, stored());
    }

    @Test
    void inAnOutageOneTryFollowsTheOtherWithGrowingPausesHoweverMuchArrives() {
        Metrics metrics = new Metrics();
        Journal small = new Journal(
                LIVE.vertx(),
                LIVE.loop(),
                LIVE.stores().plans(),
                TestLimits.with(Map.of("commitBytes", 1)),
                metrics,
                health::add);
        away();
        long begin = System.nanoTime();
        for (int seq = 1; seq <= TIMES || failures(metrics) < TRIES; seq++) {
            small.append(new PlanStore.Entry(room, seq, new byte[] {0, 0}), author);
            LIVE.on(() -> null);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        int tries = failures(metrics);
        back();
        result(small.drained());
        assertTrue(millis >= 100 + 200 + 400, TRIES + " tries took " + millis + " ms");
        assertTrue(tries <= 3 + millis / 400, tries + " tries in " + millis + " ms");
    }

    private static int failures(Metrics metrics) {
        Matcher count = FAILURES.matcher(new String(metrics.text(), StandardCharsets.UTF_8));
        return count.find() ? (int) Double.parseDouble(count.group(1)) : 0;
    }

    private void append(long... numbers) {
        for (long seq : numbers) {
            journal.append(new PlanStore.Entry(room, seq, new byte[] {0, 0}), author);
        }
    }

    private long stored() {
        return LIVE.number("select coalesce(sum(updates), 0) from plan_update where room = '" + room + "'");
    }

    private long rows() {
        return LIVE.number("select count(*) from plan_update where room = '" + room + "'");
    }

    private static void away() {
        LIVE.execute("alter table plan_update rename to out_of_reach");
    }

    private static void back() {
        LIVE.execute("alter table out_of_reach rename to plan_update");
    }
}
