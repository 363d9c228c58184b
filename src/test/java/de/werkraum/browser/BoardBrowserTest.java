package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An organiser before the board, a moderator who calls for help, a screen that shows what is announced. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class BoardBrowserTest {
    private static final Path LOOKS = Path.of("target", "looks");

    private static Locator button(Page page, String name) {
        return page.locator("body")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static void look(String name, Page page) {
        Browsers.requireAccessible(name, page);
        page.screenshot(new Page.ScreenshotOptions().setPath(LOOKS.resolve(name + ".png")));
    }

    private static JsonNode congress(Api organiser) {
        String event = "/events/"
                + organiser
                        .post("/events", Api.object("title", "Kongress Digitale Verwaltung"))
                        .expect(201)
                        .get("id")
                        .asText();
        organiser
                .put(
                        event + "/programme",
                        Api.object(
                                "sessions",
                                List.of(
                                        Api.object("title", "E-Akte einführen", "place", "Saal 1", "seats", 40),
                                        Api.object("title", "Register modernisieren", "place", "Saal 2"))))
                .expect(200);
        return organiser.post(event + "/open", Api.object()).expect(200);
    }

    private static Page board(Browsers browsers, TestServer server, JsonNode programme) {
        Page page = browsers.page(1280, 900);
        page.navigate(server.base() + "/organise.html");
        page.getByLabel(Pattern.compile("^Schlüssel")).fill(Workshop.KEY);
        button(page, "Anmelden").click();
        page.getByText("Programm").first().waitFor();
        page.navigate(
                server.base() + "/board.html?event=" + programme.at("/event/id").asText());
        return page;
    }

    @Test
    void helpIsSeenAndAnAnnouncementIsRead() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            JsonNode programme = congress(Workshop.organiser(server.base()));
            Page board = board(browsers, server, programme);
            assertThat(board.locator(".board > li")).hasCount(3);
            Page mona = browsers.page(1280, 900);
            mona.navigate(server.base() + "/#"
                    + programme.at("/sessions/0/codes/moderator").asText());
            mona.getByLabel(Pattern.compile("^Ihr Name")).fill("Mona");
            mona.getByText(Pattern.compile("^Zum Plan")).first().click();
            mona.waitForURL(Pattern.compile("room\\.html"));
            button(mona, "Hilfe rufen").click();
            assertThat(board.locator(".board > li").first()).containsText("Braucht Hilfe");
            assertThat(board.locator(".board > li").first()).containsText("1/40");
            Page screen = browsers.page(1920, 1080);
            screen.navigate(server.base() + "/screen.html#"
                    + programme.at("/sessions/0/codes/viewer").asText());
            assertThat(screen.locator("h1").first()).hasText("E-Akte einführen");

            board.getByLabel("Ansage in alle Räume").fill("In fünf Minuten Plenum");
            button(board, "Ansagen").click();
            assertThat(mona.locator(".announcement")).hasText("In fünf Minuten Plenum");
            assertThat(screen.locator(".announcement")).hasText("In fünf Minuten Plenum");
            look("board", board);
            look("board-room", mona);
            look("board-screen", screen);
            board.setViewportSize(390, 844);
            look("board-phone", board);
            button(board, "Ansage wegnehmen").click();
            assertThat(mona.locator(".announcement")).isEmpty();

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
