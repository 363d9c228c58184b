package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a hall full of people runs into. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class HallBrowserTest extends SharedBrowserTest {
    private static final String ARABIC = "ترجمة النموذج Formular إلى العربية.";

    @Test
    void whoStillChoosesIsAskedForAndToldThatTheVoteIsNotIn() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person mona = room.moderator("Mona");
        Workshop.Person paula = room.participant("Paula");
        openPoll(mona, room);
        Page voter = browsers.page(390, 844);
        KnownVisits.visit(voter, room, paula, "participant", "#abstimmung");
        voter.locator("article.poll input[type=radio]").first().check(new Locator.CheckOptions().setForce(true));

        Page moderator = browsers.page(1280, 800);
        KnownVisits.visit(moderator, room, mona, "moderator", "#abstimmung");
        press(moderator, "Schließen und auszählen");
        assertThat(moderator.locator("article.poll .notice")).containsText("1 Person hat noch nicht abgestimmt");
        Browsers.requireAccessible("closing asks", moderator);
        press(moderator, "Trotzdem schließen");
        assertThat(voter.locator("article.poll .notice").first()).containsText("Ihre Stimme ist nicht dabei");
        Browsers.requireAccessible("a vote that is not in", voter);
    }

    @Test
    void everyFieldIsFoundAndPrintedInItsOwnDirection() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person mona = room.moderator("Mona");
        Object steps = List.of(
                Api.object("title", "Antrag vereinfachen", "responsible", "Hauptamt"),
                Api.object("title", ARABIC, "details", "Im Keller liegt ein **Zauberwort**.", "result", "Fertig"));
        mona.api()
                .put(
                        room.path() + "/plan",
                        Api.object(
                                "title", "Bauamt", "goal", "Weniger Wege", "steps", steps, "minutes", "Das Protokoll"))
                .expect(200);
        Page page = browsers.page(1280, 800);
        KnownVisits.visit(page, room, room.participant("Paula"), "participant", "");
        assertThat(page.locator(".step")).hasCount(2);

        page.locator("button.menu").click();
        press(page, "Suchen");
        page.locator("dialog input").fill("zauberWORT");
        assertThat(page.locator("dialog li")).hasCount(1);
        Browsers.requireAccessible("the search", page);
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator(".step").nth(1).locator(".step-more")).isVisible();

        requireFound(page, "wege", "Ziel", page.locator("textarea.goal"));
        requireFound(page, "BAU", "Titel des Plans", page.locator("textarea.plan-title"));
        requireFound(page, "das prot", "Protokoll", null);
        assertThat(page.locator("#protokoll")).isInViewport();

        assertThat(page.locator(".paper")).hasCount(1);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Locator paper = page.locator(".paper");
        for (String word : List.of("Antrag vereinfachen", "Hauptamt", "Zauberwort", "Fertig", "Das Protokoll")) {
            assertThat(paper).containsText(word);
        }
        assertThat(page.locator("main")).isHidden();
        assertThat(paper.locator("h2").nth(1)).hasCSS("direction", "rtl");
        assertThat(paper.locator("h2").first()).hasCSS("direction", "ltr");
    }

    /** The search finds these words in that field of the plan, and leads to it. */
    private static void requireFound(Page page, String words, String where, @Nullable Locator field) {
        page.locator("button.menu").click();
        press(page, "Suchen");
        page.locator("dialog input").fill(words);
        assertThat(page.locator("dialog li")).hasCount(1);
        assertThat(page.locator("dialog li button")).hasText(where);
        page.locator("dialog li button").click();
        assertThat(page.locator("dialog")).hasCount(0);
        if (field != null) {
            assertThat(field).isFocused();
        }
    }

    @Test
    void anAddressWithoutAPassSaysWhatIsMissingAndADeviceCanBePassedOn() {
        Workshop room = Workshop.open(server.base());
        Page page = browsers.page(390, 844);
        page.navigate(server.base() + "/room.html?room=" + room.id());
        assertThat(page.locator(".notice")).containsText("brauchen Sie seinen Code");
        assertThat(page.locator("#name")).hasAttribute("aria-invalid", "false");
        page.locator("#code").fill(room.code("participant"));
        page.locator("#name").fill("Paula");
        press(page, "Zum Plan");
        assertThat(page.locator("#plan")).isVisible();
        page.navigate(server.base() + "/");
        press(page, "Ich bin nicht Paula");
        assertThat(page.locator("#name")).hasValue("");
        page.locator("#name").fill("Otto");
        press(page, "Zum Plan");
        assertThat(page.locator(".brand")).containsText("Otto");
        page.navigate(server.base() + "/room.html?room=" + room.id() + "#personen");
        int members = room.organiser().get(room.path() + "/members").expect(200).size();
        if (members != 2) {
            throw new AssertionError("two people on one device are " + members);
        }
    }

    @Test
    void thePageIsUsableWithLittleHeight() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person mona = room.moderator("Mona");
        Page page = browsers.page(320, 256);
        KnownVisits.visit(page, room, mona, "moderator", "#abstimmung");
        press(page, "Abstimmung vorbereiten");
        Locator open = page.locator("dialog button.primary");
        open.scrollIntoViewIfNeeded();
        assertThat(open).isInViewport();
        page.locator("dialog input[required]").scrollIntoViewIfNeeded();
        assertThat(page.locator("dialog input[required]")).isInViewport();
        Browsers.requireAccessible("a dialog at 400 %", page);
    }

    @Test
    void aWindowThatIsNarrowedOrLowLosesNothing() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person mona = room.moderator("Mona");
        String title = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragung prüfen";
        Object steps = List.of(Api.object("title", title, "due", "2027-03-31"), Api.object("title", "Zwei"));
        mona.api().put(room.path() + "/plan", Api.object("steps", steps)).expect(200);
        mona.api()
                .patch(room.path(), Api.object("locked", true, "timer", Api.object("seconds", 900)))
                .expect(200);
        Page guest = browsers.page(1280, 900);
        KnownVisits.visit(guest, room, room.participant("Paula"), "participant", "");
        Page moderator = browsers.page(1280, 900);
        KnownVisits.visit(moderator, room, mona, "moderator", "");
        for (Page page : List.of(guest, moderator)) {
            page.locator(".toggle").first().click();
            for (String section : List.of("#plan", "#abstimmung", "#protokoll", "#personen")) {
                page.evaluate("section => { location.hash = section }", section);
                page.setViewportSize(1280, 900);
                page.setViewportSize(320, 256);
                requireNoWiderThanTheWindow(section, page);
            }
            requireWordsApart(page.locator(".tabs:visible a"));
        }
        requireWordsApart(moderator.locator(".modbar .phases li > *"));
        assertThat(guest.locator(".topbar")).containsText("Gesperrt");

        openPoll(mona, room);
        for (int width : new int[] {320, 640, 959}) {
            guest.setViewportSize(width, 320);
            guest.evaluate("() => { location.hash = '#plan'; scrollTo(0, 0) }");
            assertThat(guest.locator(".dock .nudge")).isInViewport();
            assertThat(guest.locator(".dock .tabs a").last()).isInViewport();
        }
        guest.setViewportSize(1280, 480);
        assertThat(guest.locator("article.poll").first()).isInViewport();
        guest.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        assertThat(guest.locator(".tabs:visible a[aria-current]")).hasCSS("outline-style", "solid");
        assertThat(guest.locator(".tabs:visible a:not([aria-current])").first()).hasCSS("outline-style", "none");
    }

    private static void openPoll(Workshop.Person mona, Workshop room) {
        String path = room.path() + "/polls";
        String poll = mona.api()
                .post(path, Api.object("question", "Machen wir das?", "method", "consent"))
                .expect(201)
                .get("id")
                .asText();
        mona.api().post(path + "/" + poll + "/open", Api.object()).expect(200);
    }

    /** Nothing is to be scrolled to sideways (WCAG 1.4.10). */
    private static void requireNoWiderThanTheWindow(String what, Page page) {
        page.waitForFunction("innerWidth === 320");
        assertEquals(List.of(), page.evaluate(Browsers.TOO_WIDE), what);
    }

    private static void requireWordsApart(Locator words) {
        Object over = words.evaluateAll(
                """
                words => words.flatMap((one, at) => {
                  const range = document.createRange()
                  const box = (element) => { range.selectNodeContents(element.querySelector('span:not(.badge)') ?? element); return range.getBoundingClientRect() }
                  const next = words[at + 1]
                  return next && box(one).right > box(next).left ? [one.textContent] : []
                })""");
        assertEquals(List.of(), over, "words that run into the next");
    }

    @Test
    void fieldsGrowWhereStyleSheetsCannotDoIt() {
        Workshop room = Workshop.open(server.base());
        String title = "Ein Titel, der in keine Zeile passt, weil er von allem etwas sagt. ".repeat(4);
        Object steps = List.of(Api.object("title", title));
        room.moderator("Mona")
                .api()
                .put(room.path() + "/plan", Api.object("steps", steps))
                .expect(200);
        Page page = browsers.page(390, 844);
        page.addInitScript(
                """
                CSS.supports = () => false
                document.addEventListener('DOMContentLoaded', () => {
                  const old = new CSSStyleSheet()
                  old.replaceSync('textarea { field-sizing: fixed !important }')
                  document.adoptedStyleSheets = [old]
                })
                """);
        KnownVisits.visit(page, room, room.participant("Paula"), "participant", "");
        page.waitForFunction(
                """
                () => {
                  const field = document.querySelector('.step textarea')
                  return field && field.value.length > 100 && field.scrollHeight <= field.clientHeight && field.clientHeight > 60
                }""");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(false))
                .first()
                .click();
    }
}
