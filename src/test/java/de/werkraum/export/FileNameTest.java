package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FileNameTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void aTitleBecomesAReadableName() {
        FileName name = FileName.of("EfA-Onlinedienst nachnutzen", DAY, "md");
        assertEquals("werkraum-efa-onlinedienst-nachnutzen-2026-11-23.md", name.ascii());
        assertEquals("attachment; filename=\"werkraum-efa-onlinedienst-nachnutzen-2026-11-23.md\"", name.disposition());
    }

    @Test
    void umlautsAreSpelledOutAndKeptInTheFullName() {
        FileName name = FileName.of("Straße & Bürgerbüro: Öffnen!", DAY, "csv");
        assertEquals("werkraum-strasse-buergerbuero-oeffnen-2026-11-23.csv", name.ascii());
        assertEquals("werkraum-straße-bürgerbüro-öffnen-2026-11-23.csv", name.full());
        assertTrue(
                name.disposition()
                        .endsWith(
                                "; filename*=UTF-8''werkraum-stra%C3%9Fe-b%C3%BCrgerb%C3%BCro-%C3%B6ffnen-2026-11-23.csv"),
                name.disposition());
        assertEquals(
                "werkraum-ayse-resume-2026-11-23.md",
                FileName.of("Ayşe résumé", DAY, "md").ascii());
    }

    @Test
    void aTableForAnotherProgramSaysWhichOne() {
        FileName name = FileName.of("Bürgerbüro", DAY, "openproject", "csv");
        assertEquals("werkraum-buergerbuero-2026-11-23-openproject.csv", name.ascii());
        assertEquals("werkraum-bürgerbüro-2026-11-23-openproject.csv", name.full());
    }

    @Test
    void otherScriptsAndEmptyTitlesFallBack() {
        assertEquals(
                "werkraum-plan-2026-11-23.md", FileName.of("План", DAY, "md").ascii());
        assertEquals(
                "werkraum-план-2026-11-23.md", FileName.of("План", DAY, "md").full());
        assertEquals(
                "werkraum-plan-2026-11-23.md", FileName.of("  \t", DAY, "md").full());
    }

    @Test
    void nothingCanBeInjected() {
        for (String title : new String[] {
            "a\"; filename=\"evil.exe",
            "a\r\nSet-Cookie: x=1",
            "../../etc/passwd",
            "\0\u202Egpj.exe",
            "x".repeat(5000),
            "😀".repeat(5000),
            "\uD83D",
            "a%0d%0ab"
        }) {
            FileName name = FileName.of(title, DAY, "md");
            assertTrue(name.ascii().matches("werkraum-[a-z0-9-]{1,60}-2026-11-23\\.md"), name.ascii());
            assertTrue(
                    name.disposition()
                            .matches("attachment; filename=\"[a-z0-9.-]+\"(; filename\\*=UTF-8''[A-Za-z0-9._~%-]+)?"),
                    name.disposition());
            assertTrue(name.disposition().length() < 1200);
        }
    }
}
