package de.werkraum.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A transaction tells what changed; what an update would add can be asked before. */
class ObserveTest {
    private final Doc doc = new Doc(1);
    private final List<Changes> seen = new ArrayList<>();

    @Test
    void tellsRootsKeysAndTypes() {
        doc.observe(seen::add);
        YMap steps = doc.getMap("steps");
        YText title = new YText("Title");
        YMap step = new YMap().set("title", title).set("rank", "a");
        doc.transact(() -> steps.set("s1", step));
        assertEquals(step, title.parent());
        assertEquals(Set.of("steps"), seen.get(0).roots());
        assertEquals(Set.of("s1"), seen.get(0).keysOf("steps"));
        assertEquals(Set.of(steps), seen.get(0).types());
        assertTrue(seen.get(0).local());

        title.insert(0, "My ");
        assertEquals(Set.of("s1"), seen.get(1).keysOf("steps"));
        assertEquals(Set.of(title), seen.get(1).types());
        assertTrue(seen.get(1).content(title));
        assertEquals(Set.of(), seen.get(1).keys(title));

        step.set("rank", "b");
        assertEquals(Set.of("rank"), seen.get(2).keys(step));
        steps.remove("s1");
        assertEquals(Set.of(steps), seen.get(3).types());
        assertFalse(title.isLive());
    }

    @Test
    void tellsOfUpdatesTypedInPlaceToo() {
        Doc other = new Doc(2);
        doc.applyUpdate(other.transact(() -> other.getText("t").insert(0, "a")));
        Subscription subscription = doc.observe(seen::add);
        doc.applyUpdate(other.transact(() -> other.getText("t").insert(1, "b")));
        assertEquals(Set.of("t"), seen.get(0).roots());
        assertFalse(seen.get(0).local());
        doc.applyUpdate(other.encodeStateAsUpdate());
        assertEquals(1, seen.size(), "nothing new, nothing told");
        subscription.close();
        subscription.close();
        doc.applyUpdate(other.transact(() -> other.getText("t").insert(2, "c")));
        assertEquals(1, seen.size());
        assertEquals("abc", doc.getText("t").toString());
    }

    @Test
    void inspectionTellsWhatWouldBeNew() {
        Doc other = new Doc(2);
        byte[] first = other.transact(() -> other.getText("t").insert(0, "abc"));
        byte[] second = other.transact(() -> other.getText("t").delete(1, 1));
        assertEquals(Set.of(2L), doc.inspect(first).clients());
        assertEquals(new Novelty(true, Set.of(), 150), doc.inspect(second));
        doc.applyUpdate(first);
        assertEquals(new Novelty(false, Set.of(), 0), doc.inspect(first));
        assertEquals(new Novelty(true, Set.of(), 150), doc.inspect(second));
        doc.applyUpdate(second);
        assertEquals(new Novelty(false, Set.of(), 0), doc.inspect(other.encodeStateAsUpdate()));
    }

    @Test
    void whatWaitsIsNewUntilItIsIn() {
        Doc other = new Doc(2);
        byte[] first = other.transact(() -> other.getText("t").insert(0, "a"));
        byte[] second = other.transact(() -> other.getText("t").insert(1, "b"));
        doc.applyUpdate(second);
        assertTrue(doc.hasPending());
        assertTrue(doc.inspect(second).any());
        Doc third = new Doc(3);
        third.applyUpdate(doc.encodeStateAsUpdate());
        assertTrue(third.hasPending(), "what waits is handed on");
        third.applyUpdate(first);
        assertEquals("ab", third.getText("t").toString());
        assertFalse(third.hasPending());
    }

    @Test
    void anotherCopyWithTheSameIdMakesThisOneTakeANewId() {
        Doc twin = new Doc(1);
        doc.applyUpdate(twin.transact(() -> twin.getText("t").insert(0, "a")));
        assertFalse(doc.clientId() == 1);
    }

    @Test
    void misuseIsRefusedAndChangesNothing() {
        YText text = doc.getText("t");
        assertThrows(IllegalStateException.class, () -> doc.getMap("t"));
        assertThrows(IndexOutOfBoundsException.class, () -> text.insert(1, "x"));
        assertThrows(IndexOutOfBoundsException.class, () -> text.delete(0, 1));
        assertThrows(IllegalArgumentException.class, () -> doc.getMap("m").set("k", new Object()));
        YMap map = new YMap();
        doc.getMap("m").set("k", map);
        assertThrows(IllegalArgumentException.class, () -> doc.getMap("m").set("l", map));
        assertThrows(IllegalStateException.class, () -> doc.transact(() -> doc.applyUpdate(new byte[] {0, 0})));
        assertEquals(0, doc.transact(() -> {}).length);
        assertEquals("{\"k\":{}}", doc.getMap("m").toJson());
    }
}
