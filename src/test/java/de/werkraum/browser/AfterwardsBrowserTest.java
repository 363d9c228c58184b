package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of an event: results that everybody reads, a link by which somebody in charge reports, and the board of what is overdue. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class AfterwardsBrowserTest {
    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Congress congress(Api organiser) {
        Congress congress = Congress.open(
                organiser,
                Congress.bare(organiser, Api.object("title", "Registerkongress", "date", "2026-11-23")),
                Api.object("title", "Wohngeld ohne Papier", "place", "Saal 1"),
                Api.object("title", "Melderegister"));
        Object rank = Api.object(
                "poll",
                congress.id(),
                "question",
                "Was zuerst?",
                "said",
                Api.object("de", "Rang 1 von 2", "en", "rank 1 of 2"),
                "at",
                "2026-11-23T12:00:00Z");
        Object late = Api.object(
                "id",
                "a",
                "title",
                "Antrag kürzen",
                "status",
                "agreed",
                "responsible",
                "Kämmerei",
                "due",
                "2020-01-31",
                "plenary",
                List.of(rank));
        Object other = Api.object("id", "b", "title", "Abruf prüfen", "status", "agreed", "responsible", "IT");
        organiser
                .put(congress.roomPath(0) + "/plan", Api.object("steps", List.of(late, other)))
                .expect(200);
        return congress;
    }

    private static String publish(Page board) {
        assertThat(board.locator(".steps-table tbody tr")).hasCount(2);
        assertThat(board.locator(".steps-table tbody tr").first()).containsText("Antrag kürzen");
        board.getByLabel("Zuständig", new Page.GetByLabelOptions().setExact(true))
                .selectOption("IT");
        assertThat(board.locator(".steps-table tbody tr")).hasCount(1);
        button(board, "Veröffentlichen").click();
        String address = board.getByLabel("Adresse der Ergebnisse").inputValue();
        Browsers.lookWhole("progress", board);
        return address;
    }

    /** Nothing is published before it is known what is: without an answer that is asked for again. */
    private static void unknown(Page board) {
        board.route("**/publish", Route::abort);
        board.reload();
        Locator again = button(board, "Stand noch einmal abfragen");
        assertThat(again).isVisible();
        assertThat(button(board, "Veröffentlichen")).hasCount(0);
        board.unroute("**/publish");
        again.click();
    }

    @Test
    void aStepIsReportedOnAndEverybodyReadsTheResults() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Congress congress = congress(Workshop.organiser(server.base()));
            Page board = Arrivals.organise(browsers, server.base(), "progress", congress.id());
            unknown(board);
            String results = publish(board);

            Page everybody = browsers.page(390, 844);
            everybody.navigate(results);
            assertThat(everybody.locator("h1")).hasText("Registerkongress");
            assertThat(everybody.locator(".steps-table tbody tr").first()).containsText("überfällig");
            assertThat(everybody.getByText("Saal 1")).isVisible();
            assertThat(everybody.getByText("Plenum: Was zuerst? – Rang 1 von 2"))
                    .isVisible();
            Browsers.lookWhole("results-phone", everybody);

            Page mona = browsers.page(1280, 900);
            Arrivals.join(mona, server.base(), congress.code(0, "moderator"), "Mona");
            String status = StatusLinks.make(mona, "Kämmerei");
            Browsers.look("status-links", mona);
            Page phone = browsers.page(390, 844);
            phone.navigate(status);
            assertThat(phone.locator("section.card")).hasCount(1);
            assertThat(phone.locator("main")).not().containsText("Abruf prüfen");
            phone.getByLabel(Pattern.compile("^Neuer Termin")).fill("2020-02-28");
            StatusLinks.blocked(phone, "Der Haushalt fehlt");
            Browsers.lookWhole("status", phone);
            mona.keyboard().press("Escape");
            assertThat(mona.locator(".step").first()).containsText("Blockiert");
            board.reload();
            assertThat(board.locator(".steps-table tbody tr").first()).containsText("Der Haushalt fehlt");

            button(board, "Neu veröffentlichen").click();
            Locator sure = board.getByRole(AriaRole.DIALOG);
            assertThat(sure).containsText("Die bisherige gilt dann nicht mehr");
            Browsers.button(sure, "Abbrechen").click();
            everybody.reload();
            assertThat(everybody.locator("h1")).hasText("Registerkongress");

            button(board, "Zurückziehen").click();
            board.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Zurückziehen"))
                    .click();
            assertThat(board.getByText("Zurzeit ist nichts veröffentlicht.")).isVisible();
            everybody.reload();
            assertThat(everybody.getByText("oder sie wurden zurückgezogen")).isVisible();
        }
    }
}
