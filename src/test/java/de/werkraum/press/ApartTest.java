package de.werkraum.press;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.Printer;
import de.werkraum.crdt.Doc;
import de.werkraum.export.CsvPreset;
import de.werkraum.export.ExportInput;
import de.werkraum.export.Exports;
import de.werkraum.export.Rendered;
import de.werkraum.export.Reports;
import de.werkraum.export.Samples;
import de.werkraum.export.Style;
import de.werkraum.export.Unread;
import de.werkraum.export.ics.IcsFormat;
import de.werkraum.plan.PlanWriter;
import de.werkraum.problem.Problem;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents made in processes of their own: what these make, how they end, and that whoever orders notices nothing of it. */
@Timeout(120)
class ApartTest {
    private static final Exports HERE = new Exports(Style.PLAIN, List.of(new IcsFormat()));
    private static final Order SHORT = of("csv", Samples.input("de"));

    private final List<Apart> opened = new ArrayList<>();

    @AfterEach
    void end() {
        opened.forEach(Apart::close);
    }

    private static Order of(String format, ExportInput input) {
        return new Order.OfPlan(format, unread(input));
    }

    private static Unread unread(ExportInput input) {
        var doc = new Doc();
        PlanWriter.put(doc, input.plan());
        return new Unread(List.of(doc.encodeStateAsUpdate()), Map.of(), input);
    }

    private Apart apart(Supplier<ProcessBuilder> command, Duration patience) {
        var apart = new Apart(command, Style.PLAIN, patience, new Within(HERE));
        opened.add(apart);
        return apart;
    }

    private Apart apart(int mebibytes, int idleSeconds) {
        return apart(command(mebibytes, idleSeconds), Duration.ofSeconds(60));
    }

    private static Supplier<ProcessBuilder> command(int mebibytes, int idleSeconds) {
        List<String> options = List.of("-Xmx" + mebibytes + "m", "-XX:+ExitOnOutOfMemoryError");
        return () -> Launch.java(Printer.class, options, List.of(String.valueOf(idleSeconds)));
    }

    /** The processes that make documents for this one: what else a test starts is no JVM. */
    private static List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .toList();
    }

    private static ProcessHandle only() {
        List<ProcessHandle> all = processes();
        assertEquals(1, all.size(), "processes that make documents");
        return all.get(0);
    }

    private static void stop(ProcessHandle process) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid()))
                        .start()
                        .waitFor());
    }

    @Test
    @Tag("X-20")
    void whatIsMadeApartIsWhatIsMadeHere() {
        Apart apart = apart(256, 60);
        List<Order> orders = List.of(
                SHORT,
                of("md", Samples.input("en")),
                of("json", Samples.input("de")),
                of("ics", Samples.input("de")),
                of("md", Reports.largeInput(30, 4)),
                new Order.OfTable(CsvPreset.OPENPROJECT, unread(Samples.input("de"))));
        for (Order order : orders) {
            Rendered here = new Within(HERE).make(order);
            Rendered there = apart.make(order);
            assertEquals(said(here), said(there));
            assertEquals(here.mediaType(), there.mediaType());
            assertEquals(here.disposition(), there.disposition());
        }
        assertTrue(new String(apart.make(new Order.Trial("pdf")).bytes(), StandardCharsets.ISO_8859_1)
                .startsWith("%PDF-"));
        assertEquals(1, processes().size(), "one process makes them all");
    }

    /** What a document says; the keys of JSON have no order. */
    private static Object said(Rendered document) {
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        return document.mediaType().startsWith("application/json") ? new JsonObject(text) : text;
    }

    @Test
    @Tag("X-20")
    void itIsOfTheLeastUrgencyAndKnowsNoSecrets() throws IOException {
        apart(64, 60).make(SHORT);
        Path of = Path.of("/proc", String.valueOf(only().pid()));
        String afterName = Files.readString(of.resolve("stat")).replaceFirst("^.*\\) ", "");
        assertEquals("5", afterName.split(" ", -1)[38], "SCHED_IDLE");
        Set<String> told = command(64, 1).get().environment().keySet();
        assertTrue(told.contains("PATH"), told.toString());
        assertTrue(
                Set.of("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "WERKRAUM_LOG")
                        .containsAll(told),
                told.toString());
    }

    @Test
    @Tag("X-20")
    void oneThatWasKilledIsFollowedByAnother() {
        Apart apart = apart(64, 60);
        apart.make(SHORT);
        ProcessHandle first = only();
        first.destroyForcibly();
        first.onExit().join();
        apart.make(SHORT);
        assertNotEquals(first.pid(), only().pid());
    }

    @Test
    @Tag("X-20")
    void oneThatIsKilledOverAnOrderIsFollowedByAnother() throws Exception {
        Apart apart = apart(64, 60);
        apart.make(SHORT);
        ProcessHandle first = only();
        stop(first);
        var order = CompletableFuture.supplyAsync(() -> apart.make(SHORT));
        first.destroyForcibly();
        assertTrue(order.get(60, TimeUnit.SECONDS).bytes().length > 0);
        assertNotEquals(first.pid(), only().pid());
    }

    @Test
    @Tag("X-20")
    void oneThatHangsIsKilledAfterAWhile() throws Exception {
        Apart apart = apart(command(64, 60), Duration.ofSeconds(5));
        apart.make(SHORT);
        ProcessHandle first = only();
        stop(first);
        assertTrue(apart.make(SHORT).bytes().length > 0);
        assertFalse(first.isAlive());
    }

    @Test
    @Tag("X-20")
    void oneThatIsIdleEnds() {
        Apart apart = apart(64, 1);
        apart.make(SHORT);
        only().onExit().orTimeout(30, TimeUnit.SECONDS).join();
        assertTrue(apart.make(SHORT).bytes().length > 0);
    }

    @Test
    @Tag("X-20")
    void whatTakesTooMuchMemoryIsRefusedAndHarmsNothingElse() {
        Apart apart = apart(24, 60);
        Order large = of("pdf", Reports.largeInput(100, 0));
        Problem refused = assertThrows(Problem.class, () -> apart.make(large));
        assertEquals(503, refused.status());
        assertTrue(apart.make(SHORT).bytes().length > 0);
    }

    @Test
    @Tag("X-20")
    void whatFailsIsToldWithItsPlace() {
        Apart apart = apart(64, 60);
        Order unknown = of("rtf", Samples.input("de"));
        String told = String.valueOf(assertThrows(IllegalStateException.class, () -> apart.make(unknown))
                .getMessage());
        assertTrue(told.contains("NoSuchElementException") && told.contains("Order.java"), told);
        assertTrue(apart.make(SHORT).bytes().length > 0);
    }

    @Test
    @Tag("X-20")
    void whereNoneCanBeStartedDocumentsAreMadeHere() {
        for (String program : List.of("/no/such/program", "true")) {
            Rendered made = apart(() -> new ProcessBuilder(program), Duration.ofSeconds(5))
                    .make(SHORT);
            assertArrayEquals(new Within(HERE).make(SHORT).bytes(), made.bytes(), program);
        }
    }

    @Test
    @Tag("X-20")
    void theyEndWithTheServerAndMakeNothingMore() {
        Apart apart = apart(64, 60);
        apart.make(SHORT);
        ProcessHandle process = only();
        apart.close();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        assertEquals(503, assertThrows(Problem.class, () -> apart.make(SHORT)).status());
        assertEquals(Optional.empty(), processes().stream().findAny());
    }
}
