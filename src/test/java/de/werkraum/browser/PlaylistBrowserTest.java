package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two screens of an event: set by its organiser, showing the same, also the one that begins later and the one that was cut off. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class PlaylistBrowserTest {
    /** All entries are shown within this. Milliseconds. */
    private static final double TURNS = 40_000;

    private static Page screen(Browsers browsers, TestServer server, String code) {
        Page page = browsers.page(1920, 1080);
        page.navigate(server.base() + "/screen.html#" + code);
        return page;
    }

    @Test
    @Tag("PL-1")
    @Tag("PL-2")
    void screensShowTheSameInTurn() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Api organiser = Workshop.organiser(server.base());
            Congress congress = Congress.open(
                    organiser,
                    Congress.bare(organiser, Api.object("title", "Kongress Digitale Verwaltung")),
                    Api.object("title", "E-Akte einführen", "place", "Saal 1", "start", "2099-07-04T07:30:00Z"),
                    Api.object("title", "Register modernisieren", "place", "Saal 2", "start", "2099-07-04T09:30:00Z"));
            String code = congress.eventCode(organiser, "viewer");
            fill(organiser, congress);
            set(browsers, server, congress);

            Page early = screen(browsers, server, code);
            turn(early, ".wall-programme");
            assertThat(early.locator(".wall-programme > li")).hasCount(2);
            Browsers.look("wall-programme", early);
            turn(early, ".wall-board");
            assertThat(early.locator(".wall-board > li")).hasCount(3);
            Browsers.look("wall-board", early);
            Page late = screen(browsers, server, code);
            assertThat(late.locator(".join-panel .code")).isVisible();
            both(early, late, "Register modernisieren", ".overview > li");
            Browsers.look("wall-room", late);
            late.context().setOffline(true);
            both(early, late, "", ".wall-programme");
            assertThat(late.locator("header .chip.live")).containsText("unterbrochen");
            late.context().setOffline(false);

            organiser.patch(congress.roomPath(0), Api.object("phase", "closed")).expect(200);
            both(early, late, "Ergebnisse: E-Akte einführen", ".stage [data-state=closed] .verdict");
            Browsers.look("wall-results", early);

            organiser
                    .post(congress.path() + "/announce", Api.object("text", "In fünf Minuten Plenum"))
                    .expect(200);
            organiser.patch(congress.roomPath(1), Api.object("phase", "closed")).expect(200);
            both(early, late, "Ergebnisse: Register modernisieren", ".stage .overview > li");
            assertThat(early.locator(".stage .overview > li")).hasCount(1);
            assertThat(early.locator(".stage .overview > li")).containsText("IT, bis 31.03.2099");
            for (Page page : new Page[] {early, late}) {
                assertThat(page.locator("header .announcement")).hasText("In fünf Minuten Plenum");
            }
            Browsers.look("wall-agreed", early);
        }
    }

    /** A plan in one room, a poll that ended in another. */
    private static void fill(Api organiser, Congress congress) {
        String room = congress.roomPath(0);
        organiser
                .put(
                        congress.roomPath(1) + "/plan",
                        Api.object(
                                "steps",
                                List.of(
                                        Api.object("title", "Papier abschaffen", "status", "proposed"),
                                        Api.object(
                                                "title",
                                                "Scanner beschaffen",
                                                "status",
                                                "agreed",
                                                "responsible",
                                                "IT",
                                                "due",
                                                "2099-03-31"))))
                .expect(200);
        Api paul = Api.of(organiser.base()).join(congress.code(0, "participant"), "Paul");
        Poll poll = Poll.open(
                organiser,
                room,
                Api.object(
                        "question", "Soll es losgehen?", "method", "consent", "settings", Api.object("secret", false)));
        poll.say(paul, "yes").expect(200);
        poll.close();
    }

    /** By the dialog on the programme's page. */
    private static void set(Browsers browsers, TestServer server, Congress congress) {
        Page page = Arrivals.organise(browsers, server.base(), "programme", congress.id());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Leinwände"))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator(".playlist > li")).hasCount(3);
        dialog.getByLabel("Was gezeigt wird").nth(2).selectOption("room " + congress.room(1));
        for (int i = 0; i < 3; i++) {
            dialog.getByLabel("Sekunden", new Locator.GetByLabelOptions().setExact(true))
                    .nth(i)
                    .fill("5");
        }
        dialog.getByLabel("Sekunden für Ergebnisse").fill("5");
        Browsers.requireAccessible("the playlist", page);
        Browsers.look("playlist-dialog", page);
        dialog.getByText("Speichern").click();
        assertThat(page.getByText("Die Leinwände zeigen das jetzt")).isVisible();
    }

    /** Both show that at the same time, from the beginning of its turn. */
    private static void both(Page early, Page late, String title, String what) {
        turn(early, what);
        assertThat(late.locator(what).first()).isVisible();
        for (Page page : new Page[] {early, late}) {
            assertThat(page.locator("header .phase-note")).hasText(title);
        }
    }

    /** Waits for the beginning of a turn. */
    private static void turn(Page page, String what) {
        assertThat(page.locator(what)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(TURNS));
        assertThat(page.locator(what).first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(TURNS));
    }
}
