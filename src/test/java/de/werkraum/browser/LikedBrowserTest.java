package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What makes work with a plan pleasant, as a moderator at a laptop and a participant at a phone find it. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class LikedBrowserTest {
    @Test
    @Tag("O-3")
    @Tag("P-14")
    @Tag("P-15")
    void stepsAreMovedCopiedInsertedChangedTogetherAndTalkedAbout() {
        try (TestServer server = TestServer.start();
                Browsers browsers = Browsers.start()) {
            Workshop room = Workshop.open(server.base());
            Workshop.Person mona = room.moderator("Mona");
            Object steps = List.of(
                    Api.object("title", "Eins", "status", "done"),
                    Api.object("title", "Zwei", "responsible", "Hauptamt"),
                    Api.object("title", "Drei", "responsible", "Kämmerei, Hauptamt"));
            mona.api().put(room.path() + "/plan", Api.object("steps", steps)).expect(200);
            Page laptop = browsers.page(1280, 900);
            KnownVisits.visit(laptop, room, mona, "moderator", "");
            Page phone = browsers.page(390, 844, new Browser.NewContextOptions().setHasTouch(true));
            KnownVisits.visit(phone, room, room.participant("Paul Pohl"), "participant", "");
            assertThat(phone.locator(".step")).hasCount(3);

            movedByTouch(phone);
            copiedAndInserted(laptop);
            changedTogether(laptop, phone);
            talkedAbout(laptop, phone);
            addressesBecomeLinks(laptop);
            phasesAndTime(laptop, phone);
        }
    }

    /** Moving without dragging (WCAG 2.5.7), by a finger. */
    private static void movedByTouch(Page phone) {
        phone.locator(".grip").nth(2).tap();
        assertThat(phone.locator(".step-menu")).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        Browsers.requireAccessible("a step's menu", phone);
        phone.getByText("Nach oben").tap();
        phone.getByText("An den Anfang").tap();
        requireTitles(phone, "Drei", "Eins", "Zwei");
        phone.keyboard().press("Escape");
        assertThat(phone.locator(".grip").first()).isFocused();
        phone.locator(".grip").first().tap();
        phone.getByText("Nach unten").tap();
        phone.getByText("Ans Ende").tap();
        phone.keyboard().press("Escape");
        requireTitles(phone, "Eins", "Zwei", "Drei");
    }

    private static void copiedAndInserted(Page laptop) {
        requireTitles(laptop, "Eins", "Zwei", "Drei");
        laptop.locator(".grip").nth(1).click();
        laptop.getByText("Kopie darunter").click();
        requireTitles(laptop, "Eins", "Zwei", "Zwei (Kopie)", "Drei");
        assertThat(laptop.locator(".step").nth(2)).containsText("Hauptamt");
        laptop.locator(".grip").first().press("Enter");
        laptop.getByText("Schritt darunter einfügen").click();
        laptop.keyboard().insertText("Eineinhalb");
        requireTitles(laptop, "Eins", "Eineinhalb", "Zwei", "Zwei (Kopie)", "Drei");
        assertThat(laptop.locator(".progress")).hasText("1 von 5 erledigt");
        laptop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rückgängig"))
                .click();
        laptop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rückgängig"))
                .click();
        requireTitles(laptop, "Eins", "Zwei", "Zwei (Kopie)", "Drei");
        laptop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Wiederholen"))
                .click();
        requireTitles(laptop, "Eins", "", "Zwei", "Zwei (Kopie)", "Drei");
    }

    private static void changedTogether(Page laptop, Page phone) {
        laptop.locator(".pick").nth(2).check();
        laptop.locator(".pick").nth(3).check();
        laptop.locator(".bulk").getByText("Ändern").click();
        Locator dialog = laptop.locator("dialog[open]");
        Browsers.requireAccessible("changing several steps", laptop);
        dialog.getByLabel("Status").selectOption("done");
        dialog.getByLabel("Zuständig").fill("Paul Pohl");
        dialog.getByLabel("Schlagwort").fill("Recht");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ändern"))
                .click();
        assertThat(phone.locator(".progress")).hasText("3 von 5 erledigt");
        for (int at : new int[] {2, 3}) {
            assertThat(phone.locator(".step").nth(at).locator(".facts")).containsText("Paul Pohl");
            assertThat(phone.locator(".step").nth(at).locator(".facts")).containsText("Recht");
        }
        laptop.getByText("Auswahl aufheben").click();
    }

    private static void talkedAbout(Page laptop, Page phone) {
        laptop.locator(".toggle").nth(2).click();
        Locator open = laptop.locator(".step").nth(2);
        open.getByLabel("Mitwirkend").click();
        assertThat(laptop.locator("#names option")).hasCount(4);
        List<?> names = (List<?>) laptop.evaluate("[...document.querySelectorAll('#names option')].map(o => o.value)");
        assertEquals(
                List.of("Mona", "Paul Pohl", "Kämmerei", "Hauptamt"), names, "people here, then names used before");
        open.getByPlaceholder("Kommentar").fill("Wer zahlt?");
        laptop.keyboard().press("Enter");
        open.getByPlaceholder("Kommentar").fill("Bis wann?");
        laptop.keyboard().press("Enter");
        phone.locator(".toggle").nth(2).tap();
        phone.getByLabel("Mona antworten").first().tap();
        phone.keyboard().insertText("Das Land.");
        phone.keyboard().press("Enter");
        assertThat(open.locator(".comments li")).hasText(new Pattern[] {
            Pattern.compile("Wer zahlt"), Pattern.compile("Das Land"), Pattern.compile("Bis wann")
        });
        assertThat(open.locator(".comments .reply")).containsText("Das Land.");
    }

    private static void addressesBecomeLinks(Page laptop) {
        Locator open = laptop.locator(".step").nth(2);
        open.getByText("Text beginnen")
                .or(open.locator(".rich[role=textbox]"))
                .first()
                .click();
        Locator rich = open.locator(".rich[role=textbox]");
        rich.click();
        laptop.keyboard().type("siehe https://example.org/a, und www.example.org");
        laptop.keyboard().press("Enter");
        assertThat(rich.locator("a")).hasText(new String[] {"https://example.org/a", "www.example.org"});
        laptop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kursiv"))
                .click();
        laptop.keyboard().insertText("schräg");
        assertThat(rich.locator("em")).hasText("schräg");
    }

    private static void phasesAndTime(Page laptop, Page phone) {
        laptop.getByLabel("Hinweis zur Phase Sammeln").fill("Jede Gruppe drei Ideen");
        assertThat(phone.locator(".phase-note")).hasText("Jede Gruppe drei Ideen");
        laptop.locator(".modbar .phases button").nth(1).click();
        assertThat(phone.locator(".phase-note")).isHidden();
        assertThat(laptop.getByLabel("Hinweis zur Phase Ausarbeiten")).hasValue("");
        laptop.locator(".modbar .phases button").first().click();
        assertThat(phone.locator(".phase-note")).hasText("Jede Gruppe drei Ideen");
        laptop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zeit stellen"))
                .click();
        laptop.getByText("3 min").click();
        assertThat(phone.locator(".timer")).containsText("noch 2:5");
        laptop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zeit anhalten"))
                .click();
        assertThat(phone.locator(".timer")).containsText(Pattern.compile("Pause, 2:5\\d"));
        laptop.getByText("+ 1 min").click();
        assertThat(phone.locator(".timer")).containsText(Pattern.compile("Pause, 3:5\\d"));
        laptop.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Weiter"))
                .click();
        assertThat(phone.locator(".timer")).containsText("noch 3:5");
    }

    private static void requireTitles(Page page, String... titles) {
        page.waitForFunction(
                "titles => JSON.stringify([...document.querySelectorAll('.step-title')].map(e => e.value)) === JSON.stringify(titles)",
                List.of(titles));
    }
}
