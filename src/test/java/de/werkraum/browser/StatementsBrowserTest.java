package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import de.werkraum.support.TestServer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that only say something: the statement of accessibility says of them, too, that they are checked. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class StatementsBrowserTest {
    @ParameterizedTest
    @ValueSource(strings = {"/accessibility.html", "/privacy.html", "/licences.html", "/no-such-page"})
    void canBeReadByAll(String address) {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            Page page = browsers.page(390, 844);
            page.navigate(server.base() + address);
            assertThat(page.locator("h1")).hasCount(1);
            Browsers.requireAccessible(address, page);
        }
    }
}
