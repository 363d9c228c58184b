package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Api;
import de.werkraum.support.NarrowWire;
import de.werkraum.support.Poll;
import de.werkraum.support.Workshop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A ballot from the way to it to what it decided, where no WebSocket gets through. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BallotBrowserTest extends SharedBrowserTest {
    private static final String STEP = "018f0000-0000-7000-8000-0000000000b1";

    @Test
    void overTheDetourItIsCastOnceAndCheckedAndWhatItDecidedStays() {
        Workshop room = Workshop.open(server.base());
        Api mona = room.moderator("Mona").api();
        Workshop.Person paula = room.participant("Paula");
        List<Workshop.Person> others = List.of(room.participant("Otto"), room.participant("Ines"));
        Object steps = List.of(Api.object("id", STEP, "title", "Antrag"));
        mona.put(room.path() + "/plan", Api.object("steps", steps)).expect(200);
        try (NarrowWire wire = new NarrowWire(server.base(), NarrowWire.Way.REFUSES_SOCKETS)) {
            Page page = browsers.page(1280, 900);
            KnownVisits.remember(page, room, paula, "participant");
            page.navigate(wire.base() + "/room.html?room=" + room.id());
            assertThat(page.locator(".save")).containsText("langsamere Verbindung");
            Poll poll = Poll.open(room, mona, onStep("Machen wir das?", "consent"));
            theWayThereIsShort(page);
            Locator yes = page.getByRole(
                    AriaRole.RADIO, new Page.GetByRoleOptions().setName("Ja").setExact(true));
            Browsers.press(yes);
            wire.become(NarrowWire.Way.CUT);
            assertThat(page.locator(".save[data-state=offline]")).isVisible();
            wire.become(NarrowWire.Way.REFUSES_SOCKETS);
            assertThat(page.locator(".save")).containsText("langsamere Verbindung");
            assertThat(yes).isChecked();
            assertEquals(0, poll.seenBy(mona).get("cast").asInt());
            Browsers.button(page, "Stimme abgeben").click();
            assertThat(page.getByText("Stimme gezählt").first()).isVisible();
            assertEquals(1, poll.seenBy(mona).get("cast").asInt());

            // A secret result is shown from three ballots on.
            for (Workshop.Person other : others) {
                poll.say(other.api(), "yes").expect(200);
            }
            poll.close();
            Browsers.button(page, "Prüfen, ob er gezählt ist").click();
            assertThat(page.locator(".receipt [role=status]")).containsText("Gezählt, wie Sie gestimmt haben: Ja.");
            theDecisionStays(page, room, mona, paula);
        }
    }

    private static Map<String, Object> onStep(String question, String method) {
        return Api.object(
                "question",
                question,
                "method",
                method,
                "options",
                Poll.ofSteps(List.of(STEP)),
                "settings",
                Api.object("secret", method.equals("consent")));
    }

    /** The first press of Tab leads to the link, the next key to the poll. */
    private static void theWayThereIsShort(Page page) {
        Locator skip = page.locator("a.skip[href='#abstimmung']");
        assertThat(skip).not().hasAttribute("hidden", "");
        page.keyboard().press("Tab");
        assertThat(skip).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#polls-h")).isFocused();
    }

    /** A later mood takes no decision's place, and both chips lead to their polls. */
    private static void theDecisionStays(Page page, Workshop room, Api mona, Workshop.Person paula) {
        Poll mood = Poll.open(room, mona, onStep("Wie wichtig?", "fist"));
        mood.cast(paula.api(), 5).expect(200);
        mood.close();
        Locator chips = page.locator(".step .chip[data-poll]");
        assertThat(chips).hasCount(2);
        assertThat(chips.first()).containsText("Beschluss: Angenommen, 3 : 0");
        assertThat(chips.last()).containsText("Mitgetragen");
        chips.first().click();
        assertThat(page.locator("article.poll").filter(new Locator.FilterOptions().setHasText("Machen wir das?")))
                .isInViewport();
    }
}
