package de.werkraum.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.metrics.Metrics;
import de.werkraum.support.Conditions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Hall hall = new Hall();
    private final Spoken first = new Spoken("<");
    private final Spoken second = new Spoken("{");
    private final Window window = new Window(new Metrics());

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    @DisplayName("S-4: all hear an edit but its author")
    void authorsHearAllButTheirOwn() {
        Ear anna = new Ear(hall.here, first);
        Ear bert = new Ear(hall.here, first);
        Ear carla = new Ear(hall.here, first);
        Session annas = hall.session(anna);
        Session berts = hall.session(bert);
        add("a", annas);
        add("b", berts);
        add("c", annas);
        add("server", null);
        write(null, List.of(annas, berts, hall.session(carla)));
        assertEquals(List.of("<b<server"), anna.writes());
        assertEquals(List.of("<a<c<server"), bert.writes());
        assertEquals(List.of("<a<b<c<server"), carla.writes());
        assertEquals(4, first.framed(), "each edit is framed once for all");
    }

    @Test
    void eachDialectGetsItsOwnFramesMadeOnce() {
        Ear anna = new Ear(hall.here, first);
        Ear bert = new Ear(hall.elsewhere, second);
        Ear carla = new Ear(hall.elsewhere, second);
        add("a", null);
        write(Outgoing.Presence.of(List.of()), List.of(hall.session(anna), hall.session(bert), hall.session(carla)));
        Conditions.await("another loop", SOON, () -> carla.writes().size() == 1);
        assertEquals(List.of("<a<presence"), anna.writes());
        assertEquals(List.of("{a{presence"), bert.writes());
        assertEquals(bert.writes(), carla.writes());
        assertEquals(1, second.framed());
    }

    @Test
    void lettersAndNewsTravelWithWhatIsForAll() {
        Ear anna = new Ear(hall.here, first);
        Session session = hall.session(anna, Session.Kind.SYNC_AND_EVENTS, () -> new Outgoing.Saved(3, 0, true, 0));
        session.letter(Outgoing.Event.of("ok", "{}"));
        add("a", null);
        write(null, List.of(session));
        assertEquals(List.of("<ok<saved3<a"), anna.writes(), "in one write");
    }

    @Test
    void whoHearsEventsOnlyGetsNoEditsAndNoEmptyWrite() {
        Ear screen = new Ear(hall.here, first);
        Session session = hall.session(screen, Session.Kind.EVENTS, () -> null);
        add("a", null);
        write(Outgoing.Presence.of(List.of()), List.of(session));
        assertTrue(screen.writes().isEmpty());
        assertEquals(0, first.framed());
    }

    @Test
    void aLargeRoomIsWrittenToInTurns() {
        List<Session> sessions = new ArrayList<>();
        List<Ear> ears = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            ears.add(new Ear(hall.here, first));
            sessions.add(hall.session(ears.get(i)));
        }
        add("a", null);
        hall.on(() -> {
            window.seal(null, sessions);
            assertFalse(window.write(), "others have their turn in between");
            assertTrue(window.write());
            return null;
        });
        ears.forEach(ear -> assertEquals(List.of("<a"), ear.writes()));
    }

    private void add(String text, @Nullable Session author) {
        window.add(new Outgoing.Update(text.getBytes(StandardCharsets.UTF_8)), author);
    }

    private void write(@Nullable Outgoing states, List<Session> sessions) {
        assertTrue(hall.on(() -> {
            window.seal(states, sessions);
            return window.write();
        }));
    }
}
