package de.werkraum.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Doc;
import de.werkraum.wire.Outgoing;
import java.util.List;
import org.junit.jupiter.api.Test;

class WelcomeTest {
    private final Doc doc = new Doc(1);
    private final Welcome welcome = new Welcome();
    private int version;

    private void type(String text) {
        doc.getText("goal").insert(0, text);
        version++;
    }

    /** What a client holds that joins with nothing. */
    private String joined() {
        Doc client = new Doc(2);
        for (Outgoing part : welcome.step2(doc, version)) {
            Outgoing message = part instanceof Outgoing.Shared shared ? shared.message() : part;
            client.applyUpdate(
                    message instanceof Outgoing.Step2 step2 ? step2.update() : ((Outgoing.Update) message).update());
        }
        return client.getText("goal").toString();
    }

    @Test
    void isForThoseWhoHaveNothing() {
        assertTrue(Welcome.isFor(new Doc(3).encodeStateVector()));
        type("a");
        assertEquals(false, Welcome.isFor(doc.encodeStateVector()));
    }

    @Test
    void encodesOnceForManyOfTheSameVersion() {
        type("Ziel");
        assertSame(
                welcome.step2(doc, version).get(0), welcome.step2(doc, version).get(0));
        assertEquals("Ziel", joined());
    }

    @Test
    void addsWhatIsNewInsteadOfEncodingAnew() {
        type("x".repeat(50_000));
        Outgoing whole = welcome.step2(doc, version).get(0);
        type("neu ");
        List<Outgoing> parts = welcome.step2(doc, version);
        assertEquals(2, parts.size());
        assertSame(whole, parts.get(0));
        assertEquals("neu " + "x".repeat(50_000), joined());
    }

    @Test
    void encodesAnewWhenMuchIsNew() {
        type("alt");
        Outgoing whole = welcome.step2(doc, version).get(0);
        type("y".repeat(1_000));
        assertNotEquals(whole, welcome.step2(doc, version).get(0));
        assertEquals("y".repeat(1_000) + "alt", joined());
    }

    @Test
    void letsGoOfWhatNobodyAsksFor() {
        type("Ziel");
        Outgoing whole = welcome.step2(doc, version).get(0);
        welcome.rest();
        assertSame(whole, welcome.step2(doc, version).get(0));
        welcome.rest();
        welcome.rest();
        assertNotEquals(whole, welcome.step2(doc, version).get(0));
    }

    @Test
    void asksForWhatTheServerLacks() {
        type("Ziel");
        Outgoing.Step1 question = (Outgoing.Step1) welcome.step1(doc, version);
        assertArrayEquals(doc.encodeStateVector(), question.stateVector());
    }
}
