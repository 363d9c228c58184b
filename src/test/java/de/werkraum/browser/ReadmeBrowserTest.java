package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.access.Role;
import de.werkraum.support.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The README's five minutes, word by word: what it says in bold to press is pressed, and what it promises is there. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ReadmeBrowserTest {
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");

    @Test
    void theFiveMinutesEndWithAResult() throws IOException {
        List<String> steps = steps();
        try (Browsers browsers = Browsers.start();
                TestServer server = TestServer.start(Map.of(), Map.of("WERKRAUM_DEMO", "true"))) {
            String before = server.demo().link("", Role.PARTICIPANT);
            assertEquals(List.of("moderator's", "participant's", "screen's"), bold(steps.get(0)));
            Page moderator = enter(browsers, server, Role.MODERATOR, "Mona");
            Page participant = enter(browsers, server, Role.PARTICIPANT, "Paula");
            Page screen = browsers.page(1600, 900);
            screen.navigate(server.demo().link(server.base().toString(), Role.VIEWER));
            assertThat(screen.locator(".join-panel .code")).isVisible();

            typeTogether(moderator, participant);

            List<String> names = bold(steps.get(2));
            prepare(moderator, names.get(0), names.get(1));
            Locator dialog = moderator.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("geheim braucht es wenigstens 3 Stimmen");
            press(dialog.getByText(names.get(2)));
            press(dialog.getByText(names.get(3)));
            vote(participant);
            assertThat(screen.locator("main")).containsText("1 von 1 hat abgestimmt");
            assertThat(screen.locator("main .bars")).hasCount(0);

            press(moderator.getByText(bold(steps.get(3)).get(0)).first());
            String sentence = quoted(steps.get(3));
            assertThat(screen.locator(".stage .outcome")).containsText(sentence);
            assertThat(participant.locator("article.poll")).containsText(sentence);
            assertThat(participant.locator(".step .chip").first()).containsText("Punkt");

            callAndTakeAlong(moderator, participant, bold(steps.get(4)));

            server.restart();
            assertEquals(before, server.demo().link("", Role.PARTICIPANT), "every start prints the links");
        }
    }

    /** The numbered steps, each on one line. */
    private static List<String> steps() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String part = readme.substring(readme.indexOf("## Five minutes"));
        part = part.substring(0, part.indexOf("\n\nAny Yjs client"));
        return List.of(part.replace("\n   ", " ").split("\n\\d\\. ", -1)).subList(1, 7);
    }

    private static List<String> bold(String step) {
        return BOLD.matcher(step).results().map(found -> found.group(1)).toList();
    }

    private static String quoted(String step) {
        MatchResult found = Pattern.compile("\"([^\"]+) …\"")
                .matcher(step)
                .results()
                .findFirst()
                .orElseThrow();
        return found.group(1);
    }

    private static Page enter(Browsers browsers, TestServer server, Role role, String name) {
        Page page = browsers.page(1280, 900);
        page.navigate(server.demo().link(server.base().toString(), role));
        page.getByLabel("Ihr Name").fill(name);
        press(page.getByText("Zum Plan").first());
        assertThat(page.locator(".step").first()).isVisible();
        return page;
    }

    private static void typeTogether(Page one, Page other) {
        Locator mine = title(one);
        Locator theirs = title(other);
        mine.click();
        theirs.click();
        one.keyboard().press("Control+End");
        other.keyboard().press("Control+Home");
        one.keyboard().type(" zu zweit");
        other.keyboard().type("Wir ");
        assertThat(mine).hasValue(Pattern.compile("^Wir .* zu zweit$"));
        assertThat(theirs).hasValue(Pattern.compile("^Wir .* zu zweit$"));
        assertThat(one.getByText("Gespeichert").first()).isVisible();
    }

    private static Locator title(Page page) {
        return page.getByLabel("Titel von Schritt 1", new Page.GetByLabelOptions().setExact(true));
    }

    private static void prepare(Page page, String button, String method) {
        for (int step = 1; step <= 2; step++) {
            Browsers.press(page.getByLabel("Schritt " + step + " auswählen"));
        }
        press(page.locator(".bulk").getByText(button));
        Browsers.press(page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + method))));
    }

    /** Calls everyone to a step, then opens the dialog on documents. */
    private static void callAndTakeAlong(Page moderator, Page participant, List<String> names) {
        Browsers.press(moderator.getByLabel("Schritt 2 auswählen"));
        press(moderator.locator(".bulk").getByText(names.get(0)));
        press(moderator.getByText(names.get(1)).first());
        assertThat(moderator.locator(".toast")).containsText("Alle sind zu Schritt 2 gerufen");
        assertThat(participant.locator(".toast")).containsText("bittet alle zu Schritt 2");
        press(moderator.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menü")));
        press(moderator.getByText(names.get(2)).first());
        Locator dialog = moderator.getByRole(AriaRole.DIALOG);
        for (String format : List.of("PDF", "ODT", "DOCX", "Excel", "ICS", "Markdown", "CSV", "JSON", "ZIP")) {
            assertThat(dialog.locator(".formats").first()).containsText(format);
        }
    }

    /** By keyboard: with one shortcut and few tabs from wherever one is. */
    private static void vote(Page page) {
        assertThat(page.locator("article.poll form")).isVisible();
        title(page).focus();
        page.keyboard().press("Alt+Shift+V");
        assertThat(page.locator("article.poll form input:focus")).hasCount(1);
        page.keyboard().press("ArrowRight");
        int tabs = 0;
        while (!"Stimme abgeben".equals(page.evaluate("document.activeElement.textContent"))) {
            page.keyboard().press("Tab");
            assertTrue(++tabs <= 5, "more than five tabs to vote");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator(".receipt b")).containsText("Stimme gezählt");
        assertThat(page.locator(".receipt b")).isFocused();
    }

    private static void press(Locator button) {
        button.click();
    }
}
