package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import de.werkraum.Limits;
import de.werkraum.support.Api;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Single things of the pages about polls. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class PollBrowserTest {
    /** Milliseconds a busy machine may take. */
    private static final double SLOW = 60_000;

    private static final int PEOPLE = Limits.standard().polls().listedBallots() + 1;

    @Test
    void theListComesWhenItIsOpened() {
        try (TestServer server = TestServer.start();
                Browsers browsers = Browsers.start()) {
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
                    .containsText(
                            PEOPLE + " von " + PEOPLE, new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW));
            assertThat(list).hasCount(1);
            assertThat(list.locator("tr")).hasCount(0);
            if (asked.stream().anyMatch(url -> url.endsWith(poll))) {
                throw new AssertionError("asked before anybody wanted it: " + asked);
            }
            list.locator("summary").focus();
            page.keyboard().press("Enter");
            assertThat(list.locator("tbody tr"))
                    .hasCount(PEOPLE, new LocatorAssertions.HasCountOptions().setTimeout(SLOW));
            assertThat(list.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Paula")))
                    .containsText("Ja");
            Browsers.requireAccessible("the list of all votes", page);
        }
    }

    @Test
    void whoOpensASecretDraftIsToldThatTooFewMayVote() {
        try (TestServer server = TestServer.start();
                Browsers browsers = Browsers.start()) {
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
                            "erst 1 stimmberechtigte Person",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(SLOW));
            Browsers.requireAccessible("a draft with a warning", page);
            room.participant("Otto");
            room.participant("Ines");
            card.locator("button.primary").focus();
            assertThat(warning).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(SLOW));
        }
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
