package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people write in silence, a moderator reveals; they sort, vote and make steps; somebody asks. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class IdeasBrowserTest {
    private static final int DRAGS = 3;
    private static final double SOON_MILLIS = 1_000;

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void write(Page page, String text) {
        page.getByLabel("Ihre Idee").fill(text);
        page.keyboard().press("Enter");
    }

    private static Locator idea(Page page, String text) {
        return idea(page.locator("body"), text);
    }

    private static Locator idea(Locator within, String text) {
        return within.locator(".idea").filter(new Locator.FilterOptions().setHasText(text));
    }

    @Test
    @Tag("ID-1")
    @Tag("ID-5")
    @Tag("ID-6")
    void ideasBecomeSteps() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Workshop room = Workshop.open(server.base(), Api.object("title", "Bürgerbüro"));
            Page mona = browsers.page(1280, 900);
            KnownVisits.visit(mona, room, room.moderator("Mona"), "moderator", "");
            Page paul = browsers.page(390, 844, new Browser.NewContextOptions().setHasTouch(true));
            KnownVisits.visit(paul, room, room.participant("Paul"), "participant", "");
            Page petra = browsers.page(
                    1024, 768, new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK));
            KnownVisits.visit(petra, room, room.participant("Petra"), "participant", "");
            Page screen = browsers.page(1920, 1080);
            screen.navigate(server.base() + "/screen.html#" + room.code("viewer"));

            button(mona, "Ideen still sammeln").click();
            silent(mona, paul, petra, screen);
            button(mona, "Aufdecken").click();
            sorted(mona, paul, petra, screen);
            asked(mona, paul, petra, screen);
        }
    }

    private static void silent(Page mona, Page paul, Page petra, Page screen) {
        write(paul, "Samstags öffnen");
        write(petra, "Länger öffnen");
        assertThat(petra.locator(".own li")).containsText("gespeichert");
        petra.context().setOffline(true);
        assertThat(petra.getByText("Offline").first()).isVisible();
        write(petra, "Termine online");
        assertThat(petra.getByText("ein Beitrag ist auf diesem Gerät aufgehoben"))
                .isVisible();
        petra.context().setOffline(false);
        assertThat(petra.locator(".own li").filter(new Locator.FilterOptions().setHasText("gespeichert")))
                .hasCount(2);
        // an answer that never comes, and a reload
        petra.route("**/api/v1/rooms/*/cards/*", Route::abort);
        write(petra, "Ein Amt für alles");
        petra.reload();
        assertThat(petra.locator(".own li").filter(new Locator.FilterOptions().setHasText("noch nicht gesendet")))
                .hasCount(1);
        petra.unroute("**/api/v1/rooms/*/cards/*");
        assertThat(petra.locator(".own li").filter(new Locator.FilterOptions().setHasText("gespeichert")))
                .hasCount(3);
        for (Page page : new Page[] {mona, paul, petra}) {
            assertThat(page.locator(".count")).hasText("4 Ideen von 2 Personen, noch verdeckt");
            assertThat(page.locator(".idea")).hasCount(0);
        }
        assertThat(screen.locator(".much")).hasText("4 Ideen");
        Browsers.requireAccessible("writing in silence", paul);
        Browsers.look("ideas-silent", paul);
        Browsers.look("ideas-silent-screen", screen);
    }

    /**
     * Browsers tell what lies below of the second movement there. What is drawn anew between two movements of the mouse lies elsewhere than a
     * hand would see it: a hand that missed drags again.
     */
    private static void drag(Page page, Locator what, Locator onto, Locator there) {
        int tries = 0;
        do {
            what.hover();
            page.mouse().down();
            onto.hover();
            onto.hover();
            page.mouse().up();
        } while (!appeared(there) && ++tries < DRAGS);
    }

    private static boolean appeared(Locator there) {
        try {
            there.waitFor(new Locator.WaitForOptions().setTimeout(SOON_MILLIS));
            return true;
        } catch (TimeoutError notYet) {
            return false;
        }
    }

    private static void sorted(Page mona, Page paul, Page petra, Page screen) {
        for (Page page : new Page[] {mona, paul, petra}) {
            assertThat(page.locator(".idea")).hasCount(4);
        }
        assertThat(screen.locator(".wall-ideas > li")).hasCount(4);
        // by keyboard alone
        idea(petra, "Samstags").getByLabel("Aufnehmen").press("Enter");
        idea(petra, "Länger").getByText("Dazulegen").press("Enter");
        assertThat(mona.locator(".pile .idea")).hasCount(2);
        mona.getByLabel("Überschrift des Stapels").locator("visible=true").fill("Öffnungszeiten");
        mona.keyboard().press("Tab");
        assertThat(screen.locator(".wall-ideas b:not([hidden])")).hasText("Öffnungszeiten");
        // by dragging
        drag(mona, idea(mona, "Termine"), idea(mona, "Länger"), idea(mona.locator(".pile"), "Termine"));
        assertThat(paul.locator(".pile .idea")).hasCount(3);
        idea(paul, "Termine").getByLabel("Vom Stapel nehmen").tap();
        assertThat(mona.locator(".pile .idea")).hasCount(2);

        idea(paul, "Samstags").locator(".for").tap();
        idea(petra, "Samstags").locator(".for").click();
        idea(petra, "Länger").locator(".for").click();
        idea(petra, "Termine").locator(".for").click();
        idea(petra, "Termine").locator(".for").click();
        assertThat(idea(mona, "Samstags").locator(".for")).hasText("2");
        assertThat(idea(mona, "Termine").locator(".for")).hasText("0");
        assertThat(idea(petra, "Länger").locator(".for")).hasAttribute("aria-pressed", "true");
        Browsers.requireAccessible("ideas that all see", mona);
        Browsers.look("ideas-shown", mona);
        Browsers.look("ideas-shown-screen", screen);

        idea(mona, "Samstags").getByLabel("Schritt daraus machen").click();
        assertThat(mona.locator(".step")).hasCount(1);
        assertThat(petra.locator(".step-title")).hasValue("Öffnungszeiten");
        assertThat(petra.locator(".step .facts")).containsText("2 dafür");
        assertThat(idea(petra, "Länger")).containsText("Schritt 1");
    }

    private static void asked(Page mona, Page paul, Page petra, Page screen) {
        button(mona, "Fragen annehmen").click();
        paul.getByLabel("Ihre Frage").fill("Ab wann gilt das?");
        paul.getByLabel("ohne meinen Namen").check();
        button(paul, "Frage stellen").tap();
        assertThat(paul.getByText("wartet auf die Moderation")).isVisible();
        assertThat(petra.locator(".questions li")).hasCount(0);
        mona.getByText("Zulassen", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(petra.locator(".questions li")).containsText("Ab wann gilt das?");
        assertThat(petra.locator(".questions li")).not().containsText("Paul");
        petra.locator(".questions .for").click();
        button(mona, "Fragen auf die Leinwand").click();
        assertThat(screen.locator(".wall-questions .votes")).hasText("1");
        button(mona, "Jetzt beantworten").click();
        assertThat(screen.locator(".asked")).hasText("Ab wann gilt das?");
        Browsers.look("questions-screen", screen);
        mona.getByText("Beantwortet", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(petra.locator(".questions li")).containsText("beantwortet");
    }
}
