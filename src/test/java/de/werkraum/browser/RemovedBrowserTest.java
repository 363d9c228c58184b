package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YType;
import de.werkraum.support.Api;
import de.werkraum.support.PlanClient;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is taken away, a person or a step, is told, and comes back when somebody says so. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class RemovedBrowserTest extends SharedBrowserTest {
    @Test
    @Tag("J-13")
    void whoWasRemovedReadsWhyTheCodeDoesNotLetInAndThatItDoesAgain() {
        Workshop room = Workshop.open(server.base());
        Page moderator = browsers.page(1280, 800);
        KnownVisits.visit(moderator, room, room.moderator("Mona"), "moderator", "#personen");
        Page paula = browsers.page(390, 844);
        join(paula, room);
        assertThat(paula.locator("#plan")).isVisible();

        moderator
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mehr zu Paula"))
                .click();
        press(moderator, "Aus dem Raum entfernen");
        moderator.locator("dialog input[type=checkbox]").check();
        press(moderator, "Aus dem Raum entfernen");
        assertThat(paula.locator("main")).containsText("Sie sind nicht mehr in diesem Raum");

        join(paula, room);
        assertThat(paula.locator("[role=alert]")).containsText("persönlichen Code");
        Browsers.requireAccessible("the door says why", paula);
        moderator.locator("details.removed summary").click();
        Browsers.requireAccessible("who was removed", moderator);
        press(moderator, "Wieder einlassen: Paula");
        assertThat(moderator.locator("details.removed")).isHidden();
        press(paula, "Zum Plan");
        assertThat(paula.locator("#plan")).isVisible();
    }

    @Test
    @Tag("E-7")
    void othersReadWhichStepsWentAndCameBack() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person mona = room.moderator("Mona");
        Workshop.Person otto = room.participant("Otto");
        Page page = browsers.page(1280, 800);
        KnownVisits.visit(page, room, mona, "moderator", "");
        Object steps = List.of(Api.object("id", "a", "title", "Akte anlegen"));
        mona.api().put(room.path() + "/plan", Api.object("steps", steps)).expect(200);
        assertThat(page.locator(".step")).hasCount(1);
        page.waitForTimeout(2_600); // the page takes what comes in its first 2.5 s for the room as it is
        try (PlanClient client = PlanClient.open(otto.api(), room.path())) {
            client.edit(doc -> step(doc).set("removed", "2026-11-30T10:00:00Z"));
            assertThat(page.locator(".toast")).containsText("Otto hat „Akte anlegen“ gelöscht.");
            client.edit(doc -> step(doc).remove("removed"));
            assertThat(page.locator(".toast")).containsText("Otto hat „Akte anlegen“ zurückgeholt.");
        }
    }

    /** The button that drops a step then deletes it. */
    @Test
    void aDoublePressDropsAStepAndDeletesNothing() {
        Workshop room = Workshop.open(server.base());
        Page page = browsers.page(1280, 800);
        Workshop.Person mona = room.moderator("Mona");
        KnownVisits.visit(page, room, mona, "moderator", "");
        Object steps = List.of(Api.object("id", "a", "title", "Akte anlegen"));
        mona.api().put(room.path() + "/plan", Api.object("steps", steps)).expect(200);
        page.locator(".step .toggle").click();
        page.getByText("Schritt verwerfen").dblclick();
        assertThat(page.getByText("Schritt löschen")).isVisible();
        assertThat(page.locator(".step-title")).hasValue("Akte anlegen");
    }

    @Test
    void enterKeepsAVersionUnderTheNameTyped() {
        Workshop room = Workshop.open(server.base());
        Page page = browsers.page(1280, 800);
        KnownVisits.visit(page, room, room.moderator("Mona"), "moderator", "");
        page.locator("button.menu").click();
        press(page, "Verlauf");
        page.locator("dialog .keep input").fill("Vor der Pause");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog li")).containsText("Vor der Pause");
    }

    private static YMap step(Doc doc) {
        return View.map((YType) Objects.requireNonNull(doc.getMap("steps").get("a")));
    }

    private static void join(Page page, Workshop room) {
        page.navigate(room.organiser().base().resolve("/").toString());
        page.locator("#code").fill(room.code("participant"));
        page.locator("#name").fill("Paula");
        press(page, "Zum Plan");
    }

    private static void press(Page page, String name) {
        Browsers.press(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
    }
}
