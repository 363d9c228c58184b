package de.werkraum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.werkraum.support.Workshop;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A second press makes no second thing, nor does a repetition after an answer that got lost. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class OnceBrowserTest extends SharedBrowserTest {
    @Test
    void aPollIsMadeOnce() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person mona = room.moderator("Mona");
        Page page = browsers.page(1280, 800);
        KnownVisits.visit(page, room, mona, "moderator", "#abstimmung");

        prepare(page, "Machen wir das?");
        Locator open = page.locator("dialog button.primary");
        for (int i = 0; i < 3; i++) {
            open.click();
            assertThat(page.locator("dialog .error")).containsText("niemand");
            assertThat(open).not().hasAttribute("aria-busy", "true");
        }
        assertEquals(1, polls(mona, room), "three tries that could not open");
        page.keyboard().press("Escape");
        assertThat(page.locator("article.poll")).hasCount(1);

        room.participant("Paula");
        prepare(page, "Und das?");
        open.dblclick();
        assertThat(page.locator("dialog")).hasCount(0);
        assertEquals(2, polls(mona, room), "a double click");
    }

    @Test
    void anAnswerThatGotLostMakesNoSecondPoll() {
        Workshop room = Workshop.open(server.base());
        Workshop.Person mona = room.moderator("Mona");
        Page page = browsers.page(1280, 800);
        KnownVisits.visit(page, room, mona, "moderator", "#abstimmung");
        AtomicInteger lost = new AtomicInteger();
        page.route("**/polls", route -> {
            boolean loses = route.request().method().equals("POST") && lost.getAndIncrement() == 0;
            if (loses) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        prepare(page, "Machen wir das?");
        Locator draft = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Als Entwurf sichern"));
        draft.click();
        assertThat(page.locator("dialog .error")).containsText("nicht zu erreichen");
        draft.click();
        assertThat(page.locator("dialog")).hasCount(0);
        assertEquals(2, lost.get());
        assertEquals(1, polls(mona, room));
    }

    private static void prepare(Page page, String question) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Abstimmung vorbereiten"))
                .click();
        page.locator("dialog input[required]").fill(question);
    }

    private static int polls(Workshop.Person moderator, Workshop room) {
        return moderator.api().get(room.path() + "/polls").expect(200).size();
    }
}
