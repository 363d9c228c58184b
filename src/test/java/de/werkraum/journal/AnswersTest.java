package de.werkraum.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Seeded;
import de.werkraum.wire.Outgoing;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A client that counts what is not saved, and the answers it gets. */
class AnswersTest {
    private final Saved saved = new Saved();
    /** What providers 2 count: below nothing, too, where there is an answer too many. */
    private long count;

    private long seq;
    private long committed;
    /** Whether something was refused that no step 2 has brought since. */
    private boolean refused;

    private void asks() {
        count = 1;
        saved.asks();
    }

    private void writes() {
        count++;
        saved.update(++seq, committed);
    }

    private void isRefused() {
        count++;
        refused = true;
        saved.refuse(committed);
    }

    private void step2() {
        refused = false;
        saved.step2(++seq, committed);
    }

    private void commits(long upTo) {
        committed = upTo;
        saved.advance(upTo);
        hears();
    }

    private void hears() {
        if (saved.take() instanceof Outgoing.Saved told) {
            count -= told.answers();
        }
    }

    @Test
    @Tag("Y-5")
    void eachUpdateAndTheStepTwoItWasAskedForAreAnsweredWhenTheyAreCommitted() {
        asks();
        step2();
        writes();
        writes();
        hears();
        assertEquals(3, count, "nothing is committed");
        commits(2);
        assertEquals(1, count);
        commits(3);
        assertEquals(0, count);
    }

    @Test
    @Tag("Y-6")
    void whatWasRefusedIsAnsweredWithTheStepTwoThatBringsIt() {
        asks();
        saved.refuseStep2();
        isRefused();
        isRefused();
        hears();
        assertEquals(3, count);
        step2();
        isRefused();
        commits(seq);
        assertEquals(1, count, "what was refused afterwards still waits");
        step2();
        commits(seq);
        assertEquals(0, count, "the server asked by itself: its step 2 is none that the client has counted");
    }

    @Test
    @Tag("Y-5")
    void whoAsksAgainBeginsToCountAnew() {
        asks();
        step2();
        writes();
        isRefused();
        asks();
        writes();
        commits(2);
        assertEquals(2, count, "the answer to what was written before would be one too many");
        step2();
        commits(seq);
        assertEquals(0, count);
    }

    @Test
    @Tag("Y-5")
    void whateverHappensNothingIsCalledSavedBeforeItIsAndInTheEndAllIs() {
        Seeded.cases(2_000, AnswersTest::anything);
    }

    private static void anything(Random random) {
        AnswersTest client = new AnswersTest();
        client.asks();
        boolean owes = true;
        for (int i = 0; i < 30; i++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> client.writes();
                case 2 -> client.isRefused();
                case 3 -> {
                    if (owes || client.refused) {
                        client.step2();
                        owes = false;
                    }
                }
                case 4 -> client.commits(client.committed + random.nextLong(client.seq - client.committed + 1));
                default -> {
                    if (!owes) {
                        client.asks();
                        owes = true;
                    }
                }
            }
            boolean all = client.committed == client.seq && !client.refused && !owes;
            assertTrue(client.count > 0 || all, "called saved too early");
            assertTrue(client.count >= 0, "an answer too many");
        }
        client.step2();
        client.commits(client.seq);
        assertEquals(0, client.count);
    }
}
