package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pictures of every page and state, for somebody with a designer's eye: {@code mvn -Pscreenshots verify}, then look into {@code target/screenshots}. */
@Timeout(value = 900, unit = TimeUnit.SECONDS)
class ScreenshotsRun {
    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    private static final Path FOLDER = Path.of("target/screenshots");

    /** One look at everything: a device, a colour scheme, a language. */
    private record Look(String name, int width, int height, ColorScheme scheme, String language) {}

    private static final List<Look> LOOKS = List.of(
            new Look("phone-light-de", 390, 844, ColorScheme.LIGHT, "de-DE"),
            new Look("phone-dark-en", 390, 844, ColorScheme.DARK, "en-GB"),
            new Look("laptop-light-de", 1366, 768, ColorScheme.LIGHT, "de-DE"),
            new Look("laptop-dark-en", 1366, 768, ColorScheme.DARK, "en-GB"),
            new Look("beamer-light-de", 1920, 1080, ColorScheme.LIGHT, "de-DE"),
            new Look("beamer-dark-en", 1920, 1080, ColorScheme.DARK, "en-GB"));

    @Test
    void everyPageAndState() {
        try (TestServer server = TestServer.start();
                Browsers browsers = Browsers.start()) {
            String template = Api.of(server.base())
                    .get("/templates")
                    .expect(200)
                    .at("/0/id")
                    .asText();
            Workshop room = Workshop.open(server.base(), Api.object("title", "Wohngeld digital", "template", template));
            Workshop empty = Workshop.open(server.base());
            Hall hall = new Hall(
                    room, room.moderator("Mona Berg"), List.of(room.participant("Paula"), room.participant("Otto")));
            for (String state : List.of("collect", "draft", "open", "closed", "withheld", "locked")) {
                hall.bring(state);
                for (Look look : LOOKS) {
                    shoot(browsers, hall, look, state);
                }
            }
            for (Look look : LOOKS) {
                Page page = page(browsers, look);
                for (String path : List.of(
                        "/", "/organise.html", "/privacy.html", "/accessibility.html", "/licences.html", "/nowhere")) {
                    page.navigate(server.base() + path);
                    save(page, look, path.equals("/") ? "join" : path.replaceAll("[/.]|html", ""));
                }
                KnownVisits.visit(page, empty, empty.moderator("Mona"), "moderator", "");
                assertThat(page.locator("#plan")).isVisible(PATIENT);
                save(page, look, "room-empty");
                page.context().close();
            }
        }
    }

    private static void shoot(Browsers browsers, Hall hall, Look look, String state) {
        Page page = page(browsers, look);
        Workshop room = hall.room();
        for (String role : List.of("moderator", "participant")) {
            Workshop.Person who = role.equals("moderator")
                    ? hall.moderator()
                    : hall.participants().get(0);
            // The address may differ by its section only, which loads nothing.
            page.navigate("about:blank");
            KnownVisits.visit(page, room, who, role, state.equals("collect") ? "" : "#abstimmung");
            assertThat(page.locator("#plan")).isAttached();
            if (!state.equals("collect") && !(state.equals("draft") && role.equals("participant"))) {
                assertThat(page.locator("article.poll").first()).isVisible(PATIENT);
            }
            save(page, look, role + "-" + state);
        }
        page.navigate(room.nobody().base() + "/screen.html#" + room.code("viewer"));
        assertThat(page.locator(".stage > section")).isVisible(PATIENT);
        save(page, look, "screen-" + state);
        page.context().close();
    }

    private static Page page(Browsers browsers, Look look) {
        Page page = browsers.page(look.width(), look.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
        page.addInitScript(
                "localStorage.setItem('werkraum.lang', '" + look.language().substring(0, 2) + "')");
        return page;
    }

    private static void save(Page page, Look look, String name) {
        page.evaluate("() => document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(look.name()).resolve(name + ".png"))
                .setFullPage(false));
    }

    /** A workshop that is brought from one state to the next. */
    private record Hall(Workshop room, Workshop.Person moderator, List<Workshop.Person> participants) {
        void bring(String state) {
            switch (state) {
                case "draft" -> poll(Map.of("secret", false));
                case "open" -> act("open");
                case "closed" -> {
                    participants.forEach(one -> cast(one, "yes"));
                    act("close");
                }
                case "withheld" -> {
                    poll(Map.of());
                    act("open");
                    act("close");
                }
                case "locked" ->
                    moderator
                            .api()
                            .patch(room.path(), Api.object("locked", true, "phase", "results"))
                            .expect(200);
                default -> {}
            }
        }

        private void poll(Map<String, Object> settings) {
            moderator
                    .api()
                    .post(
                            room.path() + "/polls",
                            Api.object(
                                    "question",
                                    "Übernehmen wir den Dienst der Nachbarkommune?",
                                    "method",
                                    "consent",
                                    "settings",
                                    settings))
                    .expect(201);
        }

        private String path() {
            var polls = moderator.api().get(room.path() + "/polls").expect(200);
            return room.path() + "/polls/"
                    + polls.get(polls.size() - 1).get("id").asText();
        }

        private void act(String act) {
            moderator.api().post(path() + "/" + act, Api.object()).expect(200);
        }

        private void cast(Workshop.Person who, String answer) {
            String option =
                    moderator.api().get(path()).expect(200).at("/options/0/id").asText();
            who.api()
                    .put(path() + "/ballot", Api.object("choices", Api.object(option, answer)))
                    .expect(200);
        }
    }
}
