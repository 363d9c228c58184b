package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people at a congress: one code, several rooms. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class EventBrowserTest {
    private static Locator button(Page page, String name) {
        return Browsers.button(page.locator("main"), name);
    }

    private static Map<String, Object> session(String title, int minutes, int seats) {
        Instant start = Instant.now().plusSeconds(60L * minutes);
        return Api.object(
                "title",
                title,
                "place",
                "Saal " + title.length(),
                "start",
                start.toString(),
                "end",
                start.plusSeconds(3_600).toString(),
                "seats",
                seats,
                "moderators",
                List.of("Mira Öztürk"));
    }

    private static Congress congress(Api organiser) {
        return Congress.open(
                organiser,
                Congress.bare(organiser, Api.object("title", "Kongress Digitale Verwaltung", "venue", "Rathaus")),
                session("EfA-Leistungen nachnutzen", -10, 1),
                session("Register modernisieren", -10, 40),
                session("Cloud ohne Sorgen", 45, 30),
                session("Ausblick", 60 * 26, 30));
    }

    private static Page joined(Browsers browsers, TestServer server, String code, String name, int width) {
        Page page = browsers.page(width, 900);
        Arrivals.join(page, server.base(), code, name);
        page.waitForURL(Pattern.compile("event\\.html"));
        return page;
    }

    @Test
    void onePassOpensAllRooms() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Api organiser = Workshop.organiser(server.base());
            Congress congress = congress(organiser);
            String code = congress.eventCode(organiser, "participant");
            Page paula = joined(browsers, server, code, "Paula", 1280);
            assertThat(paula.locator("h1")).hasText("Kongress Digitale Verwaltung");
            button(paula, "Vormerken: Ausblick").click();
            assertThat(paula.locator("#event\\.mine")).isVisible();
            button(paula, "Hineingehen: EfA").click();
            paula.waitForURL(Pattern.compile("room\\.html"));
            assertThat(paula.locator("main")).isVisible();

            Page otto = joined(browsers, server, code, "Otto", 390);
            assertThat(otto.locator("main")).containsText("voll");
            Browsers.lookWhole("event-phone", otto);
            organiser.patch(congress.roomPath(1), Api.object("phase", "closed")).expect(200);
            otto.reload();
            assertThat(section(otto, "Läuft gerade")).not().containsText("Register");
            assertThat(section(otto, "Geschlossene Sitzungen").locator("li")).hasCount(1);
            assertThat(section(otto, "Geschlossene Sitzungen")).containsText("Register modernisieren");
            assertThat(button(otto, "Nachlesen: Register")).isVisible();
            Browsers.lookWhole("event-closed-phone", otto);
            organiser
                    .patch(congress.roomPath(1), Api.object("phase", "collect"))
                    .expect(200);
            button(otto, "Zusehen: EfA").click();
            otto.waitForURL(Pattern.compile("screen\\.html"));
            vote(organiser, congress, paula, server);
            paula.navigate(server.base() + "/event.html?event=" + congress.id());
            assertThat(paula.locator("#votes")).hasText("Ihre Stimme ist gefragt");
            Browsers.lookWhole("event", paula);
            paula.reload();
            button(paula, "Zur Abstimmung").click();
            paula.waitForURL(Pattern.compile("room\\.html"));
            movedOn(paula, congress, server);
        }
    }

    @Test
    void whomOrganisersTakeOutComesBackWhenLetIn() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Api organiser = Workshop.organiser(server.base());
            Congress congress = congress(organiser);
            String code = congress.eventCode(organiser, "participant");
            Page otto = joined(browsers, server, code, "Otto", 390);
            joined(browsers, server, code, "Paula", 390);

            Page page = browsers.page(1280, 900);
            Arrivals.organise(page, server.base());
            assertThat(page.locator("main")).containsText("Kongress");
            page.navigate(server.base() + "/programme.html?event=" + congress.id());
            page.getByText("Wer dabei ist").click();
            page.getByLabel("Name oder Organisation suchen").fill("ott");
            assertThat(page.locator(".members").first().locator("li")).hasCount(1);
            button(page, "Herausnehmen: Otto").click();
            Browsers.lookWhole("event-take-out", page);
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Herausnehmen"))
                    .click();
            assertThat(page.locator(".toast")).hasText("Otto ist nicht mehr dabei.");
            Browsers.lookWhole("event-people", page);

            otto.navigate(server.base() + "/#" + code);
            otto.getByText(Pattern.compile("^Zum Plan")).first().click();
            assertThat(otto.getByRole(AriaRole.ALERT)
                            .filter(new Locator.FilterOptions().setHasText("Ihr Zugang wurde beendet.")))
                    .isVisible();
            Browsers.lookWhole("event-taken-out", otto);
            button(page, "Wieder einlassen: Otto").click();
            assertThat(page.locator(".toast")).hasText("Otto kann mit dem Code wieder beitreten.");
            otto.getByText(Pattern.compile("^Zum Plan")).first().click();
            otto.waitForURL(Pattern.compile("event\\.html"));
        }
    }

    private static Locator section(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    /** A vote in the plenary, where somebody has been. */
    private static void vote(Api organiser, Congress congress, Page somebody, TestServer server) {
        somebody.navigate(server.base() + "/event.html?event=" + congress.id());
        button(somebody, "Zum Plenum").click();
        somebody.waitForURL(Pattern.compile("room\\.html"));
        Poll.open(organiser, congress.plenary(), Api.object("question", "Beschließen wir das?", "method", "consent"));
    }

    /** The room in another tab says so when its person goes elsewhere. */
    private static void movedOn(Page first, Congress congress, TestServer server) {
        Page second = first.context().newPage();
        second.navigate(server.base() + "/event.html?event=" + congress.id());
        button(second, "Hineingehen: Register").click();
        second.waitForURL(Pattern.compile("room\\.html"));
        assertThat(first.locator("h1")).hasText("Sie sind in eine andere Sitzung gegangen.");
        Browsers.lookWhole("event-moved", first);
    }
}
