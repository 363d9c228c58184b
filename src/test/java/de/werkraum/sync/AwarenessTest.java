package de.werkraum.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AwarenessTest {
    private final Awareness<String> awareness = new Awareness<>(100, 60);

    private static AwarenessState state(long client, long clock, String state) {
        return new AwarenessState(client, clock, state);
    }

    private static Optional<AwarenessState> heard(long client, long clock, String state) {
        return Optional.of(state(client, clock, state));
    }

    @Test
    void onlyNewerStatesAreHeard() {
        assertEquals(heard(7, 1, "{}"), awareness.take(state(7, 1, "{}"), "anna"));
        assertEquals(Optional.empty(), awareness.take(state(7, 1, "{\"old\":1}"), "anna"));
        assertEquals(heard(7, 2, "{\"a\":1}"), awareness.take(state(7, 2, "{\"a\":1}"), "anna"));
        assertEquals(List.of(state(7, 2, "{\"a\":1}")), awareness.present());
    }

    @Test
    void anEchoIsIgnoredAndReviveNobody() {
        awareness.take(state(7, 1, "{}"), "anna");
        assertEquals(Optional.empty(), awareness.take(state(7, 9, "{\"forged\":1}"), "bert"));
        awareness.leave(7);
        assertEquals(Optional.empty(), awareness.take(state(7, 10, "{}"), "bert"));
        assertEquals(List.of(), awareness.present());
    }

    @Test
    void aClientGoesWithTheClockItHad() {
        awareness.take(state(7, 5, "{}"), "anna");
        assertEquals(heard(7, 5, AwarenessState.GONE), awareness.take(state(7, 5, AwarenessState.GONE), "anna"));
        assertEquals(Optional.empty(), awareness.leave(7), "it has gone already");
    }

    @Test
    void whoComesBackWithAnOldClockIsHeardByAll() {
        awareness.take(state(7, 5, "{}"), "anna");
        awareness.leave(7);
        assertEquals(heard(7, 6, "{\"back\":1}"), awareness.take(state(7, 5, "{\"back\":1}"), "anna"));
        assertEquals(heard(7, 7, "{\"next\":1}"), awareness.take(state(7, 6, "{\"next\":1}"), "anna"));
    }

    @Test
    @Tag("S-19")
    void whoCameBackAndTellsWhatItHearsOfItselfIsNotToldForEver() {
        awareness.take(state(7, 5, "{}"), "anna");
        awareness.leave(7);
        assertEquals(heard(7, 6, "{}"), awareness.take(state(7, 5, "{}"), "anna"));
        assertEquals(Optional.empty(), awareness.take(state(7, 6, "{}"), "anna"), "as it was told");
        assertEquals(heard(7, 7, "{\"next\":1}"), awareness.take(state(7, 7, "{\"next\":1}"), "anna"));
        assertEquals(Optional.empty(), awareness.take(state(7, 7, "{\"next\":1}"), "anna"));
        awareness.leave(7);
        assertEquals(heard(7, 8, "{}"), awareness.take(state(7, 7, "{}"), "anna"));
        assertEquals(heard(7, 9, "{\"next\":2}"), awareness.take(state(7, 9, "{\"next\":2}"), "anna"), "it has heard");
        assertEquals(heard(7, 10, "{\"next\":3}"), awareness.take(state(7, 10, "{\"next\":3}"), "anna"));
    }

    @Test
    void aFullMemoryForgetsTheGoneFirst() {
        for (int client = 0; client < 100; client++) {
            awareness.take(state(client, 1, "{}"), client % 2 == 0 ? "anna" : "carl");
        }
        assertEquals(Optional.empty(), awareness.take(state(500, 1, "{}"), "bert"));
        awareness.leave(3);
        assertEquals(heard(500, 1, "{}"), awareness.take(state(500, 1, "{}"), "bert"));
    }

    @Test
    void nobodyTakesUpTheMemoryAlone() {
        for (int client = 0; client < 60; client++) {
            awareness.take(state(client, 1, "{}"), "anna");
        }
        assertEquals(Optional.empty(), awareness.take(state(60, 1, "{}"), "anna"));
        assertEquals(heard(61, 1, "{}"), awareness.take(state(61, 1, "{}"), "bert"));
        awareness.leave(7);
        assertEquals(heard(60, 1, "{}"), awareness.take(state(60, 1, "{}"), "anna"));
        assertEquals(61, awareness.present().size());
    }
}
