package de.werkraum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.TestLimits;
import de.werkraum.wire.Goodbye;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BERT = new UUID(0, 2);

    private final AtomicLong nanos = new AtomicLong();
    private final Ledger ledger = new Ledger(
            TestLimits.with(Map.of("partialBytesPerMember", 100, "partialBytes", 150, "framesPerSecond", 10))
                    .messages(),
            nanos::get);
    private final List<String> gone = new ArrayList<>();

    @Test
    @Tag("B-9")
    void theNewestOfAMemberAndTheOldestOfAllGo() {
        Ledger.Share first = open(ANNA, "first");
        Ledger.Share second = open(ANNA, "second");
        first.hold(80);
        second.hold(20);
        second.hold(21);
        assertEquals(List.of("second FLOODING"), gone);
        assertEquals(80, ledger.held());
        second.hold(1_000);
        assertEquals(80, ledger.held(), "nothing counts of who has gone");
        open(BERT, "third").hold(71);
        assertEquals(List.of("second FLOODING", "first FULL"), gone);
        assertEquals(71, ledger.held());
    }

    @Test
    void whoIsDoneIsTheYoungestAgain() {
        Ledger.Share first = open(ANNA, "first");
        Ledger.Share second = open(BERT, "second");
        first.hold(60);
        second.hold(60);
        first.hold(0);
        first.hold(60);
        open(new UUID(0, 3), "third").hold(60);
        assertEquals(List.of("second FULL"), gone);
    }

    @Test
    void framesPassAtAPaceOfTheMemberAndItIsForgottenAtTheEnd() {
        Ledger.Share first = open(ANNA, "first");
        Ledger.Share second = open(ANNA, "second");
        for (int i = 0; i < 5; i++) {
            assertEquals(0, first.frame());
            assertEquals(i == 4, second.frame() > 0);
        }
        assertEquals(0, open(BERT, "third").frame());
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertEquals(0, first.frame());
        assertTrue(ledger.members() == 2);
        first.close();
        second.close();
        second.close();
        assertEquals(1, ledger.members());
    }

    private Ledger.Share open(UUID member, String name) {
        return ledger.open(member, (Goodbye why) -> gone.add(name + " " + why));
    }
}
