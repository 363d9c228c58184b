package de.werkraum.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.util.regex.Pattern;

/** Pages of people whom the browser does not know yet. */
final class Arrivals {
    private Arrivals() {}

    /** By the address of a QR code, with a name; returns in the room, or at the event. */
    static void join(Page page, URI base, String code, String name) {
        page.navigate(base + "/#" + code);
        page.getByLabel(Pattern.compile("^(Ihr Name|Your name)")).fill(name);
        page.getByText(Pattern.compile("^(Zum Plan|To the plan)")).first().click();
        page.waitForURL(Pattern.compile("(room|event)\\.html"));
    }

    /** An organiser, by the key, at that page of an event. */
    static Page organise(Browsers browsers, URI base, String name, String event) {
        Page page = browsers.page(1280, 900);
        organise(page, base);
        page.getByText("Programm").first().waitFor();
        page.navigate(base + "/" + name + ".html?event=" + event);
        return page;
    }

    /** An organiser, by the key. */
    static void organise(Page page, URI base) {
        page.navigate(base + "/organise.html");
        signIn(page);
    }

    /** Types the key where it is asked for. */
    static void signIn(Page page) {
        page.getByLabel(Pattern.compile("^Schlüssel")).fill(Workshop.KEY);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anmelden"))
                .click();
    }
}
