package de.werkraum.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.werkraum.imports.Bounds;
import de.werkraum.imports.Unreadable;
import de.werkraum.plan.Templates;
import de.werkraum.store.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Programmes as congress software writes them and as people keep them. */
class ProgrammeReadingTest {
    private static final Path FILES = Path.of("src/test/resources/programmes");
    private static final Templates TEMPLATES = Templates.load(ProgrammeReadingTest::tree);
    private static final Frame FRAME = new Frame(
            new Bounds(4 << 20, 32 << 20, 5_000, 256, 2_000, 20),
            500,
            20,
            5_000,
            300,
            160,
            TEMPLATES,
            LocalDate.of(2026, 7, 4),
            2026);

    private static Object tree(String json) {
        try {
            return new ObjectMapper().readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Programme file(String name) throws IOException {
        return Programme.read(Files.readAllBytes(FILES.resolve(name)), name, FRAME);
    }

    private static Programme text(String name, String text) {
        return Programme.read(text.getBytes(StandardCharsets.UTF_8), name, FRAME);
    }

    private static Instant berlin(int day, int hour, int minute) {
        return Instant.parse("2026-07-%02dT%02d:%02d:00Z".formatted(day, hour - 2, minute));
    }

    @Test
    @DisplayName("G-3 frab")
    void aScheduleOfFrabIsReadWholly() throws IOException {
        Programme programme = file("schedule.xml");
        assertEquals("frab", programme.format());
        assertEquals(3, programme.sessions().size());
        Session first = programme.sessions().get(0);
        assertEquals("5a1f7f0e-3f64-5a3c-9f0d-0d6b7a1f0001", first.key());
        assertEquals("EfA-Leistungen nachnutzen & betreiben", first.title());
        assertEquals("Saal 1", first.place());
        assertEquals(berlin(4, 9, 30), first.start());
        assertEquals(berlin(4, 11, 0), first.end());
        assertEquals(List.of("Dr. Mira Öztürk", "Jonas Weiß"), first.moderators());
        Session last = programme.sessions().get(2);
        assertEquals("103", last.key(), "an old schedule has ids only");
        assertEquals("Cloud <ohne> Sorgen", last.title());
        assertEquals("Raum 2.07", last.place(), "the room around it");
        assertEquals(berlin(5, 10, 0), last.start(), "the day around it");
        assertEquals(berlin(5, 12, 0), last.end());
    }

    @Test
    @DisplayName("G-3 pretalx")
    void aScheduleOfPretalxIsReadWholly() throws IOException {
        Programme programme = file("schedule.json");
        assertEquals("schedule", programme.format());
        Session first = programme.sessions().get(0);
        assertEquals("5a1f7f0e-3f64-5a3c-9f0d-0d6b7a1f0001", first.key());
        assertEquals(berlin(4, 9, 45), first.start());
        assertEquals(List.of("Dr. Mira Öztürk", "Jonas Weiß"), first.moderators());
        Session second = programme.sessions().get(1);
        assertEquals("104", second.key());
        assertEquals("Saal 3", second.place());
        assertEquals(berlin(4, 14, 0), second.start());
    }

    @Test
    @DisplayName("G-3 iCalendar")
    void aCalendarIsReadWithItsZones() throws IOException {
        Programme programme = file("programm.ics");
        List<Session> sessions = programme.sessions();
        assertEquals(4, sessions.size(), "what is cancelled stays away");
        assertTrue(sessions.get(0).title().endsWith("deshalb gefaltet wird, wie es die Regel will"));
        assertEquals("Saal 1; links", sessions.get(0).place());
        assertEquals(berlin(4, 9, 30), sessions.get(0).start());
        assertEquals(berlin(4, 11, 0), sessions.get(0).end());
        assertEquals(berlin(4, 11, 30), sessions.get(1).start());
        assertEquals(berlin(4, 12, 15), sessions.get(1).end(), "by its duration");
        assertEquals(berlin(4, 14, 0), sessions.get(2).start(), "a time without a zone is a German one");
        assertNull(sessions.get(3).start());
        assertEquals(
                List.of("Abgesagt", "Ganzer Tag"),
                programme.doubts().stream().map(Doubt::session).toList());
    }

    @Test
    @DisplayName("G-3 a table")
    void aTableIsReadBelowItsHeadings() throws IOException {
        Programme programme = file("programm.csv");
        List<Session> sessions = programme.sessions();
        assertEquals(4, sessions.size());
        Session first = sessions.get(0);
        assertEquals("1", first.key());
        assertEquals("Ratssaal", first.place());
        assertEquals(berlin(4, 9, 30), first.start());
        assertEquals(berlin(4, 11, 0), first.end());
        assertEquals(List.of("Mira Öztürk <oeztuerk@stadt.example>", "Jonas Weiß"), first.moderators());
        assertEquals(40, first.seats());
        assertEquals(berlin(4, 11, 15), sessions.get(1).start());
        assertEquals(berlin(4, 12, 45), sessions.get(1).end(), "both ends in one cell");
        assertNull(sessions.get(2).start());
        assertNull(sessions.get(2).seats());
        assertEquals(
                List.of("nachmittags", "viele"),
                programme.doubts().stream().map(Doubt::text).toList(),
                "what is not understood is named");
    }

    @Test
    @DisplayName("G-3 a workbook")
    void timesOfAWorkbookKeepTheirMinutes() throws IOException {
        byte[] bytes;
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("Programm");
            XSSFRow head = sheet.createRow(0);
            List<String> names = List.of("Titel", "Beginn", "Dauer (min)", "Vorlage");
            for (int i = 0; i < names.size(); i++) {
                head.createCell(i).setCellValue(names.get(i));
            }
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy hh:mm"));
            XSSFRow row = sheet.createRow(1);
            row.createCell(0).setCellValue("E-Akte");
            row.createCell(1).setCellValue(LocalDateTime.of(2026, 7, 4, 9, 30));
            row.getCell(1).setCellStyle(style);
            row.createCell(2).setCellValue(90);
            row.createCell(3).setCellValue(TEMPLATES.all().get(0).title().de());
            book.write(out);
            bytes = out.toByteArray();
        }
        Session session =
                Programme.read(bytes, "programm.xlsx", FRAME).sessions().get(0);
        assertEquals(berlin(4, 9, 30), session.start());
        assertEquals(berlin(4, 11, 0), session.end());
        assertEquals(TEMPLATES.all().get(0).id(), session.template());
    }

    @Test
    @DisplayName("G-5 files that can't be read")
    void whatIsNoProgrammeIsSaidInASentence() {
        for (String bad : List.of(
                "<rss><channel/></rss>",
                "<schedule><day>",
                "<!DOCTYPE schedule [<!ENTITY e 'x'>]><schedule><day><room><event id='1'><title>&e;</title></event></room></day></schedule>",
                "{\"steps\": []}",
                "{\"schedule\": ",
                "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
                "Name;Telefon\nMona;4711\n",
                "<schedule/>")) {
            Unreadable refusal = assertThrows(Unreadable.class, () -> text("datei", bad), bad);
            assertTrue(refusal.sentence().de().endsWith("."), refusal.sentence().de());
        }
        String many = "Titel;Raum\n" + "Sitzung;1\n".repeat(501);
        assertEquals(
                "importTooLarge",
                assertThrows(Unreadable.class, () -> text("viele.csv", many)).code());
    }

    @Test
    @DisplayName("G-5 doubts")
    void whatDoesNotFitIsNamed() {
        Programme programme = text(
                "p.csv",
                "ID;Titel;Beginn;Ende;Vorlage\n1;Gut;10:00;9:00;gibt-es-nicht\n1;Doppelt;10:00;;\n2;" + "x".repeat(400)
                        + ";10:00;;\n");
        assertEquals(2, programme.sessions().size());
        assertNull(programme.sessions().get(0).end());
        assertNull(programme.sessions().get(0).template());
        assertEquals(300, programme.sessions().get(1).title().length());
        assertEquals(4, programme.doubts().size());
    }
}
