package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.werkraum.browser.Browsers.button;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.hook.Kind;
import de.werkraum.support.Api;
import de.werkraum.support.Congress;
import de.werkraum.support.Receiver;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What organisers let other programs in by, and have them told. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class OutwardsBrowserTest {
    private static final TestServer SERVER = TestServer.start(Receiver.QUICK, Receiver.ALLOWED);
    private static final Api ORGANISER = Workshop.organiser(SERVER.base());

    @SuppressWarnings("NullAway.Init")
    private static Browsers browsers;

    @SuppressWarnings("NullAway.Init")
    private static Congress congress;

    @BeforeAll
    static void open() {
        browsers = Browsers.start();
        congress = Congress.open(
                ORGANISER,
                Congress.bare(ORGANISER, Api.object("title", "Kongress Digitale Verwaltung")),
                Api.object("title", "E-Akte einführen", "place", "Saal 1"));
    }

    @AfterAll
    static void close() {
        browsers.close();
        SERVER.close();
    }

    private static Page organising(int width) {
        Page page = browsers.page(width, 900);
        Arrivals.organise(page, SERVER.base());
        assertThat(page.locator("h1")).hasText("Veranstaltungen");
        return page;
    }

    /** Opens the section of that name. */
    private static Locator section(Page page, String name) {
        Locator section = page.locator("details").filter(new Locator.FilterOptions().setHas(summary(page, name)));
        summary(page, name).first().click();
        return section.first();
    }

    private static Locator summary(Page page, String name) {
        return page.locator("summary").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator press(Locator section, String label) {
        Locator found = section.getByText(label, new Locator.GetByTextOptions().setExact(true));
        found.click();
        return found;
    }

    /** What is shown once, and whether it is gone with the page. */
    private static String once(Page page, Locator section) {
        return once(page, section, "Veranstaltungen");
    }

    private static String once(Page page, Locator section, String heading) {
        assertThat(section.locator("input.secret")).isVisible();
        String secret = section.locator("input.secret").inputValue();
        page.reload();
        assertThat(page.locator("h1")).hasText(heading);
        assertThat(page.locator("input.secret")).hasCount(0);
        assertTrue(!page.content().contains(secret), "still there after a reload");
        return secret;
    }

    private static void phase(String phase) {
        ORGANISER
                .patch("/rooms/" + congress.room(0), Api.object("phase", phase))
                .expect(200);
    }

    @Test
    void aHookIsMadeTriedResumedAndDeleted() {
        try (Receiver receiver = Receiver.start()) {
            Page page = organising(1280);
            Locator hooks = section(page, "Andere Programme benachrichtigen");
            hooks.getByLabel("Adresse", new Locator.GetByLabelOptions().setExact(true))
                    .fill(receiver.url());
            hooks.getByLabel("Räume angelegt und gelöscht").uncheck();
            hooks.getByLabel("Plan ersetzt").uncheck();
            hooks.getByLabel("Abstimmungen").uncheck();
            press(hooks, "Anlegen");
            assertTrue(once(page, hooks).startsWith("whsec_"));

            hooks = section(page, "Andere Programme benachrichtigen");
            assertThat(hooks.locator("li")).containsText("nur Leitung");
            assertThat(hooks.locator("li")).containsText("in Ordnung");
            press(hooks, "Probe senden");
            assertThat(hooks.locator("td").filter(new Locator.FilterOptions().setHasText("angenommen")))
                    .hasCount(1);
            phase("elaborate");
            receiver.await(2);
            assertEquals(List.of("probe", "phase"), receiver.types());
            Browsers.look("hooks", page);

            receiver.status(410);
            phase("vote");
            receiver.await(3);
            refreshedUntil(page, "angehalten");
            hooks = page.locator("details[open]");
            press(hooks, "Letzte Antworten");
            assertThat(hooks.locator("table")).containsText("will nichts mehr");
            receiver.status(204);
            press(hooks, "Jetzt weiter");
            assertThat(hooks.locator("li")).containsText("in Ordnung");
            receiver.await(4);
            press(hooks, "Löschen");
            assertThat(hooks.locator("li")).hasCount(0);
            assertEquals(0, ORGANISER.get("/hooks").expect(200).size());
        }
    }

    /** Looks again until the hook's state is told. */
    private static void refreshedUntil(Page page, String state) {
        for (int tries = 0; tries < 20; tries++) {
            page.reload();
            assertThat(page.locator("h1")).hasText("Veranstaltungen");
            Locator hooks = section(page, "Andere Programme benachrichtigen");
            assertThat(hooks.locator("li")).hasCount(1);
            if (hooks.locator("li").innerText().contains(state)) {
                return;
            }
        }
        throw new AssertionError("never told: " + state);
    }

    /** Each choice on the page is some of what there is, and together they are all of it. */
    @Test
    void whatIsLeftToChooseIsAllThereIs() {
        try (Receiver receiver = Receiver.start()) {
            Page page = organising(390);
            Locator hooks = section(page, "Andere Programme benachrichtigen");
            List<String> chosen = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Locator boxes = hooks.locator("fieldset input[type=checkbox]");
                for (int other = 0; other < 4; other++) {
                    boxes.nth(other).setChecked(other == i);
                }
                hooks.getByLabel("Adresse", new Locator.GetByLabelOptions().setExact(true))
                        .fill(receiver.url() + i);
                press(hooks, "Anlegen");
                assertThat(hooks.locator("li")).hasCount(i + 1);
            }
            for (JsonNode hook : ORGANISER.get("/hooks").expect(200)) {
                hook.get("events").forEach(event -> chosen.add(event.asText()));
                ORGANISER.delete("/hooks/" + hook.get("id").asText());
            }
            assertEquals(Set.copyOf(Kind.all()), Set.copyOf(chosen));
            assertEquals(Kind.all().size(), chosen.size());
            hooks.locator("fieldset input[type=checkbox]").nth(3).uncheck();
            hooks.getByLabel("Adresse", new Locator.GetByLabelOptions().setExact(true))
                    .fill(receiver.url());
            press(hooks, "Anlegen");
            assertThat(hooks.locator("fieldset :invalid")).hasCount(1);
            assertThat(hooks.locator("li")).hasCount(4);
            Browsers.look("hooks-phone", page);
        }
    }

    @Test
    void aKeyIsGivenUsedAndRevoked() {
        Page page = organising(1280);
        Locator keys = section(page, "Schlüssel für Skripte");
        keys.getByLabel("Wofür").fill("Aushang");
        press(keys, "Schlüssel erzeugen");
        Api script = Api.of(SERVER.base()).as(once(page, keys));
        script.get("/events/" + congress.id()).expect(200);

        keys = section(page, "Schlüssel für Skripte");
        assertThat(keys.locator("li")).containsText("Aushang");
        assertThat(keys.locator("li")).containsText("zuletzt benutzt");
        Browsers.look("event-keys", page);
        press(keys, "Widerrufen");
        assertThat(keys.locator("li")).containsText("widerrufen");
        assertEquals(401, script.get("/events/" + congress.id()).status());
    }

    @Test
    void aCalendarIsGivenReadAndRevoked() {
        Page page = organising(1280);
        Locator feeds = section(page, "Kalender abonnieren");
        press(feeds, "Adresse erzeugen");
        URI calendar = URI.create(once(page, feeds));
        Api reader = Api.of(SERVER.base());
        String path = calendar.getPath();
        assertTrue(reader.get(path).body().startsWith("BEGIN:VCALENDAR"), path);

        feeds = section(page, "Kalender abonnieren");
        assertThat(feeds.locator("li")).containsText("zuletzt gelesen");
        Browsers.look("event-calendars", page);
        press(feeds, "Widerrufen");
        assertThat(feeds.locator("li")).hasCount(0);
        assertEquals(404, reader.get(path).status());
    }

    @Test
    void aCalendarOfARoomIsGivenReadAndRevoked() {
        Workshop workshop = Workshop.open(ORGANISER, Api.object("title", "E-Akte einführen"));
        Page page = browsers.page(390, 800);
        KnownVisits.visit(page, workshop, workshop.moderator("Mona"), "moderator", "");
        Locator feeds = inTheRoom(page);
        feeds.getByLabel("Nur Schritte, für die zuständig ist").fill("Amt 10");
        press(feeds, "Adresse erzeugen");
        String path = URI.create(once(page, feeds, "E-Akte einführen")).getPath();
        Api reader = Api.of(SERVER.base());
        assertTrue(reader.get(path).body().startsWith("BEGIN:VCALENDAR"), path);

        feeds = inTheRoom(page);
        assertThat(feeds.locator("li")).containsText("Amt 10");
        assertThat(feeds.locator("li")).containsText("zuletzt gelesen");
        Browsers.requireAccessible("calendars of a room", page);
        feeds.locator("li").scrollIntoViewIfNeeded();
        Browsers.screenshot("room-calendars", page, false);
        press(feeds, "Widerrufen");
        assertThat(feeds.locator("li")).hasCount(0);
        assertEquals(404, reader.get(path).status());
    }

    /** The section of calendars where a room's documents are had. */
    private static Locator inTheRoom(Page page) {
        button(page, "Menü").click();
        page.getByText("Herunterladen", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        return section(page, "Kalender abonnieren");
    }
}
