package de.werkraum.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import de.werkraum.store.Session;
import de.werkraum.store.StoredSession;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A programme that is brought again. */
@DisplayName("G-4")
class UpdateTest {
    private static final Instant NINE = Instant.parse("2026-07-04T07:00:00Z");

    private static Session session(@Nullable String key, String title, @Nullable String place) {
        return new Session(key, title, place, NINE, null, List.of(), null, null, null);
    }

    private static StoredSession stored(Session now, @Nullable Session brought) {
        return new StoredSession(UUID.randomUUID(), now, brought, null);
    }

    private static Change only(StoredSession there, Session brought) {
        Update update = Update.of(List.of(there), List.of(brought));
        assertEquals(1, update.changes().size());
        return update.changes().get(0);
    }

    @Test
    void whatTheFileChangesIsTaken() {
        Session before = session("k", "Alt", "Saal 1");
        Change change = only(stored(before, before), session("k", "Neu", "Saal 1"));
        assertEquals(Change.Kind.UPDATED, change.kind());
        assertEquals("Neu", change.after().title());
        assertEquals(List.of("title"), change.changed());
    }

    @Test
    void whatWasTypedStaysUntilTheFileSaysSomethingNew() {
        Session brought = session("k", "Titel", "Saal 1");
        StoredSession typed = stored(session("k", "Titel", "Saal 9"), brought);
        Change again = only(typed, brought);
        assertEquals(Change.Kind.SAME, again.kind());
        assertEquals("Saal 9", again.after().place());
        assertEquals(List.of("place"), again.kept());
        Change moved = only(typed, session("k", "Titel", "Saal 2"));
        assertEquals("Saal 2", moved.after().place());
        assertNull(
                only(stored(session("k", "Titel", null), brought), brought)
                        .after()
                        .place(),
                "emptied on purpose");
    }

    @Test
    void whatTheFileDoesNotSayStays() {
        Session before = new Session("k", "Titel", "Saal", NINE, null, List.of("Mona"), 30, "efa-reuse", "plenary-30");
        Change change = only(stored(before, before), session("k", "Titel", null));
        assertEquals(before, change.after());
        assertEquals(Change.Kind.SAME, change.kind());
    }

    @Test
    void aTypedSessionIsFoundByItsTitleAndGetsTheKey() {
        Change change = only(stored(session(null, "Titel", null), null), session("k", "Titel", "Saal"));
        assertEquals("k", change.after().key());
        assertEquals("Saal", change.after().place());
    }

    @Test
    void anotherKeyIsAnotherSession() {
        Session before = session("k", "Titel", "Saal");
        Update update = Update.of(List.of(stored(before, before)), List.of(session("l", "Titel", "Saal")));
        assertEquals(Change.Kind.NEW, update.changes().get(0).kind());
        assertEquals(1, update.missing().size(), "and the first is told to be missing");
    }

    @Test
    void twoOfOneTitleAreToldApartByTheirTime() {
        Session early = session(null, "Werkstatt", null);
        Session late = new Session(null, "Werkstatt", null, NINE.plusSeconds(3_600), null, List.of(), null, null, null);
        StoredSession first = stored(early, early);
        StoredSession second = stored(late, late);
        Update update = Update.of(List.of(first, second), List.of(late, early));
        assertEquals(second, update.changes().get(0).before());
        assertEquals(first, update.changes().get(1).before());
        Session moved =
                new Session(null, "Werkstatt", null, NINE.plusSeconds(7_200), null, List.of(), null, null, null);
        assertNull(
                Update.of(List.of(first, second), List.of(moved))
                        .changes()
                        .get(0)
                        .before(),
                "nobody can know which");
    }

    @Test
    void ourOwnCalendarComesHome() {
        Session typed = session(null, "Titel", null);
        StoredSession there = stored(typed, null);
        Change change = only(there, session(there.id() + "@e.werkraum", "Anders", null));
        assertEquals(there, change.before());
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        List<Session> file = List.of(session("a", "A", "1"), session("b", "B", null), session(null, "C", "3"));
        List<StoredSession> there = file.stream().map(one -> stored(one, one)).toList();
        Update update = Update.of(there, file);
        update.changes().forEach(change -> assertEquals(Change.Kind.SAME, change.kind()));
        assertEquals(List.of(), update.missing());
    }
}
