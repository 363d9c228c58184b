package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import de.werkraum.support.TestServer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages that only say something: the statement of accessibility says of them, too, that they are checked. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StatementsBrowserTest {
    private static final List<String> ADDRESSES =
            List.of("/accessibility.html", "/privacy.html", "/licences.html", "/no-such-page");

    @Test
    void canBeReadByAll() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Page page = browsers.page(390, 844);
            for (String address : ADDRESSES) {
                page.navigate(server.base() + address);
                assertThat(page.locator("h1")).hasCount(1);
                Browsers.requireAccessible(address, page);
            }
        }
    }
}
