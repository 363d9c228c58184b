package de.werkraum.browser;

import com.microsoft.playwright.Page;
import de.werkraum.support.Api;
import de.werkraum.support.Workshop;
import java.util.Map;

/** Pages of people whom the browser remembers. */
final class KnownVisits {
    private KnownVisits() {}

    /** The browser remembers somebody's joining. */
    static void remember(Page page, Workshop room, Workshop.Person person, String role) {
        Map<String, Object> session = Api.object(
                "token",
                person.api().token(),
                "member",
                Api.object("id", person.id(), "name", person.name(), "role", role),
                "room",
                Api.object("id", room.id(), "title", "Ein Raum"));
        page.addInitScript("localStorage.setItem('werkraum.session.%s', '%s')".formatted(room.id(), Api.json(session)));
    }

    /** Opens the room, at a section of it, as somebody the browser remembers. */
    static void visit(Page page, Workshop room, Workshop.Person person, String role, String section) {
        remember(page, room, person, role);
        page.navigate(room.nobody().base() + "/room.html?room=" + room.id() + section);
    }
}
