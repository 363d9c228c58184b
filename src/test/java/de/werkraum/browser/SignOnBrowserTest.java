package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.Congress;
import de.werkraum.support.OidcProvider;
import de.werkraum.support.SignOnWalk;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An organiser signs on at a real provider, works, is seen on a second device, and signs off. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class SignOnBrowserTest {
    private static final String ACCOUNTS =
            """
            {"anna": {"name": "Anna Organisatorin", "groups": ["/werkraum/organisers"]}, "otto": {"name": "Otto Niemand"}}
            """;
    private static final String PROVIDER = "Anmelden mit Haus-Konto";

    private static Map<String, String> settings(OidcProvider provider) {
        return Map.of(
                "WERKRAUM_OIDC_ISSUER",
                provider.issuer().toString(),
                "WERKRAUM_OIDC_CLIENT_ID",
                OidcProvider.CLIENT,
                "WERKRAUM_OIDC_NAME",
                "Haus-Konto",
                "WERKRAUM_OIDC_ORGANISERS",
                "groups=/werkraum/organisers");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void signOn(Page page, TestServer server, String who) {
        page.navigate(server.base() + "/organise.html");
        button(page, PROVIDER).click();
        atTheProvider(page, who);
        page.waitForURL(server.base() + "/organise.html");
    }

    /** Its form, and its question whether Werkraum may know who it is. */
    private static void atTheProvider(Page page, String who) {
        page.locator("input[name=login]").fill(who);
        page.locator("input[name=password]").fill("egal");
        page.locator("button[type=submit]").click();
        page.locator("button[type=submit]").click();
    }

    @Test
    void signsOnMakesARoomSeesItElsewhereAndSignsOff() {
        try (OidcProvider provider = OidcProvider.start(ACCOUNTS, Map.of());
                TestServer server = TestServer.start(Map.of(), settings(provider));
                Browsers browsers = Browsers.start()) {
            Page laptop = browsers.page(1280, 800);
            List<String> asked = new ArrayList<>();
            laptop.onRequest(request -> asked.add(request.url()));
            List<String> errors = new ArrayList<>();
            laptop.onConsoleMessage(message -> {
                if (message.type().equals("error") && laptop.url().startsWith(String.valueOf(server.base()))) {
                    errors.add(message.text());
                }
            });
            signOn(laptop, server, "anna");
            laptop.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("Raum anlegen"))
                    .click();
            laptop.getByLabel("Name des Raums").fill("Vom zweiten Gerät zu sehen");
            button(laptop, "Raum anlegen").click();
            assertThat(laptop.locator(".rooms h3")).hasText("Vom zweiten Gerät zu sehen");
            assertFalse(
                    asked.stream().anyMatch(url -> url.matches(".*/login\\.html.*[?&]code=.*")),
                    "no server has seen the code in an address");

            Page phone = browsers.page(390, 844);
            signOn(phone, server, "anna");
            assertThat(phone.locator(".rooms h3")).hasText("Vom zweiten Gerät zu sehen");

            button(laptop, "Abmelden").click();
            laptop.locator("button[name=logout]").click();
            laptop.waitForURL(Pattern.compile(Pattern.quote(server.base() + "/login.html") + ".*"));
            assertThat(laptop.getByText("Sie sind abgemeldet.")).isVisible();
            Browsers.requireAccessible("the page after signing off", laptop);
            laptop.navigate(server.base() + "/organise.html");
            assertThat(button(laptop, PROVIDER)).isVisible();
            Browsers.requireAccessible("the organiser's page with a provider", laptop);
            assertEquals(List.of(), errors);
        }
    }

    @Test
    void whoeverIsRefusedReadsWhy() {
        try (OidcProvider provider = OidcProvider.start(ACCOUNTS, Map.of());
                TestServer server = TestServer.start(Map.of(), settings(provider));
                Browsers browsers = Browsers.start()) {
            Page page = browsers.page(1280, 800);
            page.navigate(server.base() + "/login.html#code=von-anderen&state=geraten");
            assertThat(page.locator("[role=alert]")).containsText("nicht in diesem Fenster begonnen");
            assertEquals(server.base() + "/login.html", page.url());
            Browsers.requireAccessible("the refused sign-on", page);

            signOn(page, server, "otto");
            assertThat(page.locator("main")).containsText("darf hier keine Veranstaltungen anlegen");
            Browsers.requireAccessible("the page of somebody who organises nothing", page);

            Page late = browsers.page(390, 844);
            late.navigate(server.base() + "/organise.html");
            assertThat(button(late, PROVIDER)).isVisible();
            provider.stop();
            // What the server knows of the provider is some seconds old at most.
            Locator refused = late.locator("[role=alert]");
            server.restart();
            late.navigate(server.base() + "/organise.html");
            button(late, PROVIDER).click();
            assertThat(refused.first()).containsText("Der Anmeldedienst antwortet gerade nicht");
            late.locator("summary").click();
            late.locator("#key").fill(Workshop.KEY);
            late.locator("form button").click();
            assertThat(late.getByText("Noch keine Veranstaltung")).isVisible();
        }
    }

    @Test
    void aParticipantSignsOnWhereTheEventWantsItAndGoesOnElsewhere() {
        try (OidcProvider provider = OidcProvider.start(ACCOUNTS, Map.of());
                TestServer server = TestServer.start(Map.of(), settings(provider));
                Browsers browsers = Browsers.start()) {
            Api organiser = Workshop.organiser(server.base());
            String event = Congress.bare(organiser);
            Workshop room = Workshop.open(organiser, Api.object("title", "Raum mit Konto", "event", event));
            Page laptop = browsers.page(1280, 800);
            signOn(laptop, server, "anna");
            laptop.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Anmeldung$")))
                    .click();
            laptop.getByLabel("Teilnehmende melden sich mit ihrem Konto an").check();
            Browsers.requireAccessible("the event that wants accounts", laptop);
            Conditions.await("the event wants it", Duration.ofSeconds(10), () -> organiser
                    .get("/events/" + event + "/sign-on")
                    .expect(200)
                    .get("required")
                    .asBoolean());

            Page phone = browsers.page(390, 844);
            phone.navigate(server.base() + "/#" + room.code("participant"));
            phone.getByLabel("Ihr Name").fill("Otto");
            button(phone, "Zum Plan").click();
            assertThat(phone.locator("form [role=alert]").first()).containsText("melden sich mit ihrem Konto an");
            Browsers.requireAccessible("the join page that asks for an account", phone);
            button(phone, PROVIDER).click();
            atTheProvider(phone, "otto");
            assertThat(phone.getByText("Angemeldet als Otto Niemand")).isVisible();
            phone.getByLabel("Ihr Name").fill("Otto");
            button(phone, "Zum Plan").click();
            phone.waitForURL(Pattern.compile("room\\.html"));

            Page tablet = browsers.page(820, 1180);
            signOn(tablet, server, "otto");
            assertThat(tablet.getByText("Raum mit Konto")).isVisible();
            Browsers.requireAccessible("one's rooms", tablet);
            button(tablet, "Raum betreten: Raum mit Konto").click();
            tablet.waitForURL(Pattern.compile("room\\.html"));
            assertEquals(1, organiser.get(room.path() + "/members").expect(200).size(), "one person on two devices");

            String code = organiser
                    .get("/events/" + event + "/codes")
                    .expect(200)
                    .at("/codes/participant")
                    .asText();
            String account =
                    new SignOnWalk(server.base()).signOn("otto").get("token").asText();
            Api.of(server.base())
                    .post("/join", Api.object("code", code, "name", "Otto", "account", account))
                    .expect(200);
            tablet.navigate(server.base() + "/organise.html");
            button(tablet, "Zur Veranstaltung: Kongress").click();
            tablet.waitForURL(Pattern.compile("event\\.html"));
            assertThat(tablet.locator("h1")).hasText("Kongress");
        }
    }
}
