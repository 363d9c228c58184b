package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages that only say something: the statement of accessibility says of them, too, that they are checked. And all pages on the narrowest window. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StatementsBrowserTest extends SharedBrowserTest {
    private static final List<String> ADDRESSES =
            List.of("/accessibility.html", "/privacy.html", "/licences.html", "/no-such-page");
    private static final String LONG = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragung";

    @Test
    void canBeReadByAll() {
        Page page = browsers.page(390, 844);
        for (String address : ADDRESSES) {
            page.navigate(server.base() + address);
            assertThat(page.locator("h1")).hasCount(1);
            Browsers.requireAccessible(address, page);
        }
    }

    @Test
    void noPageIsWiderThanTheNarrowestWindow() {
        Api organiser = Workshop.organiser(server.base());
        Congress congress = congress(organiser);
        String results = fragment(organiser, congress.path() + "/publish", Api.object());
        String status = fragment(organiser, congress.roomPath(0) + "/status-links", Api.object("responsible", LONG));
        Page page = browsers.page(320, 640);
        Arrivals.organise(page, server.base());
        assertThat(page.getByText("Kongress " + LONG).first()).isVisible();
        String event = "?event=" + congress.id();
        Stream.concat(Stream.of("/", "/login.html"), ADDRESSES.stream())
                .forEach(address -> requireNarrow(page, address, ""));
        for (String address : List.of(
                "/organise.html",
                "/programme.html" + event,
                "/board.html" + event,
                "/plenary.html" + event,
                "/progress.html" + event,
                "/screen.html?text#" + congress.code(0, "viewer"),
                "/results.html#" + results,
                "/status.html#" + status)) {
            requireNarrow(page, address, LONG);
        }
        Arrivals.join(page, server.base(), congress.eventCode(organiser, "participant"), "Paula");
        assertThat(page.getByText(LONG).first()).isVisible();
        assertEquals(List.of(), page.evaluate(Browsers.TOO_WIDE), "an event");
    }

    /** The secret behind the # of an address that is shown once. */
    private static String fragment(Api who, String path, Object wish) {
        return URI.create(who.post(path, wish).expect(201).get("url").asText()).getFragment();
    }

    private static Congress congress(Api organiser) {
        String event = Congress.bare(organiser, Api.object("title", "Kongress " + LONG));
        Congress congress = Congress.open(organiser, event, Api.object("title", LONG), Api.object("title", "Zwei"));
        Object steps = List.of(Api.object("title", LONG, "status", "agreed", "responsible", LONG, "due", "2020-01-01"));
        organiser
                .put(congress.roomPath(0) + "/plan", Api.object("steps", steps))
                .expect(200);
        return congress;
    }

    /** Opens a page, and waits for these words. */
    private void requireNarrow(Page page, String address, String words) {
        // The address may differ by what is behind the # only, which loads nothing.
        page.navigate("about:blank");
        page.navigate(server.base() + address);
        assertThat(page.locator("h1").first()).isVisible();
        assertThat(page.getByText(words).first()).isAttached();
        assertEquals(List.of(), page.evaluate(Browsers.TOO_WIDE), address);
    }
}
