package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.werkraum.browser.Browsers.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Poll;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two rooms agree on steps; these are collected, two alike ones merged, the plenary votes, and a room sees the place. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class PlenaryBrowserTest {
    private static Object step(String id, String title) {
        return Api.object("id", id, "title", title, "status", "agreed", "responsible", "Amt " + id);
    }

    private static void agree(Api organiser, Congress congress, int room, Object... steps) {
        organiser
                .put(congress.roomPath(room) + "/plan", Api.object("steps", List.of(steps)))
                .expect(200);
    }

    @Test
    void fromTheRoomsIntoThePlenaryAndBack() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Api organiser = Workshop.organiser(server.base());
            Congress congress = Congress.open(
                    organiser,
                    Congress.bare(organiser, Api.object("title", "Kongress Digitale Verwaltung")),
                    Api.object("title", "E-Akte einführen", "start", "2026-07-04T07:00:00Z"),
                    Api.object("title", "Register modernisieren"));
            agree(
                    organiser,
                    congress,
                    0,
                    step("a", "E-Akte in allen Ämtern einführen"),
                    step("b", "Kantine renovieren"));
            agree(organiser, congress, 1, step("c", "Einführung der E-Akte in allen Ämtern"));

            Page page = Arrivals.organise(browsers, server.base(), "plenary", congress.id());
            button(page, "Ins Plenum holen").click();
            assertThat(page.locator(".toast")).hasText("3 Schritte geholt.");
            Locator group = page.locator(".groups > li").filter(new Locator.FilterOptions().setHasText("Gruppe 1"));
            assertThat(group.locator(".alike > li")).hasCount(2);
            assertThat(group).containsText("Register modernisieren");
            Browsers.lookWhole("plenary", page);

            group.getByRole(AriaRole.BUTTON).focus();
            page.keyboard().press("Enter");
            Locator dialog = page.locator("dialog");
            dialog.getByLabel("Titel").fill("E-Akte überall");
            Browsers.look("plenary-merge", page);
            page.keyboard().press("Enter");
            assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("Im Plenum: 2 Schritte")))
                    .isVisible();
            assertThat(button(page, "Zurücknehmen")).isVisible();

            vote(server, organiser, congress);
            Page room = browsers.page(1280, 900);
            Arrivals.join(room, server.base(), congress.code(1, "participant"), "Paula");
            assertThat(room.locator(".step .facts, .step-facts, ul.facts").first())
                    .containsText("Plenum: Platz 1 von 2");
            Browsers.look("plenary-room", room);
            agree(organiser, congress, 0, step("a", "E-Akte, aber anders"), step("b", "Kantine renovieren"));
            page.reload();
            assertThat(page.locator(".two-words")).containsText("E-Akte, aber anders");
            Browsers.lookWhole("plenary-changed", page);
            page.setViewportSize(390, 800);
            Browsers.lookWhole("plenary-phone", page);
        }
    }

    /** Three people give their points to the first step. */
    private static void vote(TestServer server, Api organiser, Congress congress) {
        List<String> steps = organiser
                .get(congress.plenary() + "/plan")
                .expect(200)
                .get("steps")
                .findValuesAsText("id");
        String code = congress.plenaryCode(organiser, "participant");
        List<Api> people = Stream.of("Ada", "Ben", "Cem")
                .map(name -> Api.of(server.base()).join(code, name))
                .toList();
        Poll poll = Poll.open(
                organiser, congress.plenary(), Poll.dotsOn(steps, Api.object("budget", 3, "maxPerOption", 3)));
        people.forEach(one -> poll.give(one, 2, 1).expect(200));
        poll.close();
    }
}
