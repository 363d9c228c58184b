package de.werkraum.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hundreds who type behind the same letter, each knowing few of the others, stand in the order of real Yjs however they arrive. */
class CrowdedPlaceTest {
    private static final int SESSIONS = Integer.getInteger("crdt.crowds", 4);
    private static final int CLIENTS = 300;

    @Test
    void standInTheOrderOfYjs() throws Exception {
        long first = Long.getLong("crdt.seed", System.nanoTime());
        try (RealYjs yjs = new RealYjs()) {
            for (long seed = first; seed < first + SESSIONS; seed++) {
                session(yjs, seed);
            }
        }
    }

    private static void session(RealYjs yjs, long seed) throws Exception {
        Random random = new Random(seed);
        Doc author = new Doc(1);
        byte[] start = author.transact(() -> author.getText("t").insert(0, "ab"));
        byte[] rest = author.transact(() -> author.getText("t").insert(2, "cd"));
        List<byte[]> updates = typed(random, start, rest);
        for (int round = 0; round < 3; round++) {
            String expected = yjs.load(true, updates).content().text();
            assertEquals(expected, text(updates), "seed " + seed);
            assertEquals(expected, text(List.of(Updates.merge(updates))), "merged, seed " + seed);
            Collections.shuffle(updates.subList(1, updates.size()), random);
        }
    }

    /** What everybody typed: most know the start, or all that was there before; some know a few of the others too. */
    private static List<byte[]> typed(Random random, byte[] start, byte[] rest) {
        List<Integer> clients =
                new ArrayList<>(IntStream.range(10, 10 + CLIENTS).boxed().toList());
        Collections.shuffle(clients, random);
        int acquainted = random.nextInt(4);
        List<byte[]> updates = new ArrayList<>(List.of(start, rest));
        for (int client : clients) {
            Doc doc = new Doc(client);
            doc.applyUpdate(start);
            if (random.nextBoolean()) {
                doc.applyUpdate(rest);
            }
            for (int i = random.nextInt(1 + acquainted); i > 0; i--) {
                doc.applyUpdate(updates.get(random.nextInt(updates.size())));
            }
            int at = Math.min(doc.getText("t").length(), 2 + random.nextInt(1 + acquainted));
            String letter = Character.toString(0x4E00 + client);
            updates.add(doc.transact(() -> doc.getText("t").insert(at, letter)));
        }
        return updates;
    }

    private static String text(List<byte[]> updates) {
        Doc doc = new Doc(2);
        updates.forEach(doc::applyUpdate);
        Integrity.check(doc);
        return doc.getText("t").toString();
    }
}
