package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.NarrowWire;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two engines in one room: Firefox joins, writes beside Chromium, votes, and is heard of on a screen. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class EnginesBrowserTest {
    /** Milliseconds a busy machine may take. */
    private static final double SLOW = 30_000;
    /** Milliseconds without a key, after which news are told: a second, and what timers may be early. */
    private static final double QUIET = 990;
    /** Pixels from tick to tick, and where they stand in the list's entry: below its edge, behind its dot. */
    private static final int TICK = 8;

    private static final int TICKS_AT = 4;
    private static final int TICKS_FROM = 16;
    /** Of a colour's 255. */
    private static final int HALF = 128;

    @Test
    void firefoxAndChromiumWorkTogether() {
        try (TestServer server = TestServer.start();
                NarrowWire wire = new NarrowWire(server.base(), NarrowWire.Way.OPEN);
                Browsers chromium = Browsers.start();
                Browsers firefox = Browsers.firefox()) {
            Workshop room = Workshop.open(server.base());
            Workshop.Person mona = room.moderator("Mona");
            mona.api()
                    .put(room.path() + "/plan", Api.object("steps", List.of(Api.object("title", "Antrag"))))
                    .expect(200);
            Page screen = chromium.page(1280, 720);
            screen.navigate(server.base() + "/screen.html#" + room.code("viewer"));
            Page other = chromium.page(1280, 800);
            KnownVisits.visit(other, room, mona, "moderator", "");
            Page page = firefox.page(1280, 800);
            page.navigate(wire.base() + "/#" + room.code("participant"));
            page.getByLabel("Ihr Name").fill("Fiona");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zum Plan"))
                    .click();

            write(title(page), " in Firefox");
            write(title(other), " und Chromium");
            for (Page one : List.of(page, other)) {
                assertThat(title(one)).hasValue(Pattern.compile("Antrag.*in Firefox.*und Chromium"), slow());
            }
            assertThat(page.getByText("Gespeichert").first()).isVisible();
            othersAreHeard(mona, room, page, other);
            cutOffAndBack(wire, page, other);
            vote(mona, room, page);
            assertThat(screen.locator(".stage .verdict")).containsText("Angenommen");
            page.navigate(wire.base() + "/screen.html#" + room.code("viewer"));
            assertThat(page.locator(".stage .verdict")).containsText("Angenommen");
        }
    }

    /** What a screen reader gets to say in Firefox: one region, in the tree before its words come; and focus that nobody takes away. */
    private static void othersAreHeard(Workshop.Person mona, Workshop room, Page page, Page other) {
        // What arrives in the first seconds is the room as it is, and no news.
        page.waitForFunction("performance.now() > 5000");
        assertThat(page.locator(".toast[role=status]")).not().hasCSS("display", "none");
        mona.api().patch(room.path(), Api.object("phase", "elaborate")).expect(200);
        requireHeard(page, "Phase: Ausarbeiten");
        requireTicks(page);
        mona.api().patch(room.path(), Api.object("locked", true)).expect(200);
        requireHeard(page, "Der Plan ist gesperrt.");
        mona.api()
                .patch(room.path(), Api.object("locked", false, "timer", Api.object("seconds", 4)))
                .expect(200);
        heardAfterTyping(page, "Zeit ist um");
        other.getByLabel("Neuer Schritt").fill("Bescheid");
        other.keyboard().press("Enter");
        requireHeard(page, "Mona hat Schritt 2 hinzugefügt");
        title(page).click();
        mona.api().patch(room.path(), Api.object("gather", true)).expect(200);
        requireHeard(page, "ruft alle");
        assertThat(title(page)).isFocused();
        page.getByLabel("Schritt 1: Einzelheiten").click();
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Fällig")))
                .isVisible();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(Pattern.compile("Schritt 2 ?: Bescheid"))))
                .isAttached();
        assertEquals(
                0,
                page.getByLabel("Titel von Schritt 2").evaluate("field => field.selectionStart"),
                "whoever comes by keyboard reads from the beginning");
    }

    /** The ruler below the phase that is on has its ticks, which Firefox doesn't paint where a gradient repeats them. */
    private static void requireTicks(Page page) {
        byte[] png = page.locator(".phases > [aria-current]").screenshot();
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            int ticks = 0;
            boolean dark = true;
            for (int x = TICKS_FROM; x < image.getWidth(); x++) {
                boolean before = dark;
                dark = new Color(image.getRGB(x, TICKS_AT)).getRed() < HALF;
                ticks += dark && !before ? 1 : 0;
            }
            assertTrue(ticks > image.getWidth() / (2 * TICK), ticks + " ticks");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A screen reader is cut off by keys, so nothing is told into somebody's typing. */
    private static void heardAfterTyping(Page page, String words) {
        page.evaluate(
                """
                words => {
                  window.pause = null
                  let key = 0
                  addEventListener('keydown', () => (key = performance.now()), { capture: true })
                  const toast = document.querySelector('.toast')
                  new MutationObserver(() => {
                    if (toast.textContent.includes(words)) pause ??= performance.now() - key
                  }).observe(toast, { childList: true })
                }
                """,
                words);
        Locator field = page.getByLabel("Neuer Schritt");
        field.pressSequentially("Was noch zu tun ist, bis", new Locator.PressSequentiallyOptions().setDelay(200));
        page.waitForFunction("pause !== null");
        double pause = ((Number) page.evaluate("pause")).doubleValue();
        assertTrue(pause >= QUIET, "told " + Math.round(pause) + " ms after a key");
        field.fill("");
    }

    /** What both write while one of them is cut off is there in the end. */
    private static void cutOffAndBack(NarrowWire wire, Page page, Page other) {
        wire.become(NarrowWire.Way.CUT);
        assertThat(page.locator(".save[data-state=offline]")).isVisible(slowly());
        write(title(page), " offline");
        assertThat(page.locator(".save")).containsText("noch nicht gespeichert");
        write(title(other), " inzwischen");
        wire.become(NarrowWire.Way.OPEN);
        for (Page one : List.of(page, other)) {
            assertThat(title(one)).hasValue(Pattern.compile("offline.*inzwischen|inzwischen.*offline"), slow());
        }
        assertThat(page.locator(".save"))
                .hasText("Gespeichert", new LocatorAssertions.HasTextOptions().setTimeout(SLOW));
    }

    private static LocatorAssertions.IsVisibleOptions slowly() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW);
    }

    private static void requireHeard(Page page, String words) {
        assertThat(page.locator(".toast[role=status]"))
                .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW));
    }

    private static void write(Locator title, String text) {
        title.click();
        title.press("Control+End");
        title.pressSequentially(text);
        assertThat(title).hasValue(Pattern.compile(text), slow());
    }

    private static LocatorAssertions.HasValueOptions slow() {
        return new LocatorAssertions.HasValueOptions().setTimeout(SLOW);
    }

    private static Locator title(Page page) {
        return page.getByLabel("Titel von Schritt 1", new Page.GetByLabelOptions().setExact(true));
    }

    private static void vote(Workshop.Person mona, Workshop room, Page page) {
        String path = room.path() + "/polls";
        String poll = mona.api()
                .post(
                        path,
                        Api.object(
                                "question",
                                "Machen wir das?",
                                "method",
                                "consent",
                                "settings",
                                Api.object("secret", false, "presentOnly", true)))
                .expect(201)
                .get("id")
                .asText();
        mona.api().post(path + "/" + poll + "/open", Api.object()).expect(200);
        page.locator("nav a[href='#abstimmung']:visible").first().click();
        Browsers.press(page.locator("article.poll form input[value=yes]").first());
        page.getByText("Stimme abgeben").click();
        assertThat(page.getByText("Stimme gezählt").first()).isVisible();
        mona.api().post(path + "/" + poll + "/close", Api.object()).expect(200);
        assertThat(page.locator("article.poll")).containsText("Angenommen");
        requireHeard(page, "Abstimmung geschlossen");
        assertThat(page.locator("article.poll :is(h2, h3):focus")).hasCount(1);
    }
}
