package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.werkraum.browser.Browsers.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An organiser before the board, a moderator who calls for help, a screen that shows what is announced. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class BoardBrowserTest {
    @Test
    void helpIsSeenAndAnAnnouncementIsRead() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Api organiser = Workshop.organiser(server.base());
            Congress congress = Congress.open(
                    organiser,
                    Congress.bare(organiser, Api.object("title", "Kongress Digitale Verwaltung")),
                    Api.object("title", "E-Akte einführen", "place", "Saal 1", "seats", 40, "preset", "consensus-45"),
                    Api.object("title", "Register modernisieren", "place", "Saal 2"));
            Page board = Arrivals.organise(browsers, server.base(), "board", congress.id());
            assertThat(board.locator(".board > li")).hasCount(3);
            Page mona = browsers.page(1280, 900);
            Arrivals.join(mona, server.base(), congress.code(0, "moderator"), "Mona");
            button(mona, "Weiter: Frage klären, 5 min").click();
            assertThat(mona.locator(".timer").first()).containsText("noch");
            assertThat(button(mona, "Weiter: Vorschläge sammeln, 10 min")).isVisible();
            Locator parts = mona.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Ablauf"));
            parts.focus();
            mona.keyboard().press("ArrowDown");
            mona.keyboard().press("ArrowDown");
            assertThat(button(mona, "Starten: ")).isVisible();
            mona.keyboard().press("ArrowUp");
            mona.keyboard().press("ArrowUp");
            assertThat(button(mona, "Weiter: Vorschläge sammeln, 10 min")).isVisible();
            button(mona, "Hilfe rufen").click();
            assertThat(board.locator(".board > li").first()).containsText("Braucht Hilfe");
            assertThat(board.locator(".board > li").first()).containsText("1/40");
            Page screen = browsers.page(1920, 1080);
            screen.navigate(server.base() + "/screen.html#" + congress.code(0, "viewer"));
            assertThat(screen.locator("h1").first()).hasText("E-Akte einführen");

            board.getByLabel("Ansage in alle Räume").fill("In fünf Minuten Plenum");
            button(board, "Ansagen").click();
            assertThat(mona.locator(".announcement")).hasText("In fünf Minuten Plenum");
            assertThat(mona.locator(".toast")).containsText("In fünf Minuten Plenum");
            assertThat(screen.locator(".announcement")).hasText("In fünf Minuten Plenum");
            Browsers.look("board", board);
            Browsers.look("board-room", mona);
            Browsers.look("board-screen", screen);
            board.setViewportSize(390, 844);
            Browsers.look("board-phone", board);
            button(board, "Ansage wegnehmen").click();
            assertThat(mona.locator(".announcement")).isEmpty();

            Page paul = browsers.page(1280, 900);
            Arrivals.join(paul, server.base(), congress.plenaryCode(organiser, "participant"), "Paul");
            assertThat(board.locator(".board > li", new Page.LocatorOptions().setHasText("Plenum")))
                    .containsText("1");
            button(board, "Zeit überall starten").click();
            assertThat(mona.locator(".timer").first()).isVisible();
            button(board, "Alle Räume schließen").first().click();
            Locator dialog = board.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("gerade ist 1 Person darin");
            dialog.getByText("Alle Räume schließen").last().click();
            assertThat(board.locator(".board > li").first()).containsText("Geschlossen");
        }
    }
}
