package de.werkraum.limits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.Encoder;
import de.werkraum.imports.Bounds;
import de.werkraum.imports.Choice;
import de.werkraum.imports.Import;
import de.werkraum.imports.Unreadable;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.PlanTree;
import de.werkraum.plan.PlanWriter;
import de.werkraum.rich.Markdown;
import de.werkraum.rich.RichText;
import de.werkraum.sync.Awareness;
import de.werkraum.sync.AwarenessState;
import de.werkraum.sync.Message;
import de.werkraum.voting.InvalidBallotException;
import de.werkraum.voting.InvalidPollException;
import de.werkraum.voting.Option;
import de.werkraum.voting.Settings;
import io.vertx.core.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What members send beside updates costs what it weighs too: twice as much of it takes at most twice the memory on the way, which is the same in each
 * run; with {@code -Dcrdt.clock=true} twice the processor time too.
 */
class GrowthTest {
    private static final boolean CLOCK = Boolean.getBoolean("crdt.clock");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PARTS = 2_000;
    /** Twice, and buffers that grow by halves. */
    private static final double TWICE = 2.6;

    @TestFactory
    @Tag("work")
    Stream<DynamicTest> twiceAsMuchTakesAtMostTwiceTheWork() {
        Map<String, IntFunction<Runnable>> all = new LinkedHashMap<>();
        markdown(all);
        messages(all);
        plans(all);
        return all.entrySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> grows(kind.getValue())));
    }

    private static void markdown(Map<String, IntFunction<Runnable>> all) {
        Map.of(
                        "words", "wort ",
                        "emphasis", "**a** *b* ~~c~~ ",
                        "links", "[a](https://example.org/b) ",
                        "code", "`a` ",
                        "ampersands", "& &a ",
                        "items", "- a\n",
                        "tasks", "- [x] a\n",
                        "quotes", "> a\n",
                        "tables", "\n| a | b |\n| --- | --- |\n| c | d |\n",
                        "headings", "# a\n\nb\n\n")
                .forEach((name, part) -> all.put("Markdown: " + name, n -> {
                    String text = part.repeat(n);
                    return () -> Markdown.write(Markdown.parse(text));
                }));
        all.put("rich text: backticks", n -> {
            StringBuilder ticks = new StringBuilder();
            for (int i = 1; ticks.length() < 8 * n; i++) {
                ticks.append("`".repeat(i)).append('a');
            }
            var code = new RichText.Text(ticks.toString(), RichText.Marks.NONE.withCode());
            var text = new RichText(
                    List.of(new RichText.Paragraph(List.of(code)), new RichText.Code("", ticks.toString())));
            return () -> Markdown.write(text);
        });
    }

    private static void messages(Map<String, IntFunction<Runnable>> all) {
        all.put("presence", n -> {
            List<AwarenessState> states = IntStream.range(0, n)
                    .mapToObj(i -> new AwarenessState(i, 1, "{\"user\":{}}"))
                    .toList();
            byte[] message = new Encoder()
                    .writeVarUint(Message.AWARENESS)
                    .writeVarBytes(AwarenessState.encodeAll(states))
                    .toByteArray();
            return () -> {
                var awareness = new Awareness<String>(20_000, 20_000);
                ((Message.AwarenessUpdate) Message.decode(message))
                        .states()
                        .forEach(state -> awareness.take(state, "Anna"));
                awareness.present();
            };
        });
        all.put("state vectors", n -> {
            Encoder vector = new Encoder().writeVarUint(n);
            for (int i = 0; i < n; i++) {
                vector.writeVarUint(i).writeVarUint(1);
            }
            byte[] bytes = vector.toByteArray();
            Doc doc = many(n);
            return () -> {
                doc.encodeStateAsUpdate(bytes);
                doc.encodeStateVector();
            };
        });
        all.put("ballots", n -> {
            List<Option> options = List.of(new Option("A", "A", null, false), new Option("B", "B", null, false));
            Map<String, Object> choices = new HashMap<>();
            IntStream.range(0, n).forEach(i -> choices.put("o" + i, 1));
            String json = new JsonObject(choices).encode();
            return () -> refused(options, new JsonObject(json).getMap());
        });
    }

    private static void refused(List<Option> options, Map<String, Object> choices) {
        try {
            Settings.parse("dots", Map.of("budget", 3), options).method().ballot(choices, options);
            throw new AssertionError("a ballot for options that are not there");
        } catch (InvalidPollException e) {
            throw new AssertionError(e);
        } catch (InvalidBallotException e) {
            // as it should be
        }
    }

    /** A document of so many clients. */
    private static Doc many(int n) {
        Encoder out = new Encoder().writeVarUint(n);
        for (int i = 0; i < n; i++) {
            out.writeVarUint(1).writeVarUint(i).writeVarUint(0);
            out.writeByte(4).writeVarUint(1).writeVarString("r" + i).writeVarString("x");
        }
        Doc doc = new Doc();
        doc.applyUpdate(out.writeVarUint(0).toByteArray());
        return doc;
    }

    private static void plans(Map<String, IntFunction<Runnable>> all) {
        all.put("plans as JSON", n -> {
            List<Object> steps = new ArrayList<>();
            IntStream.range(0, n / 4)
                    .forEach(i -> steps.add(Map.of("title", "Schritt " + i, "details", "Ein **Wort**")));
            String json = new JsonObject(Map.of("title", "Plan", "steps", steps)).encode();
            return () -> {
                Doc doc = new Doc();
                Object parsed = PlanTree.parse(new JsonObject(json).getMap(), Plan.EMPTY, () -> UUID.randomUUID()
                        .toString());
                doc.transact(() -> PlanWriter.put(doc, ((PlanTree.Accepted) parsed).plan()));
                PlanTree.of(PlanReader.read(doc));
            };
        });
        all.put("imports", n -> {
            byte[] csv =
                    ("Titel;Wer;Bis\n" + "Vertrag;Anna;12.3.2027\n".repeat(n / 4)).getBytes(StandardCharsets.UTF_8);
            Bounds bounds = new Bounds(1 << 22, 1 << 24, 10_000, 256, 2_000, 60);
            Choice choice = Import.choice(Map.of());
            return () -> {
                try {
                    Import.read(new UUID(0, 1), csv, "a.csv", choice, bounds, "de", 2027)
                            .into(Plan.EMPTY, Instant.EPOCH);
                } catch (Unreadable e) {
                    throw new AssertionError(e);
                }
            };
        });
    }

    private static void grows(IntFunction<Runnable> kind) {
        int parts = CLOCK ? 2 * PARTS : PARTS;
        Runnable once = kind.apply(parts);
        Runnable twice = kind.apply(2 * parts);
        double memory = (double) least(twice, GrowthTest::allocated) / least(once, GrowthTest::allocated);
        assertTrue(memory <= TWICE, "twice as much took " + memory + " times the memory");
        if (CLOCK) {
            double time = Double.MAX_VALUE;
            for (int attempt = 0; attempt < 5 && time > TWICE; attempt++) {
                time = Math.min(
                        time, (double) least(twice, GrowthTest::nanos) / Math.max(1, least(once, GrowthTest::nanos)));
            }
            assertTrue(time <= TWICE, "twice as much took " + time + " times the time");
        }
    }

    private interface Meter {
        long of(Runnable work);
    }

    private static long least(Runnable work, Meter meter) {
        return Math.min(meter.of(work), Math.min(meter.of(work), meter.of(work)));
    }

    private static long allocated(Runnable work) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    private static long nanos(Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
