package de.werkraum.export.ics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.NodeScript;
import de.werkraum.support.Radicale;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calendar of a room as other people's software reads it. */
class IcsReadersTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String TITLE =
            "Übergabe klären; Muster, Fassung 2026 – mit Kämmerei und Rechtsamt 🙂 abstimmen";

    private static TestServer server;
    private final Path folder;

    IcsReadersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A task as every reader tells it. */
    private record Task(String summary, String due, String status, int sequence) {}

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void icalJsAndNodeIcalReadTheSameTasks() throws IOException {
        Workshop room = Workshop.open(server.base());
        plan(room, TITLE, "2027-01-29");
        String first = ics(room);
        for (String line : first.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        List<Map<String, Task>> before = read(first);
        assertEquals(before.get(0), before.get(1), "both readers say the same");
        assertEquals(4, before.get(0).size(), before.toString());
        assertTask(before.get(0), "Fertig", "2026-12-24", "COMPLETED");
        assertTask(before.get(0), "Verworfen", "2027-03-01", "CANCELLED");
        assertTask(before.get(0), "Wiedervorlage: Fertig", "2027-02-01", "NEEDS-ACTION");
        int sequence = assertTask(before.get(0), TITLE, "2027-01-29", "IN-PROCESS");

        plan(room, TITLE, "2027-02-12");
        List<Map<String, Task>> after = read(ics(room));
        assertEquals(after.get(0), after.get(1), "both readers say the same");
        assertEquals(before.get(0).keySet(), after.get(0).keySet(), "UIDs stay");
        assertTrue(assertTask(after.get(0), TITLE, "2027-02-12", "IN-PROCESS") > sequence, "SEQUENCE grows");
    }

    @Test
    void radicaleTakesTheWholeFileAndGivesItBack() throws IOException {
        Workshop room = Workshop.open(server.base());
        plan(room, TITLE, "2027-01-29");
        try (Radicale radicale = Radicale.start()) {
            radicale.replace(ics(room));
            assertEquals(4, radicale.objects().size(), "an object a task");
            assertEquals(read(ics(room)), read(radicale.calendar()), "nothing was lost on the way");
            plan(room, TITLE, "2027-02-12");
            radicale.replace(ics(room));
            assertEquals(4, radicale.objects().size(), "UIDs stay, so nothing is there twice");
            assertEquals(read(ics(room)), read(radicale.calendar()));
        }
    }

    private static int assertTask(Map<String, Task> tasks, String summary, String due, String status) {
        Task found = tasks.values().stream()
                .filter(task -> task.summary().equals(summary))
                .findFirst()
                .orElseThrow(() -> new AssertionError(summary + " is not among " + tasks));
        assertEquals(new Task(summary, due, status, found.sequence()), found);
        return found.sequence();
    }

    private static void plan(Workshop room, String title, String due) {
        Object changing = Api.object("id", "a", "title", title, "start", "2026-12-01", "due", due, "status", "doing");
        Object done = Api.object(
                "id", "b", "title", "Fertig", "due", "2026-12-24", "followUp", "2027-02-01", "status", "done");
        Object dropped = Api.object("id", "c", "title", "Verworfen", "due", "2027-03-01", "status", "dropped");
        Object undated = Api.object("id", "d", "title", "Ohne Termin");
        room.organiser()
                .put(room.path() + "/plan", Api.object("steps", List.of(changing, done, dropped, undated)))
                .expect(200);
    }

    private static String ics(Workshop room) {
        Api.Answer answer = room.organiser().get(room.path() + "/export/ics");
        answer.expect(200);
        return answer.body();
    }

    /** The tasks by their UIDs: as ical.js reads them, and as node-ical does. */
    private List<Map<String, Task>> read(String calendar) throws IOException {
        Path file = Files.writeString(folder.resolve("calendar.ics"), calendar);
        String said = NodeScript.run("calendar/read.js", Map.of("FILE", file.toString()), LIMIT);
        var readers = new ArrayList<Map<String, Task>>();
        for (String line : said.lines().toList()) {
            var tasks = new TreeMap<String, Task>();
            for (JsonNode task : Api.parse(line)) {
                var read = new Task(
                        task.get("summary").asText(),
                        task.get("due").asText(),
                        task.get("status").asText(),
                        task.get("sequence").asInt());
                assertEquals(null, tasks.put(task.get("uid").asText(), read), "a UID is there once");
            }
            readers.add(tasks);
        }
        assertEquals(2, readers.size(), said);
        return readers;
    }
}
