package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.werkraum.browser.Browsers.button;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is different between two states of the plan, as a moderator reads it while others write. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class VersionsBrowserTest extends SharedBrowserTest {
    private static final String INTERFACE = "018f0000-0000-7000-8000-0000000000a1";
    private static final String TRAINING = "018f0000-0000-7000-8000-0000000000a2";
    private static final String SCANNER = "018f0000-0000-7000-8000-0000000000a3";

    private static Page join(Browsers browsers, Workshop workshop, String role, String name, int width) {
        Page page = browsers.page(width, 900);
        Arrivals.join(page, workshop.nobody().base(), workshop.code(role), name);
        return page;
    }

    private static Locator history(Page page) {
        button(page.locator("body"), "Menü").click();
        button(page.locator("body"), "Verlauf").click();
        return page.getByRole(AriaRole.DIALOG);
    }

    private static void put(Workshop workshop) {
        String letter = "Das Fachverfahren liefert die Bescheide heute auf Papier. ".repeat(8);
        workshop.organiser()
                .put(
                        workshop.path() + "/plan",
                        Api.object(
                                "goal",
                                "Bescheide ohne Papier",
                                "steps",
                                List.of(
                                        Api.object(
                                                "id",
                                                INTERFACE,
                                                "title",
                                                "Schnittstelle klären",
                                                "responsible",
                                                "Hauptamt, IT",
                                                "due",
                                                "2026-04-15",
                                                "details",
                                                letter + "Angebot einholen."),
                                        Api.object("id", TRAINING, "title", "Schulung planen"),
                                        Api.object("id", SCANNER, "title", "Scanner beschaffen"))))
                .expect(200);
    }

    /** What others do meanwhile: one step is written in, one goes, one comes, the goal changes. */
    private static void write(Page paula) {
        Locator title = paula.locator(".step-title").first();
        title.fill("Schnittstelle mit dem Rechenzentrum klären");
        Locator card = paula.locator(".step").first();
        card.locator(".toggle").click();
        card.getByLabel("Zuständig").fill("Hauptamt, IT, Rechenzentrum");
        paula.locator(".step-title").nth(2).fill("");
        paula.locator(".step-title").nth(2).press("Backspace");
        assertThat(paula.locator(".step")).hasCount(2);
        paula.locator("#new-step").fill("Pilotamt aussuchen");
        paula.locator("#new-step").press("Enter");
        assertThat(paula.locator(".step")).hasCount(3);
    }

    @Test
    void whatOthersChangedIsReadAndOneStepComesBackForAll() throws IOException {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "Bescheide digital"));
        put(workshop);
        Page mona = join(browsers, workshop, "moderator", "Mona", 1280);
        Page paula = join(browsers, workshop, "participant", "Paula", 1280);
        Locator dialog = history(mona);
        dialog.getByLabel("Jetzigen Stand benennen").fill("Vor der Pause");
        button(dialog, "Festhalten").click();
        assertThat(dialog).containsText("Vor der Pause");
        write(paula);
        assertThat(mona.locator(".step-title").first()).hasValue("Schnittstelle mit dem Rechenzentrum klären");

        button(dialog, "Ansehen \\(Vor der Pause").click();
        Locator steps = dialog.locator(".difference li");
        assertThat(steps).hasCount(3);
        assertThat(steps.nth(0)).containsText("Geändert");
        assertThat(steps.nth(0).locator("ins").first()).containsText("mit dem Rechenzentrum");
        assertThat(steps.nth(1)).containsText("Neu");
        assertThat(steps.nth(1)).containsText("Pilotamt aussuchen");
        assertThat(steps.nth(2)).containsText("Entfernt");
        assertThat(steps.nth(2)).containsText("Scanner beschaffen");
        Browsers.look("difference", mona);
        Download file = mona.waitForDownload(
                () -> button(dialog, "Unterschied herunterladen").click());
        String page = Files.readString(file.path());
        assertTrue(page.contains("<ins>mit dem Rechenzentrum </ins>"), page);

        button(dialog, "Zurückholen \\(Schnittstelle").click();
        assertThat(steps).hasCount(2);
        assertThat(paula.locator(".step-title").first()).hasValue("Schnittstelle klären");
        button(dialog, "Zurückholen \\(Scanner").click();
        assertThat(steps).hasCount(1);
        assertThat(paula.locator(".step")).hasCount(4);
        assertEquals(
                Set.of("Schnittstelle klären", "Schulung planen", "Scanner beschaffen", "Pilotamt aussuchen"),
                paula.locator(".step-title").all().stream()
                        .map(Locator::inputValue)
                        .collect(Collectors.toSet()));
        dialog.getByText("Der Plan, wie er da war").click();
        assertThat(dialog.locator("details")).containsText("Scanner beschaffen");
        dialog.getByLabel("Unterschied zu").selectOption(new SelectOption().setIndex(1));
        assertThat(button(dialog, "Zurückholen")).hasCount(0);
    }

    @Test
    void onAPhone() {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "Bescheide digital"));
        put(workshop);
        workshop.moderator("Max")
                .api()
                .post(workshop.path() + "/versions", Api.object("name", "Vor der Pause"))
                .expect(201);
        Page paula = join(browsers, workshop, "participant", "Paula", 1280);
        write(paula);
        Page mona = join(browsers, workshop, "moderator", "Mona", 390);
        Locator dialog = history(mona);
        Browsers.look("versions-phone", mona);
        button(dialog, "Ansehen \\(Vor der Pause").click();
        assertThat(dialog.locator(".difference li")).hasCount(3);
        Browsers.look("difference-phone", mona);
    }
}
