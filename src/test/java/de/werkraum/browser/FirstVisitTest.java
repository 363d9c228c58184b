package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a phone fetches from the QR code to the first letter in the plan: on a slow network it is all that counts. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FirstVisitTest {
    private static final int REQUESTS = 20;
    private static final int BYTES = 120_000;
    private static final int JOIN_BYTES = 45_000;
    private static final int AGAIN_BYTES = 10_000;

    @Test
    void takesFewRequestsAndFewBytes() {
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start()) {
            String template = Api.of(server.base())
                    .get("/templates")
                    .expect(200)
                    .get(0)
                    .get("id")
                    .asText();
            Workshop workshop =
                    Workshop.open(server.base(), Api.object("title", "Wohngeld digital", "template", template));
            Page page = browsers.page(390, 800);
            Traffic traffic = new Traffic(page);

            page.navigate(server.base() + "/#" + workshop.code("participant"));
            page.getByLabel("Ihr Name").fill("Paula");
            page.waitForLoadState();
            int join = traffic.bytes();
            firstLetter(page, () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zum Plan"))
                    .click());
            int first = traffic.bytes();
            int requests = traffic.requests();

            traffic.forget();
            firstLetter(page, page::reload);

            assertAll(
                    traffic.toString(),
                    () -> assertTrue(join <= JOIN_BYTES, "the join page: " + join + " bytes"),
                    () -> assertTrue(first <= BYTES, "to the first letter: " + first + " bytes"),
                    () -> assertTrue(requests <= REQUESTS, "to the first letter: " + requests + " requests"),
                    () -> assertTrue(traffic.bytes() <= AGAIN_BYTES, "the next visit: " + traffic.bytes() + " bytes"),
                    () -> assertEquals(List.of(), traffic.failed()));
        }
    }

    /** Goes there and types into the first step. */
    private static void firstLetter(Page page, Runnable go) {
        go.run();
        Locator title = page.getByLabel("Titel von Schritt 1", new Page.GetByLabelOptions().setExact(true));
        title.press("End");
        title.press("x");
        assertThat(page.getByText("Gespeichert").first()).isVisible();
    }

    /** What goes over the wire for a page, as the browser counts it, headers included. */
    private static final class Traffic {
        private final Map<String, String> asked = new HashMap<>();
        private final List<String> lines = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();
        private int bytes;
        private int requests;

        Traffic(Page page) {
            CDPSession session = page.context().newCDPSession(page);
            session.on("Network.requestWillBeSent", this::sent);
            session.on("Network.loadingFinished", this::finished);
            session.on("Network.responseReceived", this::answered);
            session.send("Network.enable");
        }

        private void sent(JsonObject event) {
            asked.put(
                    event.get("requestId").getAsString(),
                    event.getAsJsonObject("request").get("url").getAsString());
        }

        private void answered(JsonObject event) {
            JsonObject response = event.getAsJsonObject("response");
            if (response.get("status").getAsInt() >= 400) {
                failed.add(response.get("status") + " " + response.get("url"));
            }
        }

        /** What comes from the browser's own store takes no bytes. */
        private void finished(JsonObject event) {
            int length = event.get("encodedDataLength").getAsInt();
            String url = asked.get(event.get("requestId").getAsString());
            if (length > 0 && url != null && url.startsWith("http")) {
                requests++;
                bytes += length;
                lines.add(length + " " + url);
            }
        }

        int bytes() {
            return bytes;
        }

        int requests() {
            return requests;
        }

        List<String> failed() {
            return failed;
        }

        void forget() {
            bytes = 0;
            requests = 0;
            lines.add("again:");
        }

        @Override
        public String toString() {
            return String.join("\n", lines);
        }
    }
}
