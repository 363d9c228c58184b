package de.werkraum.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.support.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {
    @Test
    void anInsertedRankLiesStrictlyBetweenItsNeighbours() {
        Seeded.cases(200, random -> {
            var ranks = new ArrayList<>(Ranks.evenly(random.nextInt(5)));
            for (int i = 0; i < 200; i++) {
                int at = random.nextInt(ranks.size() + 1);
                String before = at == 0 ? null : ranks.get(at - 1);
                String after = at == ranks.size() ? null : ranks.get(at);
                ranks.add(at, Ranks.between(before, after));
            }
            assertSorted(ranks);
            ranks.forEach(rank -> assertTrue(rank.matches("[0-9A-Za-z]*[1-9A-Za-z]"), rank));
        });
    }

    @Test
    void ranksOfOthersAreTakenAsTheyAre() {
        Seeded.cases(20_000, random -> {
            String a = foreign(random);
            String b = foreign(random);
            if (a.compareTo(b) > 0) {
                String c = a;
                a = b;
                b = c;
            }
            if (a.equals(b) || b.equals(a + "\0")) {
                String low = a;
                String high = b;
                assertThrows(IllegalArgumentException.class, () -> Ranks.between(low, high));
                assertTrue(Ranks.near(low, high).compareTo(low) > 0);
            } else {
                String between = Ranks.between(a, b);
                assertTrue(a.compareTo(between) < 0 && between.compareTo(b) < 0, a + " < " + between + " < " + b);
            }
        });
    }

    @Test
    void alwaysInsertingAtOnePlaceKeepsRanksBearable() {
        String before = "V";
        String after = null;
        for (int i = 0; i < 1000; i++) {
            after = Ranks.between(before, after);
        }
        assertTrue(after != null && after.length() < 250, after);
    }

    @Test
    void evenRanksAreShortAndInOrder() {
        assertEquals(List.of("V"), Ranks.evenly(1));
        assertEquals(List.of(), Ranks.evenly(0));
        List<String> many = Ranks.evenly(5000);
        assertSorted(many);
        assertTrue(many.stream().allMatch(rank -> rank.length() <= 4));
    }

    @Test
    void nothingLiesBetweenEqualRanks() {
        assertThrows(IllegalArgumentException.class, () -> Ranks.between("V", "V"));
        assertThrows(IllegalArgumentException.class, () -> Ranks.between("W", "V"));
        assertThrows(IllegalArgumentException.class, () -> Ranks.between(null, ""));
    }

    private static String foreign(Random random) {
        String units = "\0\u0001 /0V:~äあ";
        var rank = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            rank.append(units.charAt(random.nextInt(units.length())));
        }
        return rank.toString();
    }

    private static void assertSorted(List<String> ranks) {
        for (int i = 1; i < ranks.size(); i++) {
            assertTrue(ranks.get(i - 1).compareTo(ranks.get(i)) < 0, ranks.get(i - 1) + " " + ranks.get(i));
        }
    }
}
