package de.werkraum.crdt;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Updates that were valid before a few bytes were changed. */
final class Mutations {
    private final Random random;
    private final List<byte[]> corpus;

    Mutations(Random random, List<byte[]> corpus) {
        this.random = random;
        this.corpus = corpus;
    }

    byte[] next() {
        byte[] bytes = pick().clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = bytes.length == 0 ? pick().clone() : mutate(bytes);
        }
        return bytes;
    }

    private byte[] pick() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] mutate(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes[at] = (byte) (bytes[at] + (random.nextBoolean() ? 1 : -1));
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                return splice(bytes, at, Math.min(bytes.length, at + random.nextInt(4)), new byte[0]);
            }
            case 5 -> {
                byte[] added = new byte[1 + random.nextInt(8)];
                random.nextBytes(added);
                return splice(bytes, at, at, added);
            }
            case 6 -> {
                byte[] huge = {-1, -1, -1, -1, -1, -1, -1, 15};
                return splice(bytes, at, at + 1, Arrays.copyOfRange(huge, random.nextInt(7), 8));
            }
            default -> {
                byte[] other = pick();
                int from = random.nextInt(other.length);
                int to = from + random.nextInt(other.length - from + 1);
                return splice(bytes, at, at, Arrays.copyOfRange(other, from, to));
            }
        }
        return bytes;
    }

    /** Replaces bytes from…to by others. */
    private static byte[] splice(byte[] bytes, int from, int to, byte[] by) {
        byte[] spliced = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(by, 0, spliced, from, by.length);
        System.arraycopy(bytes, to, spliced, from + by.length, bytes.length - to);
        return spliced;
    }
}
