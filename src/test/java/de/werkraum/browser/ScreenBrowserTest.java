package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody can scroll a wall: whatever is shown, page by page all of it is seen, and the code to join always. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ScreenBrowserTest extends SharedBrowserTest {
    private static final double SLOW = 30_000;
    private static final int[][] BEAMERS = {{1280, 720}, {1024, 768}, {1920, 1080}};
    private static final String SENTENCES =
            "Wir führen den Antrag der Nachbarkommune unverändert ein und verzichten zwei "
                    + "Jahre auf eigene Anpassungen. Die Mittel kommen aus dem Digitalbudget, die Schulung übernimmt das Hauptamt. ";

    /** Words of the stage that are seen now, and what is cut off by an edge or not seen although it should be. */
    private static final String SEEN =
            """
            () => {
              const stage = document.querySelector('.stage')
              const cut = []
              const words = []
              const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
              while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement
                if (getComputedStyle(parent).visibility === 'hidden') continue
                const range = document.createRange()
                range.selectNodeContents(walker.currentNode)
                const rects = [...range.getClientRects()]
                if (rects.length === 0) continue
                const edge = stage.getBoundingClientRect()
                const out = rects.some((r) => r.bottom > edge.bottom + 2 || r.right > edge.right + 2)
                ;(out ? cut : words).push(walker.currentNode.data)
              }
              const code = document.querySelector('.join-panel .code').getBoundingClientRect()
              if (code.bottom > innerHeight || code.right > innerWidth || code.height === 0) cut.push('THE CODE')
              return { cut, words: words.join(' '), sign: document.querySelector('header .num').textContent }
            }
            """;

    /** What of the header and beside the stage lies beyond the edges of the screen, or on one another. */
    private static final String BEYOND =
            """
            () => {
              const parts = [...document.querySelectorAll('.screen > header > :not([hidden], .tools, :empty), .join-panel')]
              const rect = (part) => part.getBoundingClientRect()
              const out = parts.filter((part) => rect(part).right > innerWidth || rect(part).bottom > innerHeight || rect(part).width === 0)
              const cut = parts.filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
              return [...out, ...cut].map((part) => part.textContent)
            }
            """;

    @Test
    void longOptionsAndLongParagraphsAreSeenWhole() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person mona = room.moderator("Mona");
        room.participant("Paula");
        String step = stepWithTwelveParagraphs(mona, room);
        Page screen = browsers.page(1280, 720);
        KnownVisits.remember(screen, room, room.viewer("Wand"), "viewer");
        screen.navigate(server.base() + "/screen.html?room=" + room.id());

        spotlight(mona, room, step);
        assertThat(screen.locator("#stage")).containsText("Antrag");
        everythingIsSeen(screen, "Absatz");

        Poll poll = pollOfSixteen(mona, room, Api.object());
        spotlight(mona, room, poll.id());
        assertThat(screen.locator("#stage")).containsText("Welche Variante");
        everythingIsSeen(screen, "Variante");
        mona.api()
                .post(poll.path() + "/cancel", Api.object("reason", SENTENCES))
                .expect(200);
        assertThat(screen.locator(".stage")).containsText("Digitalbudget");
        assertEquals(List.of(), seen(screen).get("cut"), "a cancelled poll");
    }

    /** The screen goes with a poll to its result and to the runoff; the moderator's page says so, and shows no code for moderators by itself. */
    @Test
    void theScreenFollowsAPollToItsRunoffAndTheModeratorSeesWhatItShows() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person mona = room.moderator("Mona");
        Workshop.Person paula = room.participant("Paula");
        Page screen = browsers.page(1024, 768);
        KnownVisits.remember(screen, room, room.viewer("Wand"), "viewer");
        screen.navigate(server.base() + "/screen.html?room=" + room.id());
        Page moderator = browsers.page(1280, 900);
        KnownVisits.visit(moderator, room, mona, "moderator", "");
        Locator label = moderator.locator("#spot option").first();
        assertThat(label).hasText("Folgt: Plan");

        Poll poll = pollOfSixteen(mona, room, Api.object("secret", false));
        assertThat(screen.locator("#stage")).hasText("Welche Variante?");
        assertThat(label).hasText("Folgt: Welche Variante?");
        screen.keyboard().press("PageDown");
        assertThat(screen.locator("header .num")).containsText("Seite 2 von");
        poll.cast(paula.api(), List.of(poll.options().get(0))).expect(200);
        poll.close();
        assertThat(screen.locator(".stage [data-state=closed]")).isVisible();
        assertThat(screen.locator("header .num")).containsText("Seite 1 von");

        String runoff = mona.api()
                .post(
                        poll.path() + "/runoff",
                        Api.object("options", poll.options().subList(0, 2)))
                .expect(201)
                .get("id")
                .asText();
        mona.api()
                .post(room.path() + "/polls/" + runoff + "/open", Api.object())
                .expect(200);
        assertThat(screen.locator(".stage [data-state=open]")).isVisible();
        assertThat(screen.locator(".stage .options li")).hasCount(2);
        theModeratorsCodeIsCovered(moderator, room);
    }

    /** The page may be on a wall. */
    private static void theModeratorsCodeIsCovered(Page moderator, Workshop room) {
        moderator.locator("button.menu").click();
        Browsers.button(moderator, "Codes zum Beitreten").click();
        Locator codes = moderator.getByRole(AriaRole.DIALOG).locator(".code-list");
        assertThat(codes).containsText("•••••");
        Pattern code = Pattern.compile(room.code("moderator").replaceAll("(.)", "$1\\\\s*"));
        assertThat(codes).not().containsText(code);
        Browsers.button(codes, "Zeigen").click();
        assertThat(codes).containsText(code);
    }

    /** The widest header there is: cut off, with the time up. */
    @Test
    void noHeaderPushesTheCodeOrTheTimeOffTheWall() {
        Workshop room = Workshop.open(
                server.base(),
                Api.object("title", "Verwaltungszusammenarbeitsvereinbarung der Gemeinden fortschreiben"));
        Workshop.Person mona = room.moderator("Mona");
        Page screen = browsers.page(1920, 1080);
        KnownVisits.remember(screen, room, room.viewer("Wand"), "viewer");
        screen.navigate(server.base() + "/screen.html?room=" + room.id());
        assertThat(screen.locator("h1").first()).containsText("Verwaltungszusammenarbeit", slowly());
        mona.api()
                .patch(room.path(), Api.object("timer", Api.object("seconds", 3)))
                .expect(200);
        assertThat(screen.locator(".timer")).containsText("Zeit ist um", slowly());
        screen.context().setOffline(true);
        assertThat(screen.locator("header .chip.live"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SLOW));
        for (int[] size : BEAMERS) {
            screen.setViewportSize(size[0], size[1]);
            settled(screen);
            assertEquals(List.of(), screen.evaluate(BEYOND), "at " + size[0] + "×" + size[1]);
        }
    }

    private static LocatorAssertions.ContainsTextOptions slowly() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW);
    }

    /** Each of the numbered things is on some page of every beamer, and nothing on any page is cut. */
    private static void everythingIsSeen(Page screen, String word) {
        for (int[] size : BEAMERS) {
            screen.setViewportSize(size[0], size[1]);
            Set<String> missing = new TreeSet<>();
            IntStream.rangeClosed(1, word.equals("Absatz") ? 12 : 16).forEach(n -> missing.add(word + " " + n + ":"));
            String first = "";
            for (int page = 0; page < 100 && !missing.isEmpty(); page++) {
                Map<?, ?> seen = seen(screen);
                String where = word + " at " + size[0] + "×" + size[1] + ", " + seen.get("sign");
                assertEquals(List.of(), seen.get("cut"), where);
                assertTrue(
                        page == 0 || !first.equals(seen.get("sign")), where + ": back at the start without " + missing);
                first = page == 0 ? String.valueOf(seen.get("sign")) : first;
                missing.removeIf(String.valueOf(seen.get("words"))::contains);
                screen.keyboard().press("PageDown");
                settled(screen);
            }
            assertEquals(Set.of(), missing);
        }
    }

    private static Map<?, ?> seen(Page screen) {
        settled(screen);
        return (Map<?, ?>) screen.evaluate(SEEN);
    }

    /** What was to be drawn is drawn after two frames. */
    private static void settled(Page screen) {
        screen.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private static void spotlight(Workshop.Person moderator, Workshop room, String id) {
        moderator.api().patch(room.path(), Api.object("spotlight", id)).expect(200);
    }

    private static String stepWithTwelveParagraphs(Workshop.Person moderator, Workshop room) {
        String path = room.path() + "/plan";
        StringBuilder details = new StringBuilder();
        IntStream.rangeClosed(1, 12).forEach(n -> details.append("Absatz ")
                .append(n)
                .append(": ")
                .append(SENTENCES.repeat(2))
                .append("\n\n"));
        Object steps = List.of(Api.object("title", "Antrag übernehmen", "details", details.toString()));
        moderator.api().put(path, Api.object("steps", steps)).expect(200);
        return moderator.api().get(path).expect(200).at("/steps/0/id").asText();
    }

    private static Poll pollOfSixteen(Workshop.Person moderator, Workshop room, Map<String, Object> settings) {
        List<Map<String, Object>> options = IntStream.rangeClosed(1, 16)
                .mapToObj(n -> Api.object("label", "Variante " + n + ": " + SENTENCES.substring(0, 60)))
                .toList();
        return Poll.open(
                room,
                moderator.api(),
                Api.object(
                        "question",
                        "Welche Variante?",
                        "method",
                        "approval",
                        "options",
                        options,
                        "settings",
                        settings));
    }
}
