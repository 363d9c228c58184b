package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Encoder;
import de.werkraum.crdt.Shapes;
import de.werkraum.support.RawSocket;
import de.werkraum.support.Workshop;
import de.werkraum.sync.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What one room has to work on for long keeps no other room of its event loop waiting. With {@code -Dcrdt.clock=true} every shape of 16 MiB, and the
 * clock.
 */
class LongMessagesTest extends LimitsServer {
    private static final boolean CLOCK = Boolean.getBoolean("crdt.clock");
    private static final int BYTES = CLOCK ? 16 << 20 : 4 << 20;
    private static final long MOST_MILLIS = 50;
    private static final List<String> FEW = List.of("many clients", "places within a text");
    private static final byte[] QUESTION = {Message.QUERY_AWARENESS};
    /** For a poll that is not: answered when it has its turn. */
    private static final byte[] BALLOT = new Encoder()
            .writeVarUint(Message.EVENT)
            .writeVarString("{\"type\":\"ballot\",\"id\":7,\"poll\":\"" + new UUID(0, 7) + "\",\"choices\":{}}")
            .toByteArray();

    private final Workshop quiet = workshop();
    private final RawSocket asking =
            RawSocket.enter(quiet, quiet.participant("Quirin").api());

    @TestFactory
    @Tag("B-10")
    Stream<DynamicTest> anotherRoomGoesOn() {
        Map<String, IntFunction<Shapes.Load>> shapes = Shapes.all();
        if (!CLOCK) {
            shapes.keySet().retainAll(FEW);
        }
        return shapes.entrySet().stream()
                .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> goesOn(shape.getKey(), shape.getValue())));
    }

    private void goesOn(String name, IntFunction<Shapes.Load> shape) throws InterruptedException {
        Shapes.Load load = load(shape);
        double least = 1;
        for (int attempt = 0; attempt < 4; attempt++) {
            Workshop busy = sameLoop();
            List<Long> before = rounds(CompletableFuture.runAsync(
                    () -> {}, CompletableFuture.delayedExecutor(CLOCK ? 1_000 : 0, TimeUnit.MILLISECONDS)));
            long start = System.nanoTime();
            List<Long> meanwhile =
                    rounds(CompletableFuture.runAsync(() -> work(busy, load), task -> new Thread(task).start()));
            long took = System.nanoTime() - start;
            long longest = meanwhile.get(meanwhile.size() - 1);
            if (CLOCK) {
                System.out.printf(
                        "%-42s %5.1f MiB %6d ms; another room: longest %6.1f ms, p99 %6.2f, before %6.2f%n",
                        name,
                        load.update().length / 1048576.0,
                        TimeUnit.NANOSECONDS.toMillis(took),
                        longest / 1e6,
                        percentile(meanwhile) / 1e6,
                        percentile(before) / 1e6);
            }
            least = Math.min(least, (double) longest / took);
            if (CLOCK ? longest < TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS) : least < 0.5) {
                return;
            }
        }
        assertTrue(least < 0.5 && !CLOCK, name + ": another room waited for it");
    }

    /** As many parts as fit; numbers get longer with them. */
    private static Shapes.Load load(IntFunction<Shapes.Load> shape) {
        double parts = 10_000;
        Shapes.Load load = shape.apply((int) parts);
        while (longest(load) > BYTES || longest(load) < BYTES * 0.9) {
            parts *= 0.97 * BYTES / longest(load);
            load = shape.apply((int) parts);
        }
        return load;
    }

    private static int longest(Shapes.Load load) {
        int before =
                load.before().stream().mapToInt(update -> update.length).max().orElse(0);
        return 16 + Math.max(before, load.update().length);
    }

    /** A room on the loop of the quiet one: rooms are spread by their ids. */
    private Workshop sameLoop() {
        int loops = Runtime.getRuntime().availableProcessors();
        Workshop room = workshop();
        while (loop(room, loops) != loop(quiet, loops)) {
            room = workshop();
        }
        return room;
    }

    private static int loop(Workshop room, int loops) {
        return Math.floorMod(UUID.fromString(room.id()).hashCode(), loops);
    }

    /** Sends a load and waits until its room answers again, or has sent the author away. */
    private static void work(Workshop room, Shapes.Load load) {
        try (RawSocket author = RawSocket.enter(room, room.participant("Anna").api())) {
            load.before().forEach(update -> author.send(Message.sync(Message.STEP_2, update)));
            author.send(Message.sync(Message.STEP_2, load.update()));
            author.send(BALLOT);
            RawSocket.Frame end =
                    author.readUntil("an answer", frame -> frame.opcode() == RawSocket.CLOSE || isAnswer(frame));
            if (CLOCK && end.opcode() == RawSocket.CLOSE) {
                System.out.println("sent away: " + new String(end.payload(), StandardCharsets.UTF_8));
            }
        }
    }

    private static boolean isAnswer(RawSocket.Frame frame) {
        return frame.type() == Message.EVENT
                && new String(frame.payload(), StandardCharsets.UTF_8).contains("\"type\":\"error\"");
    }

    /** How long each round to the quiet room and back takes while something is done, sorted. */
    private List<Long> rounds(CompletableFuture<?> meanwhile) throws InterruptedException {
        List<Long> rounds = new ArrayList<>();
        do {
            long start = System.nanoTime();
            asking.send(QUESTION);
            asking.readUntil("an answer", frame -> frame.type() == Message.AWARENESS);
            rounds.add(System.nanoTime() - start);
        } while (!ends(meanwhile));
        Collections.sort(rounds);
        return rounds;
    }

    private static long percentile(List<Long> sorted) {
        return sorted.get(sorted.size() * 99 / 100);
    }

    /** Whether it has ended within a moment, which is the pause between two rounds. */
    private static boolean ends(CompletableFuture<?> work) throws InterruptedException {
        try {
            work.get(1, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
