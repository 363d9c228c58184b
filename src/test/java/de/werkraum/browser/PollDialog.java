package de.werkraum.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The dialog in which a moderator prepares a poll from steps of the plan. */
final class PollDialog {
    private PollDialog() {}

    /**
     * Chooses the first steps, then how to decide.
     *
     * @param method a regular expression that is found in the name of its choice
     */
    static Locator fromFirst(Page page, int steps, String method) {
        for (int step = 1; step <= steps; step++) {
            Browsers.press(page.getByLabel("Schritt " + step + " auswählen"));
        }
        page.getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions().setName("Auswahl").setExact(true))
                .getByText("Abstimmung vorbereiten")
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Browsers.press(
                dialog.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile(method))));
        return dialog;
    }

    /** With names, so that few who vote are enough for a result. */
    static void openly(Locator dialog) {
        Locator secret = dialog.getByLabel(Pattern.compile("^Geheim"));
        if (secret.isChecked()) {
            Browsers.press(secret);
        }
    }
}
