package de.werkraum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.werkraum.support.Api;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a room's documents hold, and who may have them. */
class TakenAlongTest extends ServerTest {
    private static final List<String> FORMATS = List.of("csv", "docx", "ics", "json", "md", "odt", "pdf", "xlsx");

    private Workshop agreed() {
        Workshop workshop = workshop();
        workshop.organiser()
                .put(
                        workshop.path() + "/plan",
                        object(
                                "title",
                                "E-Akte einführen",
                                "steps",
                                List.of(
                                        object("id", "a", "title", "Aktenplan abstimmen", "due", "2027-03-01"),
                                        object("id", "b", "title", "Scanner beschaffen"))))
                .expect(200);
        return workshop;
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        var parts = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** What a document says, with all that its format has around it. */
    private static String said(String format, byte[] bytes) throws IOException {
        return switch (format) {
            case "pdf" -> pdf(bytes);
            case "docx", "odt", "xlsx" -> {
                var all = new StringBuilder();
                unpacked(bytes).values().forEach(part -> all.append(new String(part, StandardCharsets.UTF_8)));
                yield all.toString();
            }
            default -> new String(bytes, StandardCharsets.UTF_8);
        };
    }

    @Test
    @Tag("X-10")
    @DisplayName("X-10: a room's ZIP holds each format once, under its ending, and each is a whole document")
    void theZipHoldsAllFormats() throws IOException {
        Workshop workshop = agreed();
        Api mona = workshop.moderator("Mona").api();
        Map<String, byte[]> parts = unpacked(mona.bytes(workshop.path() + "/export/zip"));
        var endings = new ArrayList<String>();
        for (var part : parts.entrySet()) {
            String format = part.getKey().substring(part.getKey().lastIndexOf('.') + 1);
            endings.add(format);
            assertTrue(part.getKey().startsWith("werkraum-e-akte-einfuehren-"), part.getKey());
            String said = said(format, part.getValue());
            assertTrue(said.contains("Aktenplan abstimmen"), format + ": " + said);
        }
        endings.sort(null);
        assertEquals(FORMATS, endings);
    }

    private static List<String> ids(JsonNode preview) {
        var ids = new ArrayList<String>();
        preview.get("sections").forEach(section -> ids.add(section.get("id").asText()));
        return ids;
    }

    @Test
    @Tag("X-9")
    @DisplayName(
            "X-9: a preview says what a document would hold, section by section, as it is asked for, and in which formats")
    void thePreviewSaysWhatADocumentWouldHold() {
        Workshop workshop = agreed();
        Api mona = workshop.moderator("Mona").api();
        Api paula = workshop.participant("Paula").api();
        Poll poll = Poll.open(workshop, mona, Poll.consent(object("secret", false)));
        poll.say(paula, "yes").expect(200);
        poll.close();
        JsonNode preview = mona.get(workshop.path() + "/export?minutes=false").expect(200);
        assertEquals("E-Akte einführen", preview.get("title").asText());
        assertEquals(List.of("overview", "steps", "polls", "people"), ids(preview));
        JsonNode steps = preview.at("/sections/1");
        assertEquals(2, steps.get("entries").asInt());
        assertEquals("Schritte", steps.get("heading").asText());
        assertEquals(FORMATS.size() + 1, preview.get("formats").size());
        JsonNode less = mona.get(workshop.path() + "/export?minutes=false&polls=false&people=none")
                .expect(200);
        assertEquals(List.of("overview", "steps"), ids(less));
        JsonNode protocol =
                mona.get(workshop.path() + "/export?document=protocol").expect(200);
        assertEquals(
                "Ergebnisprotokoll: E-Akte einführen", protocol.get("title").asText());
        assertFalse(ids(protocol).contains("steps"), protocol.toString());
    }

    @Test
    @Tag("X-9")
    @DisplayName(
            "X-9: unless the room says otherwise, participants take along PDF, DOCX and ICS, once it is closed, and nobody's name")
    void whatParticipantsTakeAlong() throws IOException {
        Workshop workshop = agreed();
        Api mona = workshop.moderator("Mona Grün").api();
        Api paula = workshop.participant("Paula Rot").api();
        Api screen = workshop.viewer("Beamer").api();
        String export = workshop.path() + "/export";
        assertEquals("notModerator", paula.get(export).problem(403));
        assertEquals("notModerator", paula.get(export + "/pdf").problem(403));
        mona.patch(workshop.path(), object("phase", "closed")).expect(200);
        JsonNode preview = paula.get(export + "?people=names").expect(200);
        assertEquals("[\"docx\",\"ics\",\"pdf\"]", sorted(preview.get("formats")));
        for (String format : List.of("pdf", "docx", "ics")) {
            String said = said(format, paula.bytes(export + "/" + format + "?people=names"));
            assertTrue(said.contains("Aktenplan abstimmen"), format);
            assertFalse(said.contains("Paula Rot") || said.contains("Mona Grün"), said);
        }
        for (String format : List.of("md", "csv", "json", "xlsx", "odt", "zip")) {
            assertEquals("notModerator", paula.get(export + "/" + format).problem(403), format);
        }
        screen.get(export + "/pdf").refused();
        assertTrue(pdf(mona.bytes(export + "/pdf?people=names")).contains("Paula Rot"));
    }

    private static String sorted(JsonNode formats) {
        var names = new ArrayList<String>();
        formats.forEach(format -> names.add(format.toString()));
        names.sort(null);
        return "[" + String.join(",", names) + "]";
    }
}
