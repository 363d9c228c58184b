package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import de.werkraum.support.Api;
import de.werkraum.support.NarrowWire;
import de.werkraum.support.TestDatabase;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A room in networks that let no WebSocket through, that want a sign-in, or that are not there: one works, or reads why not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class NarrowNetworkTest {
    private static final String STEP = "Anträge zählen";
    /** A browser that is ended at once would lose what it was about to keep: a transaction waits for those before it. */
    private static final String ALL_IS_KEPT =
            """
            async () => {
              const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.startsWith('werkraum.'))
              const asked = indexedDB.open(name)
              const db = await new Promise((done) => (asked.onsuccess = () => done(asked.result)))
              await new Promise((done) => (db.transaction('updates', 'readwrite').oncomplete = done))
              db.close()
            }
            """;

    /** Keeps each sentence on the connection, and when it came, in milliseconds of the page's own clock. */
    private static final String WHAT_IS_TOLD =
            """
            window.told = []
            new MutationObserver(() => {
              const text = document.querySelector('.save')?.textContent.trim() ?? ''
              if (text && text !== told.at(-1)?.[1]) told.push([performance.now(), text])
            }).observe(document, { childList: true, subtree: true, characterData: true })
            """;

    private static final double FIVE_SECONDS = 5_000;

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);

    private final Browsers browsers = Browsers.start();
    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
        browsers.close();
    }

    private Workshop workshop() {
        Workshop workshop = Workshop.open(server.base(), Api.object("title", "Wohngeld digital"));
        workshop.organiser()
                .put(workshop.path() + "/plan", Api.object("steps", List.of(Api.object("title", STEP))))
                .expect(200);
        return workshop;
    }

    private static Page join(Browsers browsers, URI base, Workshop workshop, String name) {
        return join(browsers.page(1200, 900), base, workshop, name);
    }

    private static Page join(Page page, URI base, Workshop workshop, String name) {
        page.addInitScript(WHAT_IS_TOLD);
        page.navigate(base + "/#" + workshop.code("participant"));
        page.getByLabel("Ihr Name").fill(name);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zum Plan"))
                .click();
        return page;
    }

    private static Locator title(Page page) {
        return page.getByLabel("Titel von Schritt 1", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator says(Page page, String words) {
        return page.locator(".save").getByText(words);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSES_SOCKETS", "HANGS_SOCKETS", "SWALLOWS_SOCKETS"})
    void withoutSocketsEverythingWorksAndItIsSaid(NarrowWire.Way way) {
        Workshop workshop = workshop();
        try (NarrowWire wire = new NarrowWire(server.base(), way)) {
            Page paula = join(browsers, wire.base(), workshop, "Paula");
            assertThat(says(paula, "Gespeichert (langsamere Verbindung)")).isVisible(SOON);
            double waited = ((Number)
                            paula.evaluate("told.find(([, text]) => text.includes('langsamere'))[0] - told[0][0]"))
                    .doubleValue();
            assertTrue(waited <= FIVE_SECONDS, way + ": " + Math.round(waited) + " ms");
            assertThat(title(paula)).hasValue(STEP);
            Page otto = join(browsers, server.base(), workshop, "Otto");
            assertThat(says(otto, "Gespeichert")).isVisible(SOON);
            title(paula).press("End");
            title(paula).pressSequentially(" und wiegen");
            assertThat(title(otto)).hasValue(STEP + " und wiegen");
            title(otto).press("End");
            title(otto).pressSequentially("!");
            assertThat(title(paula)).hasValue(STEP + " und wiegen!");
            assertThat(says(paula, "Gespeichert (langsamere Verbindung)")).isVisible(SOON);
            paula.reload();
            assertThat(says(paula, "Gespeichert (langsamere Verbindung)")).isVisible(SOON);

            wire.become(NarrowWire.Way.OPEN);
            paula.evaluate("() => dispatchEvent(new Event('online'))");
            assertThat(paula.locator(".save"))
                    .hasText("Gespeichert", new LocatorAssertions.HasTextOptions().setTimeout(40_000));
            title(paula).press("End");
            title(paula).pressSequentially("?");
            assertThat(title(otto)).hasValue(STEP + " und wiegen!?");
            paula.context().close();
            otto.context().close();
        }
    }

    @Test
    void itIsSaidWhatIsWrong() {
        Workshop workshop = workshop();
        try (NarrowWire wire = new NarrowWire(server.base(), NarrowWire.Way.OPEN)) {
            Page paula = join(browsers, wire.base(), workshop, "Paula");
            assertThat(says(paula, "Gespeichert")).isVisible(SOON);
            soonSaid(paula, "Der Server ist gerade nicht zu erreichen.", () -> wire.become(NarrowWire.Way.CUT));
            title(paula).press("End");
            title(paula).pressSequentially("!");
            assertThat(says(paula, "noch nicht gespeichert")).isVisible(SOON);
            backAgain(paula, wire);
            soonSaid(paula, "Der Server ist gerade nicht zu erreichen.", () -> {
                wire.become(NarrowWire.Way.SILENT);
                title(paula).press("End");
                title(paula).pressSequentially("?");
            });
            backAgain(paula, wire);
            soonSaid(paula, "Das Netz hier verlangt erst eine Anmeldung", () -> wire.become(NarrowWire.Way.PORTAL));
            backAgain(paula, wire);
            soonSaid(paula, "Kein Netz", () -> paula.context().setOffline(true));
            paula.context().setOffline(false);
            backAgain(paula, wire);
            soonSaid(paula, "nicht speichern", () -> {
                fillTheDisk();
                title(paula).press("End");
                title(paula).pressSequentially("?");
            });
            TestDatabase.execute(server.databaseUrl(), "drop trigger no_space on plan_update");
            backAgain(paula, wire);
            paula.context().close();
        }
    }

    /** The sentence stands there within five seconds, by the page's own clock. */
    private static void soonSaid(Page page, String words, Runnable act) {
        double begun = ((Number) page.evaluate("performance.now()")).doubleValue();
        act.run();
        assertThat(says(page, words)).isVisible(SOON);
        double said = ((Number) page.evaluate(
                        "([words, begun]) => told.find(([at, text]) => at > begun && text.includes(words))[0]",
                        List.of(words, begun)))
                .doubleValue();
        assertTrue(said - begun <= FIVE_SECONDS, words + " after " + Math.round(said - begun) + " ms");
    }

    private static void backAgain(Page page, NarrowWire wire) {
        wire.become(NarrowWire.Way.OPEN);
        page.evaluate("() => dispatchEvent(new Event('online'))");
        assertThat(page.locator(".save"))
                .hasText("Gespeichert", new LocatorAssertions.HasTextOptions().setTimeout(40_000));
    }

    private void fillTheDisk() {
        TestDatabase.execute(
                server.databaseUrl(),
                "create or replace function no_space() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'no space' using errcode = '53100'; end $$",
                "create trigger no_space before insert on plan_update execute function no_space()");
    }

    @Test
    void aPlanThatIsNotKnownIsNotShownAsAnEmptyOne() {
        Workshop workshop = workshop();
        try (NarrowWire wire = new NarrowWire(server.base(), NarrowWire.Way.OPEN)) {
            Page paula = browsers.page(1200, 900);
            paula.route("**/collab/**", route -> route.abort());
            paula.route("**/api/v1/rooms/**", route -> route.abort());
            paula.routeWebSocket("**/collab/**", socket -> socket.close());
            paula.navigate(wire.base() + "/#" + workshop.code("participant"));
            paula.getByLabel("Ihr Name").fill("Paula");
            paula.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zum Plan"))
                    .click();
            assertThat(paula.getByText("Das Netz hier hält die Verbindung auf")).isVisible(SOON);
            assertThat(paula.getByText("Der Plan wird geladen …")).isVisible();
            assertThat(paula.locator(".step")).hasCount(0);
            assertThat(paula.locator("main")).hasCount(0);
            // By plain HTTP alone the plan is there, and says that nothing is saved.
            paula.unroute("**/api/v1/rooms/**");
            paula.reload();
            assertThat(title(paula)).hasValue(STEP);
            assertThat(paula.locator("h1").first()).hasText("Wohngeld digital");
            assertThat(says(paula, "Das Netz hier hält die Verbindung auf")).isVisible(SOON);
            paula.context().close();
        }
    }

    @Test
    void aVoteWithoutAConnectionWaitsAndCanBeTakenBack() {
        Workshop workshop = workshop();
        Api mona = workshop.moderator("Mona").api();
        try (NarrowWire wire = new NarrowWire(server.base(), NarrowWire.Way.OPEN)) {
            Page paula = join(browsers, wire.base(), workshop, "Paula");
            assertThat(says(paula, "Gespeichert")).isVisible(SOON);
            String polls = workshop.path() + "/polls";
            String poll = mona.post(polls, Api.object("question", "Machen wir das?", "method", "consent"))
                    .expect(201)
                    .get("id")
                    .asText();
            mona.post(polls + "/" + poll + "/open", Api.object()).expect(200);
            Locator yes = paula.getByRole(
                    AriaRole.RADIO, new Page.GetByRoleOptions().setName("Ja").setExact(true));
            assertThat(yes).isVisible(SOON);
            wire.become(NarrowWire.Way.CUT);
            assertThat(paula.locator(".save[data-state=offline]")).isVisible(SOON);
            Browsers.press(yes);
            cast(paula);
            assertThat(paula.getByText("Wird gesendet, sobald die Verbindung steht."))
                    .isVisible();
            paula.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zurücknehmen"))
                    .click();
            assertThat(yes).isChecked();
            cast(paula);
            assertThat(paula.getByText("Wird gesendet, sobald die Verbindung steht."))
                    .isVisible();
            wire.become(NarrowWire.Way.OPEN);
            assertThat(paula.getByText("Stimme gezählt")).isVisible(SOON);
            assertEquals(1, mona.get(polls + "/" + poll).expect(200).get("cast").asInt());
            paula.context().close();
        }
    }

    private static void cast(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stimme abgeben"))
                .click();
    }

    @Test
    void editsOfATabThatWasClosedOfflineAreBroughtByTheOther() {
        Workshop workshop = workshop();
        try (NarrowWire wire = new NarrowWire(server.base(), NarrowWire.Way.OPEN)) {
            Page stays = join(browsers, wire.base(), workshop, "Paula");
            assertThat(says(stays, "Gespeichert")).isVisible(SOON);
            Page goes = stays.context().newPage();
            goes.navigate(stays.url());
            assertThat(says(goes, "Gespeichert")).isVisible(SOON);
            wire.become(NarrowWire.Way.CUT);
            assertThat(goes.locator(".save[data-state=offline]")).isVisible(SOON);
            writeOffline(goes);
            assertThat(title(goes)).hasValue(STEP + " offline");
            goes.evaluate(ALL_IS_KEPT);
            goes.close();
            wire.become(NarrowWire.Way.OPEN);
            assertThat(title(stays))
                    .hasValue(STEP + " offline", new LocatorAssertions.HasValueOptions().setTimeout(20_000));
            assertThat(stays.locator(".save"))
                    .hasText("Gespeichert", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
            assertEquals(STEP + " offline", savedTitle(workshop));
            stays.context().close();
        }
    }

    @Test
    void aRoomOpensWithoutANetwork() {
        Workshop workshop = workshop();
        try (NarrowWire wire = new NarrowWire(server.base(), NarrowWire.Way.OPEN)) {
            Page paula = join(browsers.page(1200, 900, ServiceWorkerPolicy.ALLOW), wire.base(), workshop, "Paula");
            assertThat(says(paula, "Gespeichert")).isVisible(SOON);
            // As the page does by itself after a while.
            paula.evaluate(
                    "() => navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready)");
            wire.become(NarrowWire.Way.CUT);
            paula.reload();
            assertThat(title(paula)).hasValue(STEP);
            assertThat(says(paula, "Der Server ist gerade nicht zu erreichen.")).isVisible(SOON);
            assertThat(paula.locator(".phases [aria-current]")).hasCount(0);
            writeOffline(paula);
            wire.become(NarrowWire.Way.OPEN);
            assertThat(paula.locator(".save"))
                    .hasText("Gespeichert", new LocatorAssertions.HasTextOptions().setTimeout(40_000));
            assertEquals(STEP + " offline", savedTitle(workshop));
            paula.context().close();
        }
    }

    private static void writeOffline(Page page) {
        title(page).press("End");
        title(page).pressSequentially(" offline");
        assertThat(says(page, "noch nicht gespeichert")).isVisible(SOON);
    }

    private static String savedTitle(Workshop workshop) {
        return workshop.organiser()
                .get(workshop.path() + "/plan")
                .expect(200)
                .at("/steps/0/title")
                .asText();
    }
}
