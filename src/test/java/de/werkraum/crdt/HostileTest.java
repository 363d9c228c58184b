package de.werkraum.crdt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Bytes from an attacker: they apply, or {@link MalformedUpdateException} is thrown and nothing has changed. {@code
 * -Dcrdt.mutations} sets the number of mutations, {@code -Dcrdt.seed} the seed.
 */
class HostileTest {
    private static final int MUTATIONS = Integer.getInteger("crdt.mutations", 30_000);
    private static final long SEED = Long.getLong("crdt.seed", 1);

    @Test
    void mutatedUpdatesApplyOrAreRefusedWhole() {
        System.out.println("mutations: " + MUTATIONS + ", seed " + SEED);
        Random random = new Random(SEED);
        List<byte[]> corpus = corpus(random);
        Mutations mutations = new Mutations(random, corpus);
        Doc doc = fresh(corpus, random);
        int applied = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            if (i % 100 == 0) {
                doc = fresh(corpus, random);
            }
            byte[] update = mutations.next();
            try {
                applied += tryToApply(doc, update, i % 10 == 0) ? 1 : 0;
            } catch (RuntimeException | Error broken) {
                throw new AssertionError("mutation " + i + " of seed " + SEED, broken);
            }
        }
        assertTrue(applied > MUTATIONS / 100, "mutations that still apply are the interesting ones: " + applied);
    }

    private static boolean tryToApply(Doc doc, byte[] update, boolean thoroughly) {
        byte[] before = thoroughly ? doc.encodeStateAsUpdate() : doc.encodeStateVector();
        boolean known = inspects(doc, update);
        try {
            doc.applyUpdate(update);
        } catch (MalformedUpdateException refused) {
            assertArrayEquals(before, thoroughly ? doc.encodeStateAsUpdate() : doc.encodeStateVector());
            return false;
        }
        assertTrue(known, "what applies can be inspected");
        Integrity.check(doc);
        if (thoroughly) {
            RealYjs.Content.of(doc);
            Doc copy = new Doc(2);
            copy.applyUpdate(doc.encodeStateAsUpdate());
            if (!doc.hasPending()) { // else what waits may contradict what is known, and the first to be read wins
                assertArrayEquals(doc.encodeStateVector(), copy.encodeStateVector());
            }
            assertFalse(doc.inspect(Updates.merge(List.of(update, new byte[] {0, 0})))
                            .any()
                    && !doc.hasPending());
        }
        return true;
    }

    private static boolean inspects(Doc doc, byte[] update) {
        try {
            doc.inspect(update);
            return true;
        } catch (MalformedUpdateException refused) {
            return false;
        }
    }

    private static Doc fresh(List<byte[]> corpus, Random random) {
        Doc doc = new Doc(DocOptions.defaults().withCollect(random.nextInt(4) > 0));
        for (int i = random.nextInt(corpus.size()); i > 0; i--) {
            doc.applyUpdate(corpus.get(i - 1));
        }
        return doc;
    }

    private static List<byte[]> corpus(Random random) {
        RandomEdits edits = new RandomEdits(random, true);
        List<byte[]> corpus = new ArrayList<>();
        Doc first = new Doc(5);
        Doc second = new Doc(Decoder.MAX_SAFE);
        for (int i = 0; i < 120; i++) {
            Doc doc = random.nextBoolean() ? first : second;
            byte[] update = doc.transact(() -> edits.edit(doc));
            if (update.length > 0) {
                corpus.add(update);
                if (random.nextInt(3) > 0) {
                    (doc == first ? second : first).applyUpdate(update);
                }
            }
        }
        corpus.add(first.encodeStateAsUpdate());
        corpus.add(second.encodeStateAsUpdate());
        return corpus;
    }

    @Test
    void lengthsThatLieAreRefusedAtOnce() {
        refuse(out -> out.writeVarUint(1L << 40));
        refuse(out -> out.writeVarUint(1).writeVarUint(1L << 50).writeVarUint(1).writeVarUint(0));
        refuse(out -> item(out, 0, Content.REF_STRING).writeVarUint(1L << 40));
        refuse(out -> item(out, 0, Content.REF_ANY).writeVarUint(1L << 31));
        refuse(out ->
                item(out, 0, Content.REF_ANY).writeVarUint(1).writeByte(117).writeVarUint(1L << 52));
        refuse(out -> out.writeVarUint(0).writeVarUint(1).writeVarUint(7).writeVarUint(1L << 40));
    }

    @Test
    void clocksBeyondTheLargestSafeIntegerAreRefused() {
        refuse(out ->
                item(out, Decoder.MAX_SAFE, Content.REF_DELETED).writeVarUint(1).writeVarUint(0));
        refuse(out -> out.writeVarUint(0)
                .writeVarUint(1)
                .writeVarUint(7)
                .writeVarUint(1)
                .writeVarUint(Decoder.MAX_SAFE)
                .writeVarUint(Decoder.MAX_SAFE));
        Encoder out = new Encoder();
        item(out, 0, Content.REF_DELETED).writeVarUint(Decoder.MAX_SAFE).writeVarUint(0);
        Doc doc = new Doc(1);
        doc.applyUpdate(out.toByteArray());
        assertEquals(Decoder.MAX_SAFE, doc.store().state(7));
    }

    @Test
    void deepValuesAreRefusedAndDeepTypesAreWalkedWithoutRecursion() {
        refuse(out -> {
            item(out, 0, Content.REF_ANY).writeVarUint(1);
            for (int i = 0; i < 1_000_000; i++) {
                out.writeByte(117).writeVarUint(1);
            }
        });
        refuse(out -> item(out, 0, Content.REF_EMBED).writeVarString("[".repeat(1_000_000)));
        Doc doc = new Doc(1);
        doc.applyUpdate(nestedMaps(200_000));
        assertTrue(doc.getMap("m").toJson().length() > 1000);
        byte[] removed = doc.transact(() -> doc.getMap("m").remove("k"));
        assertEquals("{}", doc.getMap("m").toJson());
        assertTrue(removed.length > 0);
        assertTrue(doc.encodeStateAsUpdate().length < 100, "all collected into one run");
    }

    /** A map in a map in a map … */
    private static byte[] nestedMaps(int depth) {
        Encoder out = new Encoder();
        out.writeVarUint(1).writeVarUint(depth).writeVarUint(7).writeVarUint(0);
        for (int i = 0; i < depth; i++) {
            out.writeByte(Content.REF_TYPE | 0x20);
            if (i == 0) {
                out.writeVarUint(1).writeVarString("m");
            } else {
                out.writeVarUint(0).writeVarUint(7).writeVarUint(i - 1);
            }
            out.writeVarString("k").writeVarUint(TypeKind.MAP.ref());
        }
        return out.writeVarUint(0).toByteArray();
    }

    @Test
    void whatWaitsForAMissingPartIsBounded() {
        Doc doc = new Doc(DocOptions.defaults().withPendingLimit(100_000));
        int[] accepted = {0};
        assertThrows(MalformedUpdateException.class, () -> {
            for (; accepted[0] < 100_000; accepted[0]++) {
                Encoder out = new Encoder();
                item(out, 2L * accepted[0] + 1, Content.REF_STRING)
                        .writeVarString("x")
                        .writeVarUint(0);
                doc.applyUpdate(out.toByteArray());
            }
        });
        assertTrue(accepted[0] > 100 && accepted[0] < 1000);
        assertTrue(doc.hasPending());
    }

    /** A client's section with one item in root "t"; the content and the deletions are to follow. */
    private static Encoder item(Encoder out, long clock, int ref) {
        return out.writeVarUint(1)
                .writeVarUint(1)
                .writeVarUint(7)
                .writeVarUint(clock)
                .writeByte(ref)
                .writeVarUint(1)
                .writeVarString("t");
    }

    private static void refuse(Consumer<Encoder> bytes) {
        Encoder out = new Encoder();
        bytes.accept(out);
        Doc doc = new Doc(1);
        assertThrows(MalformedUpdateException.class, () -> doc.applyUpdate(out.toByteArray()));
        assertThrows(MalformedUpdateException.class, () -> doc.inspect(out.toByteArray()));
        assertThrows(MalformedUpdateException.class, () -> Updates.merge(List.of(out.toByteArray())));
        assertArrayEquals(new byte[] {0, 0}, doc.encodeStateAsUpdate());
    }
}
