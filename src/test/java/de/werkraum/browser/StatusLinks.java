package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.werkraum.browser.Browsers.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Links by which whoever is in charge reports, without an account. */
final class StatusLinks {
    private StatusLinks() {}

    /** In the room, a moderator makes a link for whoever is in charge; its dialog stays open. */
    static String make(Page room, String responsible) {
        button(room, "Menü").first().click();
        room.getByText("Stand melden lassen").first().click();
        Locator dialog = room.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Für wen oder welchen Schritt").selectOption(responsible);
        dialog.getByText("Link erzeugen").click();
        String address = dialog.getByLabel("Adresse zum Weitergeben").inputValue();
        assertThat(dialog.locator(".outwards")).containsText("noch nicht benutzt");
        return address;
    }

    /** On the page of such a link, for the only step there is. */
    static void blocked(Page page, String why) {
        page.getByLabel("Blockiert").check();
        page.getByLabel("Was steht im Weg?").fill(why);
        button(page, "Melden").first().click();
        assertThat(page.getByText("Danke, das steht jetzt im Plan.")).isVisible();
        assertThat(page.locator(".chip")).hasText("Blockiert");
    }
}
