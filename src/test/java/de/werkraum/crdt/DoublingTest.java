package de.werkraum.crdt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * An update costs what it weighs: twice the bytes take at most twice the steps, whatever its shape; with {@code -Dcrdt.clock=true} twice the
 * processor time too.
 */
class DoublingTest {
    private static final boolean CLOCK = Boolean.getBoolean("crdt.clock");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Steps a byte of an update may take: each part of a shape has some seven bytes and is looked for among its neighbours. */
    private static final int STEPS_A_BYTE = 16;
    /** Twice, and the noise of a machine that does other things too. */
    private static final double TWICE = 2.7;

    @TestFactory
    @Tag("work")
    Stream<DynamicTest> twiceTheBytesTakeAtMostTwiceTheWork() {
        return Shapes.all().entrySet().stream()
                .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> {
                    counted(shape.getValue());
                    if (CLOCK) {
                        timed(shape.getValue());
                    }
                }));
    }

    private static void counted(IntFunction<Shapes.Load> shape) {
        Shapes.Load load = shape.apply(4_000);
        long once = steps(load);
        long twice = steps(shape.apply(8_000));
        assertTrue(once <= (long) STEPS_A_BYTE * load.update().length, once + " steps for " + load.update().length);
        assertTrue(twice <= 2.2 * once + 1_000, "steps " + once + " and " + twice);
    }

    private static long steps(Shapes.Load load) {
        Doc doc = doc(load.before());
        long before = doc.steps();
        doc.applyUpdate(load.update());
        Integrity.check(doc);
        return doc.steps() - before;
    }

    private static Doc doc(List<byte[]> before) {
        Doc doc = new Doc(DocOptions.defaults().withPendingLimit(1L << 30));
        before.forEach(doc::applyUpdate);
        return doc;
    }

    private static void timed(IntFunction<Shapes.Load> shape) {
        double least = Double.MAX_VALUE;
        for (int attempt = 0; attempt < 4 && least > TWICE; attempt++) {
            least = Math.min(least, (double) nanos(shape.apply(40_000)) / nanos(shape.apply(20_000)));
        }
        assertTrue(least <= TWICE, "twice the bytes took " + least + " times the time");
    }

    /** Inspecting, applying, encoding again, merging: what the server does with an update. */
    private static long nanos(Shapes.Load load) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            Doc doc = doc(load.before());
            long start = THREADS.getCurrentThreadCpuTime();
            doc.inspect(load.update());
            doc.applyUpdate(load.update());
            doc.encodeStateAsUpdate();
            Updates.merge(List.of(load.update()));
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
        }
        return least;
    }
}
