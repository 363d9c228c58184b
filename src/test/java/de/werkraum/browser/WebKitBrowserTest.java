package de.werkraum.browser;

import de.werkraum.support.Api;
import de.werkraum.support.Conditions;
import de.werkraum.support.NarrowWire;
import de.werkraum.support.TestServer;
import de.werkraum.support.Workshop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** WebKit, as phones have it: joins, writes beside others, votes, reads the result. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class WebKitBrowserTest {
    private static final Duration SLOW = Duration.ofSeconds(30);
    private static final String TITLE = ".step textarea.step-title";

    @Test
    void aPhonesEngineTakesPart() {
        try (TestServer server = TestServer.start();
                NarrowWire wire = new NarrowWire(server.base(), NarrowWire.Way.OPEN);
                WebKit page = WebKit.start()) {
            Workshop room = Workshop.open(server.base());
            Api mona = room.moderator("Mona").api();
            Object step = Api.object("title", "Antrag", "start", "2027-01-29");
            mona.put(room.path() + "/plan", Api.object("steps", List.of(step))).expect(200);
            page.open(wire.base() + "/#" + room.code("participant"));
            sees(page, "document.documentElement.dataset.ready === '1'");
            page.type("#name", "Wilma");
            page.click("form button.primary");
            sees(page, "document.querySelector('" + TITLE + "')?.value === 'Antrag'");
            page.type(TITLE, " stellen");
            Conditions.await("what was typed is in the plan", SLOW, () -> title(mona, room)
                    .equals("Antrag stellen"));
            emptyDatesLookEmpty(page);
            wire.become(NarrowWire.Way.CUT);
            sees(page, "document.querySelector('.save').dataset.state === 'offline'");
            page.type(TITLE, ", offline");
            sees(page, "document.querySelector('.save').textContent.includes('noch nicht gespeichert')");
            wire.become(NarrowWire.Way.OPEN);
            Conditions.await("what was typed offline is in the plan", SLOW, () -> title(mona, room)
                    .equals("Antrag stellen, offline"));
            sees(page, "document.querySelector('.save').dataset.state === 'saved'");

            Object settings = Api.object("secret", false, "presentOnly", true);
            String path = room.path() + "/polls";
            String poll = path
                    + "/"
                    + mona.post(path, Api.object("question", "Gut?", "method", "consent", "settings", settings))
                            .expect(201)
                            .get("id")
                            .asText();
            mona.post(poll + "/open", Api.object()).expect(200);
            sees(page, "document.querySelector('article.poll form input[value=yes]') !== null");
            page.value("document.querySelector('article.poll form input[value=yes]').click()");
            page.value("document.querySelector('article.poll form button.primary').click()");
            sees(page, "document.querySelector('.receipt b')?.textContent.length > 0");
            mona.post(poll + "/close", Api.object()).expect(200);
            sees(page, "document.querySelector('article.poll .verdict.good') !== null");
            page.open(wire.base() + "/screen.html#" + room.code("viewer"));
            sees(page, "document.querySelector('.stage .verdict')?.textContent.includes('Angenommen')");
        }
    }

    /** The style sheet hides today's date where nothing is written. */
    private static void emptyDatesLookEmpty(WebKit page) {
        page.click(".step button[aria-expanded=false]");
        sees(page, "document.querySelector('.step input[id^=due][type=date]')?.matches('[data-empty]') === true");
        sees(
                page,
                "document.querySelector('.step input[id^=start][type=date]:not([data-empty])')?.value === '2027-01-29'");
    }

    private static void sees(WebKit page, String what) {
        Conditions.await(what, SLOW, () -> page.value(what).asBoolean());
    }

    private static String title(Api mona, Workshop room) {
        return mona.get(room.path() + "/plan").expect(200).at("/steps/0/title").asText();
    }
}
