package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A room with a long name on a phone. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PhoneBrowserTest {
    private static final String NAME = "Onlinezugang der Baugenehmigungen im ländlichen Raum gemeinsam beschleunigen";

    private static Workshop room(TestServer server) {
        Workshop room = Workshop.open(server.base(), Api.object("title", NAME));
        List<Map<String, Object>> steps = IntStream.range(0, 12)
                .mapToObj(step -> Api.object("title", "Schritt " + step))
                .toList();
        room.moderator("Mona")
                .api()
                .put(room.path() + "/plan", Api.object("steps", steps))
                .expect(200);
        return room;
    }

    /** What of the bar is still seen when one has scrolled: in pixels, how much of its first row. */
    private static final String SEEN_OF_BRAND =
            "() => Math.max(0, document.querySelector('.topbar .brand').getBoundingClientRect().bottom)";

    @Test
    void theBarCutsNoLineAndAClosedRoomBeginsWithItsPlan() {
        try (TestServer server = TestServer.start();
                Browsers browsers = Browsers.start()) {
            Workshop room = room(server);
            Workshop.Person paula = room.participant("Paula");
            Api moderator = room.moderator("Max").api();
            moderator
                    .patch(room.path() + "/cards", Api.object("ideas", "shown"))
                    .expect(200);
            Page page = browsers.page(390, 844);
            KnownVisits.visit(page, room, paula, "participant", "");
            assertThat(page.locator(".plan > :first-child")).hasId("ideen");
            page.evaluate("() => scrollTo(0, 900)");
            page.waitForFunction("() => scrollY > 800");
            assertEquals(0, ((Number) page.evaluate(SEEN_OF_BRAND)).intValue());
            assertThat(page.locator(".topbar .save")).isInViewport();
            Browsers.look("phone-scrolled", page);

            moderator.patch(room.path(), Api.object("phase", "closed")).expect(200);
            page.reload();
            assertThat(page.locator("#ideen")).isVisible();
            assertThat(page.locator(".plan > :last-child")).hasId("ideen");
            Browsers.lookWhole("phone-closed", page);
        }
    }
}
