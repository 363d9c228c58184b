package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.werkraum.browser.Browsers.button;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An organiser with several tabs, who signs in once. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class SignedInBrowserTest {
    private static final Pattern PROGRAMME = Pattern.compile("/programme\\.html\\?event=");

    private static Congress congress(TestServer server) {
        Api organiser = Workshop.organiser(server.base());
        return Congress.open(
                organiser,
                Congress.bare(organiser, Api.object("title", "Kongress Digitale Verwaltung")),
                Api.object("title", "E-Akte einführen", "place", "Saal 1"));
    }

    /** Goes to the sign-in that a page offers to strangers. */
    private static void toSignIn(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Zur Anmeldung"))
                .click();
    }

    @Test
    void oneSignInIsGoodForAllTabsAndLeadsWhereOneWantedToGo() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Congress congress = congress(server);
            Page first = browsers.page(1280, 900);
            first.navigate(server.base() + "/programme.html?event=" + congress.id());
            toSignIn(first);
            Arrivals.signIn(first);
            first.waitForURL(PROGRAMME);
            assertThat(first.locator(".sessions li")).hasCount(1);
            assertThat(first.locator("#plenary")).hasText("Plenum");

            Page board = first.context().newPage();
            board.navigate(server.base() + "/board.html?event=" + congress.id());
            assertThat(board.locator(".board > li")).hasCount(2);
            Page room = first.context().newPage();
            room.navigate(server.base() + "/room.html?room=" + congress.room(0));
            button(room, "Menü").click();
            Browsers.look("room-menu-organiser", room);
            button(room, "Programm").click();
            room.waitForURL(PROGRAMME);
            assertEquals(
                    0,
                    room.evaluate(
                            "() => Object.keys(localStorage).filter((key) => /organiser|account/.test(key)).length"));

            Page home = first.context().newPage();
            home.navigate(server.base() + "/organise.html");
            button(home, "Abmelden").click();
            assertThat(home.getByLabel(Pattern.compile("^Schlüssel"))).isVisible();
            assertThat(board.locator("main")).containsText("In einem anderen Tab haben Sie sich abgemeldet");
            assertThat(board.locator("h1")).isFocused();
            board.reload();
            assertThat(board.locator("main")).containsText("Bitte melden Sie sich zuerst an.");

            Arrivals.signIn(home);
            assertThat(board.locator(".board > li")).hasCount(2);
        }
    }

    /** The page asks which ways to sign in there are; the answer may come when somebody has signed out again. */
    @Test
    void whoSignsOutBeforeThePageIsThereIsNotShownItAfterwards() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Page page = browsers.page(1280, 900);
            Arrivals.organise(page, server.base());
            assertThat(page.locator("h1")).hasText("Veranstaltungen");
            Queue<Route> late = new ArrayDeque<>();
            page.route("**/api/v1/login", route -> {
                if (late.isEmpty()) {
                    late.add(route);
                } else {
                    route.resume();
                }
            });
            page.reload();
            button(page, "Abmelden").click();
            assertThat(page.getByLabel(Pattern.compile("^Schlüssel"))).isVisible();
            page.waitForResponse("**/api/v1/login", () -> late.element().resume());
            page.waitForFunction("() => document.documentElement.dataset.ready === '1'");
            assertThat(page.getByLabel(Pattern.compile("^Schlüssel"))).isVisible();
        }
    }

    @Test
    void aSignInLeadsToNoPageOfOthers() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Page page = browsers.page(390, 844);
            page.navigate(server.base() + "/organise.html?to=//elsewhere.example/programme.html");
            Arrivals.signIn(page);
            assertThat(page.locator("h1")).hasText("Veranstaltungen");
            assertEquals(server.base().getAuthority(), page.evaluate("() => location.host"));
        }
    }

    @Test
    void whoHasNoPlaceInARoomIsLedToItBySigningIn() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            String room = congress(server).room(0);
            Page page = browsers.page(1280, 900);
            page.navigate(server.base() + "/room.html?room=" + room);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Organisieren"))
                    .click();
            Arrivals.signIn(page);
            page.waitForURL(Pattern.compile("/room\\.html\\?room=" + room));
            assertThat(page.locator(".topbar h1")).hasText("E-Akte einführen");
        }
    }
}
