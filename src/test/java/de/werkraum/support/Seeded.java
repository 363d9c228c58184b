package de.werkraum.support;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property on many random cases; a failure names the seed of its case. */
public final class Seeded {
    private Seeded() {}

    public static void cases(int n, Consumer<Random> property) {
        long base = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + base);
        for (int i = 0; i < n; i++) {
            long seed = base + i;
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("fails with -Dseed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
