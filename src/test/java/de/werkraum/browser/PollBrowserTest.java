package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.Limits;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Single things of the pages about polls. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class PollBrowserTest extends SharedBrowserTest {
    /** Milliseconds a busy machine may take. */
    private static final double SLOW = 60_000;

    private static final int PEOPLE = Limits.standard().polls().listedBallots() + 1;

    @Test
    void theListComesWhenItIsOpened() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person paula = room.participant("Paula");
        String poll = closedPoll(room, paula);
        Page page = browsers.page(1280, 800);
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        KnownVisits.visit(page, room, paula, "participant", "#abstimmung");
        Locator card = page.locator("article.poll");
        Locator list = card.locator("details", new Locator.LocatorOptions().setHasText("Alle Stimmen"));
        assertThat(card)
                .containsText(PEOPLE + " von " + PEOPLE, new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW));
        assertThat(list).hasCount(1);
        assertThat(list.locator("tr")).hasCount(0);
        if (asked.stream().anyMatch(url -> url.endsWith(poll))) {
            throw new AssertionError("asked before anybody wanted it: " + asked);
        }
        list.locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(list.locator("tbody tr")).hasCount(PEOPLE, new LocatorAssertions.HasCountOptions().setTimeout(SLOW));
        assertThat(list.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Paula")))
                .containsText("Ja");
        Browsers.requireAccessible("the list of all votes", page);
    }

    @Test
    void whoOpensASecretDraftIsToldThatTooFewMayVote() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person mona = room.moderator("Mona");
        room.participant("Paula");
        mona.api()
                .post(room.path() + "/polls", Api.object("question", "Machen wir das?", "method", "consent"))
                .expect(201);
        Page page = browsers.page(390, 844);
        KnownVisits.visit(page, room, mona, "moderator", "#abstimmung");
        Locator card = page.locator("article.poll");
        Locator warning = card.locator(".notice");
        assertThat(warning)
                .containsText(
                        "erst 1 stimmberechtigte Person", new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW));
        Browsers.requireAccessible("a draft with a warning", page);
        room.participant("Otto");
        room.participant("Ines");
        card.locator("button.primary").focus();
        assertThat(warning).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(SLOW));
    }

    /** From the plan and from the list of polls: the same dialog, with the steps that are ticked. */
    @Test
    void bothButtonsPrepareAPollOfWhatIsTicked() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person mona = room.moderator("Mona");
        mona.api()
                .put(room.path() + "/plan", Api.object("steps", List.of(step("Eins"), step("Zwei"), step("Drei"))))
                .expect(200);
        Page page = browsers.page(1280, 640);
        KnownVisits.visit(page, room, mona, "moderator", "");
        for (String step : List.of("1", "3")) {
            Browsers.press(page.getByLabel("Schritt " + step + " auswählen"));
        }
        Locator buttons = Browsers.button(page, "Abstimmung vorbereiten");
        assertThat(buttons).hasCount(2);
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        for (int button = 0; button < 2; button++) {
            buttons.nth(button).click();
            assertThat(dialog.getByLabel(Pattern.compile("^[13]\\. "))).hasCount(2);
            assertThat(dialog.getByLabel("1. Eins")).isChecked();
            assertThat(dialog.getByLabel("3. Drei")).isChecked();
            Browsers.button(dialog, "Schließen").click();
            assertThat(dialog).hasCount(0);
        }
    }

    /** What is missing is said where it is seen, on the smallest window and without scrolling. */
    @Test
    void whatIsMissingIsSeen() {
        Workshop room = Workshop.open(server.base());
        Page page = browsers.page(390, 640);
        KnownVisits.visit(page, room, room.moderator("Mona"), "moderator", "#abstimmung");
        Browsers.button(page, "Abstimmung vorbereiten").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.locator("form").waitFor();
        Browsers.button(dialog, "Jetzt öffnen").click();
        Locator error = dialog.getByText("Bitte schreiben Sie eine Frage.");
        assertThat(error).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        assertThat(dialog.getByRole(AriaRole.TEXTBOX).first()).isFocused();
        Browsers.look("poll-dialog-error", page);
    }

    private static Map<String, Object> step(String title) {
        return Api.object("title", title);
    }

    private static String closedPoll(Workshop room, Workshop.Person first) {
        Api moderator = room.moderator("Mona").api();
        List<Api> people = new ArrayList<>(List.of(first.api()));
        for (int i = 1; i < PEOPLE; i++) {
            people.add(room.participant("Person " + i).api());
        }
        Map<String, Object> draft =
                Api.object("question", "Machen wir das?", "method", "consent", "settings", Api.object("secret", false));
        var made = moderator.post(room.path() + "/polls", draft).expect(201);
        String path = room.path() + "/polls/" + made.get("id").asText();
        String option = made.at("/options/0/id").asText();
        moderator.post(path + "/open", Api.object()).expect(200);
        List<CompletableFuture<Api.Answer>> ballots = people.stream()
                .map(person ->
                        person.sendLater("PUT", path + "/ballot", Api.object("choices", Api.object(option, "yes"))))
                .toList();
        ballots.forEach(ballot -> ballot.join().expect(200));
        moderator.post(path + "/close", Api.object()).expect(200);
        return path;
    }
}
