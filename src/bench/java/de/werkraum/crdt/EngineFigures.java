package de.werkraum.crdt;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Prints figures of the engine, one a line as {@code name value}: times in milliseconds, the median of {@code rounds} after
 * at least as many and two seconds of processor time to warm up; {@code -cpu} is this thread's processor time. Run through {@code src/bench/js/compare.js}, which runs other engines on the same files beside it.
 */
public final class EngineFigures {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** At least this much processor time, in nanoseconds: compilers run beside the program and need theirs. */
    private static final long WARM_UP = 2_000_000_000L;

    private final int rounds;
    private Object sink = "";

    private EngineFigures(int rounds) {
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        EngineFigures figures = new EngineFigures(Integer.getInteger("rounds", 15));
        for (String what : args) {
            if (what.equals("growth")) {
                figures.growth();
            } else {
                figures.trace(what);
            }
        }
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s %.3f%n", name, value);
    }

    private void time(String name, Supplier<Object> work) {
        long warm = THREADS.getCurrentThreadCpuTime() + WARM_UP;
        for (int i = 0; i < rounds || THREADS.getCurrentThreadCpuTime() < warm; i++) {
            sink = work.get();
        }
        double[] wall = new double[rounds];
        double[] cpu = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            sink = work.get();
            cpu[i] = (THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e6;
            wall[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        print(name, wall[rounds / 2]);
        print(name + "-cpu", cpu[rounds / 2]);
        print(name + "-best", wall[0]);
    }

    private void trace(String name) throws Exception {
        Trace trace = Trace.read(name);
        time(name + ".apply", () -> applied(trace.updates()));
        Doc doc = applied(trace.updates());
        byte[] encoded = doc.encodeStateAsUpdate();
        time(name + ".encode", doc::encodeStateAsUpdate);
        time(name + ".load", () -> applied(List.of(encoded)));
        time(name + ".merge", () -> Updates.merge(trace.updates()));
        print(name + ".size", encoded.length);
        print(name + ".merged-size", Updates.merge(trace.updates()).length);
        sink = "";
        long before = heap();
        Doc held = applied(trace.updates());
        print(name + ".heap-bytes", heap() - before);
        sink = held;
    }

    /** Live heap; the smallest of several readings, as the collector is asked, not commanded. */
    private static long heap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 6; i++) {
            System.gc();
            Thread.sleep(50);
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    private static Doc applied(List<byte[]> updates) {
        Doc doc = new Doc(1);
        updates.forEach(doc::applyUpdate);
        return doc;
    }

    /** How costs grow with the document. */
    private void growth() throws InterruptedException {
        List<byte[]> typing = typing(200_000);
        applied(typing);
        Doc typed = new Doc(1);
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        typing.forEach(typed::applyUpdate);
        allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
        print("typing.bytes-allocated-per-update", allocated / (double) typing.size());

        curve("typing", typing(1_000_000));
        List<byte[]> scattered = scattered(1_000_000);
        curve("scattered", scattered);
        sink = "";
        long before = heap();
        sink = applied(scattered);
        print("scattered.heap-bytes-per-item", (heap() - before) / 1e6);
        time("random-inserts.10000-in-1000000", this::randomInserts);
    }

    private void curve(String name, List<byte[]> updates) {
        for (int warm = 0; warm < 3; warm++) {
            sink = applied(updates.subList(0, 200_000));
        }
        Doc doc = new Doc(1);
        int at = 0;
        for (int size : new int[] {1_000, 10_000, 100_000, 300_000, 1_000_000}) {
            int from = at;
            long start = THREADS.getCurrentThreadCpuTime();
            for (; at < size; at++) {
                doc.applyUpdate(updates.get(at));
            }
            long spent = THREADS.getCurrentThreadCpuTime() - start;
            print(name + ".cpu-ns-per-update.up-to-" + size, spent / (double) (size - from));
        }
    }

    private static List<byte[]> typing(int count) {
        Doc author = new Doc(7);
        List<byte[]> updates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = i;
            updates.add(author.transact(() -> author.getText("t").insert(at, "x")));
        }
        return updates;
    }

    /** Single characters inserted at random positions. */
    private static List<byte[]> scattered(int count) {
        Random random = new Random(1);
        Doc author = new Doc(7);
        List<byte[]> updates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(i + 1);
            updates.add(author.transact(() -> author.getText("t").insert(at, "x")));
        }
        return updates;
    }

    private Object randomInserts() {
        Random random = new Random(1);
        Doc doc = new Doc(1);
        YText text = doc.getText("t");
        text.insert(0, "x".repeat(1_000_000));
        for (int i = 0; i < 10_000; i++) {
            text.insert(random.nextInt(text.length()), "y");
        }
        return doc;
    }
}
