package de.werkraum.room;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends a room's messages: each is encoded once, gathered for one turn of the room's event loop, and handed over with one hop to each loop
 * that holds receivers. On the room's event loop only.
 */
final class Fanout {
    private final Context room;
    private final Map<Context, List<Letter>> turn = new LinkedHashMap<>();
    private boolean scheduled;

    /** One message for one outlet. */
    private record Letter(Outlet outlet, Outgoing message) {}

    Fanout(Context room) {
        this.room = room;
    }

    void toAll(Iterable<Session> sessions, Outgoing message, @Nullable Session except, long now) {
        for (Session session : sessions) {
            if (session != except) {
                to(session, message, now);
            }
        }
    }

    void to(Session session, Outgoing message, long now) {
        session.sentAt(now);
        turn.computeIfAbsent(session.outlet().loop(), loop -> new ArrayList<>())
                .add(new Letter(session.outlet(), message));
        if (!scheduled) {
            scheduled = true;
            room.runOnContext(later -> flush());
        }
    }

    /** What was sent before arrives before the goodbye. */
    void close(Session session, Goodbye goodbye) {
        flush();
        Outlet outlet = session.outlet();
        outlet.loop().runOnContext(there -> outlet.close(goodbye.code(), goodbye.reason()));
    }

    private void flush() {
        scheduled = false;
        turn.forEach((loop, letters) -> loop.runOnContext(
                there -> letters.forEach(letter -> letter.outlet().send(letter.message()))));
        turn.clear();
    }
}
