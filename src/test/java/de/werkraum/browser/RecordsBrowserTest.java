package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.werkraum.browser.Browsers.button;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept, as people meet it: the history of the plan, the log of the room, one's own data. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class RecordsBrowserTest extends SharedBrowserTest {
    private static void join(Page page, Workshop workshop, String role, String name) {
        Arrivals.join(page, workshop.nobody().base(), workshop.code(role), name);
    }

    private static Locator dialog(Page page, String entry) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Menü").setExact(true))
                .click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(entry).setExact(true))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        return dialog;
    }

    @Test
    void moderatorsGoBackAndReadTheLog() {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "Wohngeld digital"));
        Api organiser = workshop.organiser();
        String plan = workshop.path() + "/plan";
        organiser.put(plan, Api.object("goal", "Der alte Stand")).expect(200);
        Page page = browsers.page(1280, 900);
        join(page, workshop, "moderator", "Mona");

        Locator dialog = dialog(page, "Verlauf");
        dialog.getByLabel("Jetzigen Stand benennen").fill("Vor der Pause");
        button(dialog, "Festhalten").click();
        assertThat(dialog).containsText("Vor der Pause");
        Browsers.look("versions", page);
        button(dialog, "Schließen").first().click();
        organiser.put(plan, Api.object("goal", "Der neue Stand")).expect(200);

        dialog = dialog(page, "Verlauf");
        button(dialog, "Ansehen \\(Vor der Pause").click();
        assertThat(dialog.locator("del")).hasText("alte");
        assertThat(dialog.locator("ins")).hasText("neue");
        Browsers.look("version", page);
        button(dialog, "Ganzen Stand wiederherstellen").click();
        assertThat(dialog).containsText("für alle");
        Browsers.look("version-sure", page);
        button(dialog, "Wiederherstellen").click();
        Conditions.await(
                "the plan is back",
                Duration.ofSeconds(30),
                () -> organiser.get(plan).expect(200).get("goal").asText().equals("Der alte Stand"));
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);

        dialog = dialog(page, "Wer hat was getan");
        assertThat(dialog).containsText("hat einen früheren Stand wiederhergestellt");
        assertThat(dialog).containsText("Mona");
        Browsers.look("log", page);
    }

    @Test
    void oneTakesOnesDataAwayAndHasItErased() throws IOException {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "Wohngeld digital"));
        Page page = browsers.page(390, 800);
        join(page, workshop, "participant", "Paula");
        Locator dialog = dialog(page, "Meine Daten");
        Browsers.look("my-data", page);
        Download download =
                page.waitForDownload(() -> button(dialog, "Herunterladen").click());
        JsonNode data = Api.parse(Files.readString(download.path()));
        assertEquals("Paula", data.at("/member/name").asText());
        button(dialog, "Meine Daten löschen").click();
        assertThat(dialog).containsText("bestätigen");
        Browsers.press(dialog.getByRole(AriaRole.CHECKBOX));
        button(dialog, "Meine Daten löschen").click();
        Conditions.await("nobody is left", Duration.ofSeconds(30), () -> workshop.organiser()
                .get(workshop.path() + "/members")
                .expect(200)
                .isEmpty());
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertTrue(Boolean.TRUE.equals(
                page.evaluate("() => Object.keys(localStorage).every(key => !key.startsWith('werkraum.session.'))")));
        Browsers.look("erased", page);
    }
}
