package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.werkraum.browser.Browsers.button;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file brought by a moderator: looked at, imported, taken back. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ImportBrowserTest extends SharedBrowserTest {
    private static final Path FILES = Path.of("src", "test", "resources", "imports");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Page moderator(Browsers browsers, Workshop workshop, int width, int height) {
        Page page = browsers.page(width, height);
        Arrivals.join(page, workshop.nobody().base(), workshop.code("moderator"), "Mona");
        return page;
    }

    private static Locator dialog(Page page) {
        button(page.locator("body"), "Menü").click();
        button(page.locator("body"), "Datei importieren").click();
        return page.getByRole(AriaRole.DIALOG);
    }

    private static int steps(Workshop workshop) {
        return workshop.organiser()
                .get(workshop.path() + "/plan")
                .expect(200)
                .get("steps")
                .size();
    }

    @Test
    void openPointsBecomeStepsAndGoAgain() {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "E-Akte einführen"));
        Page page = moderator(browsers, workshop, 1280, 900);
        Locator dialog = dialog(page);
        Browsers.look("import-choose", page);
        dialog.locator("input[type=file]").setInputFiles(FILES.resolve("offene-punkte.xlsx"));
        assertThat(dialog).containsText("8 Schritte gefunden");
        assertThat(dialog.locator("h3").first()).isFocused();
        assertThat(dialog).containsText("KW 14");
        Browsers.look("import-preview", page);
        assertEquals(0, steps(workshop), "nothing is written before somebody says so");

        dialog.getByLabel("Bemerkung").selectOption("result");
        dialog.getByLabel("Übernehmen: Scanner beschaffen").uncheck();
        assertThat(dialog).containsText("7 Schritte gefunden");
        button(dialog, "7 Schritte importieren").click();
        assertThat(dialog).containsText("7 Schritte sind dazugekommen");
        Browsers.look("import-done", page);
        assertEquals(7, steps(workshop));
        assertEquals(
                "Entwurf liegt vor",
                workshop.organiser()
                        .get(workshop.path() + "/plan")
                        .expect(200)
                        .at("/steps/0/result")
                        .asText());
        assertThat(page.locator("main")).containsText("10, Fr. Lindner");
        button(dialog, "Rückgängig").click();
        assertThat(dialog.locator("h3")).hasText("Zurückgenommen");
        assertThat(page.locator(".toast")).hasText("Der Import ist zurückgenommen.");
        assertThat(button(dialog, "Fertig")).isFocused();
        Conditions.await("the steps are gone", PATIENCE, () -> steps(workshop) == 0);
        button(dialog, "Fertig").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    @Test
    void onAPhoneABadFileIsToldRowByRow() {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "E-Akte einführen"));
        Page page = moderator(browsers, workshop, 390, 800);
        Locator dialog = dialog(page);
        dialog.locator("input[type=file]").setInputFiles(FILES.resolve("deck-board.json"));
        assertThat(dialog).containsText("kein Plan aus einem Werkraum");
        dialog.locator("input[type=file]").setInputFiles(FILES.resolve("fehlerhaft.csv"));
        assertThat(dialog).containsText("6 Schritte gefunden");
        for (String said : new String[] {"31.02.2026", "viel", "Kein Titel", "fast fertig", "überzählig"}) {
            assertThat(dialog).containsText(said);
        }
        Browsers.look("import-phone", page);
        dialog.getByText("Kein Titel").scrollIntoViewIfNeeded();
        Browsers.look("import-phone-rows", page);
        assertEquals(0, steps(workshop));
    }

    @Test
    void theDialogIsUsableWithLittleHeight() {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "E-Akte einführen"));
        Page page = browsers.page(320, 256);
        KnownVisits.visit(page, workshop, workshop.moderator("Mona"), "moderator", "");
        Locator dialog = dialog(page);
        Browsers.look("import-small-choose", page);
        dialog.locator("input[type=file]").setInputFiles(FILES.resolve("offene-punkte.xlsx"));
        assertThat(dialog).containsText("8 Schritte gefunden");
        Browsers.look("import-small", page);
        Locator row = dialog.getByText("Scanner beschaffen").last();
        row.scrollIntoViewIfNeeded();
        Browsers.look("import-small-rows", page);
        assertThat(row).isInViewport();
        button(dialog, "8 Schritte importieren").scrollIntoViewIfNeeded();
        assertThat(button(dialog, "8 Schritte importieren")).isInViewport();
        Browsers.look("import-small-end", page);
    }

    @Test
    void pastedCellsBecomeStepsWithTheirColumns() {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "E-Akte einführen"));
        Page page = moderator(browsers, workshop, 1280, 900);
        paste(
                page,
                "Aufgabe\tWer\tBis wann\nScanner beschaffen\tIT; Hauptamt\t15.04.2026\n\"Aktenplan\nabstimmen\"\tArchiv\t\n");
        Browsers.look("import-pasted", page);
        button(page.locator("body"), "Als Tabelle importieren").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("2 Schritte sind dazugekommen");
        assertThat(page.locator(".facts").first()).containsText("IT; Hauptamt");
        assertThat(page.locator(".facts").first()).containsText("15.04.2026");
        assertThat(page.locator(".step-title").nth(1)).hasValue("Aktenplan");
        button(dialog, "Fertig").click();

        paste(page, "Aufgabe\tWer\tBis wann\nSchulung planen\tPersonalamt\tKW 14\n");
        button(page.locator("body"), "Als Tabelle importieren").click();
        assertThat(dialog).containsText("KW 14");
        assertEquals(2, steps(workshop), "what is doubtful is looked at first");
        button(dialog, "Schließen").first().click();

        paste(page, "Eins\tA\nZwei\tB\nDrei\tC");
        button(page.locator("body"), "Als 3 Schritte anlegen").click();
        assertThat(page.locator(".step")).hasCount(5);
    }

    private static void paste(Page page, String cells) {
        page.locator("#new-step")
                .evaluate(
                        """
                        (field, text) => {
                          const data = new DataTransfer()
                          data.setData('text/plain', text)
                          field.focus()
                          const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
                          if (field.dispatchEvent(event)) document.execCommand('insertText', false, text)
                        }
                        """,
                        cells);
    }
}
