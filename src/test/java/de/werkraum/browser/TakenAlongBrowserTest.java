package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a moderator comes for: a list from a spreadsheet becomes a plan, the room decides on a step, and both are taken along as PDF. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class TakenAlongBrowserTest extends SharedBrowserTest {
    private static final Path LIST = Path.of("src", "test", "resources", "imports", "offene-punkte.xlsx");

    @Test
    void aSpreadsheetADecisionAndThePdf() throws IOException {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "E-Akte einführen"));
        Page moderator = browsers.page(1280, 900);
        KnownVisits.visit(moderator, workshop, workshop.moderator("Mona"), "moderator", "");
        bring(moderator);
        Page participant = browsers.page(390, 800);
        KnownVisits.visit(participant, workshop, workshop.participant("Paula"), "participant", "#abstimmung");
        openVote(moderator);
        vote(participant);
        moderator.locator("nav a[href='#abstimmung']:visible").first().click();
        assertThat(moderator.locator("article.poll")).containsText("1 von 1 hat abgestimmt");
        press(moderator.locator("body"), "Schließen und auszählen");
        assertThat(participant.locator("article.poll")).containsText("Angenommen");

        String sentence = workshop.organiser()
                .get(workshop.path() + "/polls")
                .expect(200)
                .at("/0/tally/sentence/de")
                .asText();
        String text = pdf(moderator);
        for (String part : new String[] {
            "E-Akte einführen",
            "Aktenplan abstimmen",
            "10, Fr. Lindner",
            "15.04.2026",
            "Scanner beschaffen",
            "KW 14",
            sentence
        }) {
            assertTrue(text.contains(part), part + " is not in:\n" + text);
        }
    }

    @Test
    void aRefusedHandOverIsToldWhereItWasPressed() {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "E-Akte einführen"));
        Page page = browsers.page(1280, 700);
        KnownVisits.visit(page, workshop, workshop.moderator("Mona"), "moderator", "");
        press(page.locator("body"), "Menü");
        press(page.locator("body"), "Herunterladen");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("Aufgaben in einen Kalender übergeben").click();
        dialog.getByLabel("Adresse des Kalenders (CalDAV)").fill("https://127.0.0.1/kalender/");
        dialog.getByLabel("Name dort").fill("mona");
        dialog.getByLabel("Kennwort dort").fill("geheim");
        press(dialog, "Übergeben");
        assertThat(dialog.locator("details .error:visible")).isInViewport();
        assertThat(dialog.getByText("Übergeben", new Locator.GetByTextOptions().setExact(true)))
                .isFocused();
        Browsers.screenshot("hand-over-refused", page, false);
    }

    @Test
    void whileADocumentIsMadeTheDialogSaysSo() {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "E-Akte einführen"));
        Page page = browsers.page(1280, 700);
        KnownVisits.visit(page, workshop, workshop.moderator("Mona"), "moderator", "");
        press(page.locator("body"), "Menü");
        press(page.locator("body"), "Herunterladen");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator bar = dialog.getByRole(
                AriaRole.PROGRESSBAR, new Locator.GetByRoleOptions().setName("Das Dokument wird gemacht"));
        var held = new AtomicReference<Route>();
        page.route("**/export/md?**", held::set);
        press(dialog, "Text \\(Markdown\\)");
        assertThat(bar).isVisible();
        assertThat(dialog.getByText("Das Dokument wird gemacht")).isVisible();
        Download download =
                page.waitForDownload(() -> Objects.requireNonNull(held.get()).resume());
        assertTrue(download.suggestedFilename().endsWith(".md"), download.suggestedFilename());
        assertThat(bar).hasCount(0);
    }

    private static void bring(Page page) {
        press(page.locator("body"), "Menü");
        press(page.locator("body"), "Datei importieren");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator("input[type=file]").setInputFiles(LIST);
        press(dialog, "8 Schritte importieren");
        assertThat(dialog).containsText("8 Schritte sind dazugekommen");
        press(dialog, "Fertig");
        assertThat(page.locator(".step")).hasCount(8);
    }

    private static void openVote(Page page) {
        Locator dialog = PollDialog.fromFirst(page, 1, "Ja, Nein oder Enthaltung");
        PollDialog.openly(dialog);
        press(dialog, "Jetzt öffnen");
    }

    private static void vote(Page page) {
        Locator card = page.locator("article.poll");
        Browsers.press(card.getByLabel("Ja", new Locator.GetByLabelOptions().setExact(true)));
        press(card, "Stimme abgeben");
        assertThat(page.getByText("Stimme gezählt").first()).isVisible();
    }

    /** The text of the document that the page hands over; how its lines break is left out. */
    private static String pdf(Page page) throws IOException {
        press(page.locator("body"), "Menü");
        press(page.locator("body"), "Herunterladen");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Download download = page.waitForDownload(() -> press(dialog, "Dokument \\(PDF\\)"));
        assertTrue(download.suggestedFilename().endsWith(".pdf"), download.suggestedFilename());
        try (PDDocument document = Loader.loadPDF(download.path().toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void press(Locator in, String name) {
        in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .first()
                .click();
    }
}
