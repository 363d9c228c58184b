package de.werkraum.crdt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Random edits made here, by several documents that hear of each other late, must end in the same document in Yjs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalEditTest {
    private static final int SESSIONS = Integer.getInteger("crdt.sessions", 60);
    private static final int FIRST_SEED = Integer.getInteger("crdt.seed", 1);

    private RealYjs yjs;

    @BeforeAll
    void start() throws Exception {
        yjs = new RealYjs();
    }

    @AfterAll
    void stop() throws Exception {
        yjs.close();
    }

    @Test
    void editsMadeHereEndInTheSameDocumentInYjs() throws Exception {
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SESSIONS; seed++) {
            try {
                session(seed);
            } catch (Exception | AssertionError failed) {
                throw new AssertionError("seed " + seed, failed);
            }
        }
        System.out.println("local edits: seeds " + FIRST_SEED + " to " + (FIRST_SEED + SESSIONS - 1));
    }

    private void session(int seed) throws Exception {
        Random random = new Random(seed);
        boolean gc = random.nextBoolean();
        boolean formats = random.nextBoolean();
        RandomEdits edits = new RandomEdits(random, formats);
        List<Doc> docs = new ArrayList<>();
        List<List<byte[]>> inboxes = new ArrayList<>();
        List<byte[]> updates = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long id = random.nextBoolean() ? Decoder.MAX_SAFE - i : 1 + i + 10L * random.nextInt(100);
            Doc doc = new Doc(DocOptions.defaults().withClientId(id).withCollect(gc));
            RealYjs.Content.of(doc);
            docs.add(doc);
            inboxes.add(new ArrayList<>());
        }
        for (int step = 0; step < 120; step++) {
            int who = random.nextInt(docs.size());
            Doc doc = docs.get(who);
            List<byte[]> inbox = inboxes.get(who);
            if (random.nextInt(3) == 0) {
                inbox.forEach(doc::applyUpdate);
                inbox.clear();
                continue;
            }
            byte[] update = doc.transact(() -> edits.edit(doc));
            if (update.length > 0) {
                updates.add(update);
                inboxes.stream().filter(each -> each != inbox).forEach(each -> each.add(update));
            }
        }
        for (int i = 0; i < docs.size(); i++) {
            inboxes.get(i).forEach(docs.get(i)::applyUpdate);
        }
        compare(docs, updates, gc, formats);
    }

    private void compare(List<Doc> docs, List<byte[]> updates, boolean gc, boolean formats) throws Exception {
        RealYjs.State theirs = yjs.load(gc, updates);
        assertFalse(theirs.pending());
        Doc replayed = new Doc(DocOptions.defaults().withCollect(gc));
        RealYjs.Content.of(replayed);
        updates.forEach(replayed::applyUpdate);
        assertEquals(theirs.content(), RealYjs.Content.of(replayed));
        for (Doc doc : docs) {
            assertFalse(doc.hasPending());
            assertArrayEquals(theirs.vector(), doc.encodeStateVector());
            RealYjs.Content ours = RealYjs.Content.of(doc);
            assertEquals(theirs.content().text(), ours.text());
            if (!formats) { // else tidied up in another order
                assertEquals(SortedJson.of(theirs.content().delta()), SortedJson.of(ours.delta()));
                assertEquals(SortedJson.of(theirs.content().map()), SortedJson.of(ours.map()));
                assertEquals(SortedJson.of(theirs.content().array()), SortedJson.of(ours.array()));
                assertEquals(theirs.content().xml(), ours.xml());
            }
        }
    }
}
