package de.werkraum.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Doc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusReportTest {
    private static final Instant NOW = Instant.parse("2027-02-01T09:00:00Z");

    private final Doc doc = new Doc();

    StatusReportTest() {
        Map<String, Object> step = Map.of("id", "s", "title", "Schritt", "status", "agreed", "due", "2027-01-31");
        PlanWriter.put(doc, Plans.of(Map.of("steps", List.of(step))));
    }

    private static StatusReport report(String step, Status status, LocalDate due, String reason) {
        return new StatusReport("c1", "link", step, status, due, reason, NOW);
    }

    private Step step() {
        return PlanReader.read(doc).steps().get(0);
    }

    @Test
    void saysInThePlanWhatWasReported() {
        assertTrue(report("s", Status.BLOCKED, LocalDate.parse("2027-03-01"), "Das Geld fehlt")
                .write(doc, "de"));
        assertEquals(Status.BLOCKED, step().status());
        assertEquals(LocalDate.parse("2027-03-01"), step().due());
        Comment comment = step().comments().get(0);
        assertEquals("Status-Link", comment.name());
        assertEquals("Blockiert. Neuer Termin: 01.03.2027. Das Geld fehlt", comment.text());
        assertEquals(
                Map.of(
                        "at",
                        "2027-02-01T09:00:00Z",
                        "link",
                        "link",
                        "status",
                        "blocked",
                        "due",
                        "2027-03-01",
                        "reason",
                        "Das Geld fehlt"),
                step().unknown().get("report"));
    }

    @Test
    void leavesWhatItDoesNotSay() {
        assertTrue(new StatusReport("c1", "link", "s", null, null, "Wir sind dran", NOW).write(doc, "en"));
        assertEquals(Status.AGREED, step().status());
        assertEquals(LocalDate.parse("2027-01-31"), step().due());
        assertEquals("Wir sind dran", step().comments().get(0).text());
    }

    @Test
    void isWrittenOnce() {
        StatusReport report = report("s", Status.DONE, LocalDate.parse("2027-03-01"), "");
        assertTrue(report.write(doc, "en"));
        byte[] once = doc.encodeStateVector();
        assertTrue(report.write(doc, "en"));
        assertEquals(1, step().comments().size());
        assertArrayEquals(once, doc.encodeStateVector());
    }

    @Test
    void findsNoStepThatIsNotThere() {
        assertFalse(report("x", Status.DONE, LocalDate.parse("2027-03-01"), "").write(doc, "de"));
        assertEquals(List.of(), step().comments());
    }
}
