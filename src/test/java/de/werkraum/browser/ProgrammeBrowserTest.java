package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.werkraum.browser.Browsers.button;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the file of a congress software to open rooms and paper. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ProgrammeBrowserTest {
    private static final Path FILES = Path.of("src", "test", "resources", "programmes");

    /** The event's page, signed in. */
    private static Page programme(Browsers browsers, TestServer server) {
        Workshop.organiser(server.base())
                .post("/events", Api.object("title", "Kongress Digitale Verwaltung", "date", "2026-07-04"))
                .expect(201);
        Page page = browsers.page(1280, 900);
        Arrivals.organise(page, server.base());
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Programm").setExact(true))
                .click();
        page.waitForURL(Pattern.compile("programme\\.html"));
        return page;
    }

    @Test
    void aFileBecomesRoomsAndPaper() throws IOException {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Page page = programme(browsers, server);
            Locator main = page.locator("main");
            assertThat(main.locator("h1")).hasText("Kongress Digitale Verwaltung");
            Browsers.lookWhole("programme-empty", page);
            button(main, "Programm importieren").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.locator("input[type=file]").setInputFiles(FILES.resolve("programm.csv"));
            assertThat(dialog).containsText("2 Stellen sind nicht eindeutig");
            Browsers.lookWhole("programme-doubts", page);
            button(dialog, "Andere Datei").click();
            dialog.locator("input[type=file]").setInputFiles(FILES.resolve("schedule.xml"));
            assertThat(dialog).containsText("3 Sitzungen gefunden");
            button(dialog, "3 Sitzungen übernehmen").click();
            assertThat(main.locator(".sessions li")).hasCount(3);

            button(main, "Sitzung hinzufügen").click();
            dialog.getByLabel("Titel").fill("Ausklang");
            dialog.getByLabel("Ort").fill("Foyer");
            dialog.getByLabel("Plätze").fill("300");
            dialog.getByLabel("Ende").fill("2026-07-04T08:00");
            button(dialog, "Speichern").click();
            assertThat(dialog.getByText("Das Ende muss nach dem Beginn liegen."))
                    .isInViewport();
            Browsers.lookWhole("programme-session", page);
            dialog.getByLabel("Ende").fill("2026-07-04T10:00");
            button(dialog, "Speichern").click();
            assertThat(main.locator(".sessions li")).hasCount(4);
            assertThat(page.locator(".toast")).hasText("Gespeichert: Ausklang");

            button(main, "4 Räume öffnen").click();
            assertThat(main.locator(".sessions .code")).hasCount(4);
            Browsers.lookWhole("programme", page);
            walls(page, main, dialog);
            page.setViewportSize(390, 844);
            Browsers.lookWhole("programme-phone", page);
            page.setViewportSize(1280, 900);

            Download links = page.waitForDownload(
                    () -> button(main, "Zugänge der Moderation").click());
            assertTrue(Files.readString(links.path()).contains("Dr. Mira Öztürk"));
            paper(page, main);
            removed(page, main, dialog);
        }
    }

    @Test
    void aSessionIsSavedOnceAndOverNobodysHead() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Page page = programme(browsers, server);
            Locator main = page.locator("main");
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            page.route("**/programme", ProgrammeBrowserTest::withoutAnswer);
            button(main, "Sitzung hinzufügen").click();
            dialog.getByLabel("Titel").fill("Ausklang");
            button(dialog, "Speichern").click();
            assertThat(dialog).containsText("nicht zu erreichen");
            page.unroute("**/programme");
            button(dialog, "Speichern").click();
            assertThat(dialog).hasCount(0);
            assertThat(main.locator(".sessions li")).hasCount(1);

            Page other = page.context().newPage();
            other.navigate(page.url());
            button(main, "Ausklang bearbeiten").click();
            dialog.getByLabel("Ort").fill("Hof");
            button(other, "Ausklang bearbeiten").click();
            Locator there = other.getByRole(AriaRole.DIALOG);
            there.getByLabel("Ort").fill("Garten");
            there.getByLabel("Plätze").fill("30");
            button(there, "Speichern").click();
            assertThat(there).hasCount(0);
            button(dialog, "Speichern").click();
            assertThat(dialog).containsText("auch geändert: Ort.");
            button(dialog, "Speichern").click();
            assertThat(dialog).hasCount(0);
            assertThat(main.locator(".sessions li")).containsText("Hof");
            button(main, "Ausklang bearbeiten").click();
            assertThat(dialog.getByLabel("Plätze")).hasValue("30");
        }
    }

    /** The server does what it is asked for, and nobody hears of it. */
    private static void withoutAnswer(Route route) {
        if (!route.request().method().equals("PUT")) {
            route.resume();
            return;
        }
        route.fetch();
        route.abort();
    }

    /** What a machine before a wall needs to know. */
    private static void walls(Page page, Locator main, Locator dialog) {
        button(main, "Leinwände").click();
        String link = (String) dialog.getByText("Leinwand öffnen").evaluate("link => link.href");
        assertThat(dialog.locator(".address")).hasText(link.replace("http://", ""));
        assertThat(dialog.locator(".code")).hasText(Pattern.compile("^\\w{5} \\w{5}$"));
        Browsers.look("programme-screens", page);
        button(dialog, "Schließen").click();
    }

    /** What goes to the printer, without one. */
    private static void paper(Page page, Locator main) {
        page.evaluate("() => { window.print = () => {} }");
        button(main, "Türschilder").click();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".sheet.door")).hasCount(3);
        assertThat(page.locator(".sheet.door .qr")).hasCount(4);
        Browsers.screenshot("programme-doors", page, true);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.evaluate("() => dispatchEvent(new Event('afterprint'))");
        button(main, "Kärtchen").click();
        assertThat(page.locator(".sheet.slips")).hasCount(4);
        page.evaluate("() => dispatchEvent(new Event('afterprint'))");
    }

    private static void removed(Page page, Locator main, Locator dialog) {
        button(main, "Ausklang bearbeiten").click();
        button(dialog, "Kopieren").click();
        assertThat(main.locator(".sessions li")).hasCount(5);
        button(main, "Ausklang bearbeiten").click();
        button(dialog, "Raum schließen").click();
        assertThat(dialog).containsText("Niemand kann darin mehr schreiben");
        button(dialog, "Raum schließen").click();
        assertThat(page.getByText("Der Raum von „Ausklang“ ist geschlossen.")).isVisible();
        for (String session : new String[] {"Ausklang (Kopie)", "Ausklang"}) {
            button(main, session.replace("(", "\\(").replace(")", "\\)") + " bearbeiten")
                    .click();
            button(dialog, "Löschen").click();
            assertThat(dialog).containsText("„" + session + "“ wird aus dem Programm gelöscht.");
            Browsers.lookWhole("programme-delete-session", page);
            button(dialog, "Löschen").click();
            assertThat(dialog).hasCount(0);
        }
        assertThat(main.locator(".sessions li")).hasCount(3);
        button(main, "Veranstaltung bearbeiten").click();
        button(dialog, "Veranstaltung löschen").click();
        assertThat(dialog).containsText("Auch die 5 Räume löschen");
        Browsers.lookWhole("programme-delete", page);
        button(dialog, "Endgültig löschen").click();
        page.waitForURL(Pattern.compile("organise\\.html"));
        assertThat(page.locator(".rooms > li")).hasCount(5);
    }
}
