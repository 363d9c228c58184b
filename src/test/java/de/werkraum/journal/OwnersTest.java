package de.werkraum.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnersTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BERT = new UUID(0, 2);

    private final Owners owners = new Owners();

    @Test
    void whoPassesOnOthersItemsGainsNothing() {
        assertEquals(Set.of(), owners.foreign(Set.of(7L), BERT, false, any -> true));
        assertEquals(Set.of(), owners.foreign(Set.of(7L), ANNA, true, any -> true));
        assertEquals(Set.of(7L), owners.foreign(Set.of(7L, 8L), BERT, true, any -> true));
        assertEquals(Set.of(), owners.foreign(Set.of(7L), BERT, true, any -> false));
    }

    @Test
    void whatIsKeptIsBounded() {
        for (long client = 0; client < 5_000; client++) {
            owners.foreign(Set.of(client), ANNA, true, any -> true);
        }
        assertTrue(owners.size() <= 500);
        assertEquals(Set.of(4_999L), owners.foreign(Set.of(4_999L), BERT, true, any -> true), "the newest is known");
        for (long member = 10; member < 50_000; member++) {
            owners.foreign(Set.of(member * 1_000), new UUID(1, member), true, any -> false);
        }
        assertTrue(owners.size() <= 20_501, "members who have gone are forgotten");
    }
}
