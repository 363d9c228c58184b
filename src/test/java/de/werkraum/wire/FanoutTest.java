package de.werkraum.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.metrics.Metrics;
import de.werkraum.support.Conditions;
import de.werkraum.sync.AwarenessState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FanoutTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Hall hall = new Hall();
    private final Spoken dialect = new Spoken("<");
    private final Ear ear = new Ear(hall.here, dialect);
    private final Metrics metrics = new Metrics();
    private final Audience audience = new Audience(hall.vertx, new Loop(hall.here), metrics);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void whatIsSaidInOneTurnLeavesInOneWrite() {
        Session session = enter(() -> null);
        hall.on(() -> {
            edit("a");
            audience.send(session, Outgoing.Event.of("ok", "{}"));
            edit("b");
            return null;
        });
        await(1);
        assertEquals(List.of("<ok<a<b"), ear.writes());
    }

    @Test
    void ofPresenceOnlyTheNewestOfAClientIsTold() {
        Ear stock = new Ear(hall.here, YWebSocket.DIALECT);
        hall.on(() -> {
            audience.enter(hall.session(stock));
            audience.presence(List.of(new AwarenessState(7, 1, "\"old\"")));
            audience.presence(List.of(new AwarenessState(7, 2, "\"new\""), new AwarenessState(8, 1, "\"other\"")));
            return null;
        });
        Conditions.await("a write", SOON, () -> stock.writes().size() == 1);
        String heard = stock.writes().get(0);
        assertTrue(heard.contains("new") && heard.contains("other") && !heard.contains("old"), heard);
    }

    @Test
    void newsWaitsForSomethingToTravelWith() {
        AtomicReference<@Nullable Outgoing> news = new AtomicReference<>(new Outgoing.Saved(1, 0, true, 0));
        Session session = enter(() -> news.getAndSet(null));
        hall.on(() -> {
            audience.news(session, false);
            news.set(new Outgoing.Saved(2, 0, true, 0));
            edit("a");
            return null;
        });
        await(1);
        assertEquals(List.of("<saved2<a"), ear.writes(), "the newest");
        hall.on(() -> {
            news.set(new Outgoing.Saved(3, 0, true, 0));
            audience.news(session, false);
            return null;
        });
        await(2);
        assertEquals("<saved3", ear.writes().get(1), "alone where nothing else comes");
    }

    @Test
    void lettersArriveBeforeTheGoodbyeAndNothingAfterIt() {
        Session session = enter(() -> null);
        hall.on(() -> {
            audience.send(session, Outgoing.Event.of("ok", "{}"));
            audience.leave(session);
            audience.dismiss(session, Goodbye.REMOVED);
            edit("a");
            return null;
        });
        await(2);
        assertEquals(List.of("<ok", "closed 4403"), ear.writes());
    }

    private Session enter(News news) {
        Session session = hall.session(ear, Session.Kind.SYNC_AND_EVENTS, news);
        return hall.on(() -> {
            audience.enter(session);
            return session;
        });
    }

    private void edit(String text) {
        audience.edit(new Outgoing.Update(text.getBytes(StandardCharsets.UTF_8)), null);
    }

    private void await(int writes) {
        Conditions.await(writes + " writes", SOON, () -> ear.writes().size() >= writes);
    }
}
