package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two engines in one room: Firefox joins, writes beside Chromium, votes, and is heard of on a screen. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class EnginesBrowserTest {
    /** Milliseconds a busy machine may take. */
    private static final double SLOW = 30_000;

    @Test
    void firefoxAndChromiumWorkTogether() {
        try (TestServer server = TestServer.start();
                Browsers chromium = Browsers.start();
                Browsers firefox = Browsers.firefox()) {
            Workshop room = Workshop.open(server.base());
            Workshop.Person mona = room.moderator("Mona");
            mona.api()
                    .put(room.path() + "/plan", Api.object("steps", List.of(Api.object("title", "Antrag"))))
                    .expect(200);
            Page screen = chromium.page(1280, 720);
            screen.navigate(server.base() + "/screen.html#" + room.code("viewer"));
            Page other = chromium.page(1280, 800);
            KnownVisits.visit(other, room, mona, "moderator", "");
            Page page = firefox.page(1280, 800);
            page.navigate(server.base() + "/#" + room.code("participant"));
            page.getByLabel("Ihr Name").fill("Fiona");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zum Plan"))
                    .click();

            write(title(page), " in Firefox");
            write(title(other), " und Chromium");
            for (Page one : List.of(page, other)) {
                assertThat(title(one)).hasValue(Pattern.compile("Antrag.*in Firefox.*und Chromium"), slow());
            }
            assertThat(page.getByText("Gespeichert").first()).isVisible();
            vote(mona, room, page);
            assertThat(screen.locator(".stage .verdict")).containsText("Angenommen");
        }
    }

    private static void write(Locator title, String text) {
        title.click();
        title.press("Control+End");
        title.pressSequentially(text);
        assertThat(title).hasValue(Pattern.compile(text), slow());
    }

    private static LocatorAssertions.HasValueOptions slow() {
        return new LocatorAssertions.HasValueOptions().setTimeout(SLOW);
    }

    private static Locator title(Page page) {
        return page.getByLabel("Titel von Schritt 1", new Page.GetByLabelOptions().setExact(true));
    }

    private static void vote(Workshop.Person mona, Workshop room, Page page) {
        String path = room.path() + "/polls";
        String poll = mona.api()
                .post(
                        path,
                        Api.object(
                                "question",
                                "Machen wir das?",
                                "method",
                                "consent",
                                "settings",
                                Api.object("secret", false, "presentOnly", true)))
                .expect(201)
                .get("id")
                .asText();
        mona.api().post(path + "/" + poll + "/open", Api.object()).expect(200);
        page.locator("nav a[href='#abstimmung']:visible").first().click();
        Browsers.press(page.locator("article.poll form input[value=yes]").first());
        page.getByText("Stimme abgeben").click();
        assertThat(page.getByText("Stimme gezählt").first()).isVisible();
        mona.api().post(path + "/" + poll + "/close", Api.object()).expect(200);
        assertThat(page.locator("article.poll")).containsText("Angenommen");
    }
}
