package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.TestServer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A plan of another authority becomes a room: from the organiser's page to where it has become different. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ReuseBrowserTest {
    private static final Path FILES = Path.of("src", "test", "resources", "imports");
    private static final String ORIGIN = "Landkreis Musterland: Terminvergabe Führerscheinstelle";

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    @Test
    void anExportedPlanBecomesARoomWithItsOrigin() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Page page = browsers.page(1280, 900);
            Arrivals.organise(page, server.base());
            page.getByText("Raum anlegen").first().click();
            page.getByLabel("Planvorlage").selectOption("file");
            Locator file = page.getByLabel("Exportierter Plan (JSON)");
            file.setInputFiles(FILES.resolve("deck-board.json"));
            assertThat(page.getByText("Das ist kein Plan aus einem Werkraum.")).isVisible();
            file.setInputFiles(FILES.resolve("werkraum-plan.json"));
            assertThat(page.getByText("Herkunft: " + ORIGIN)).containsText("6 Schritte. Die Abstimmung darin");
            assertThat(page.getByLabel("Name des Raums")).hasValue("Terminvergabe Führerscheinstelle");
            Browsers.look("reuse", page);
            page.locator("form").getByText("Raum anlegen").click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Terminvergabe Führerscheinstelle"))
                    .click();
            page.waitForURL(Pattern.compile("room\\.html"));
            assertThat(page.locator(".step")).hasCount(6);
            assertThat(page.locator(".origin")).containsText(ORIGIN);
            Browsers.look("reused", page);

            page.locator(".step-title").first().fill("Engpass benennen");
            assertThat(page.getByText("Gespeichert").first()).isVisible();
            button(page, "Unterschied zeigen").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("Übernommen von " + ORIGIN);
            assertThat(dialog.locator("del")).hasText("Größten ");
            Download feedback = page.waitForDownload(
                    () -> dialog.getByText("Rückmeldung an die Quelle").click());
            assertEquals("rueckmeldung.json", feedback.suggestedFilename());
            Browsers.look("reused-difference", page);
        }
    }
}
