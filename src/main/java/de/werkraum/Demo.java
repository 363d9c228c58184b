package de.werkraum;

import de.werkraum.access.Ids;
import de.werkraum.access.Role;
import de.werkraum.plan.Template;
import de.werkraum.plan.Templates;
import de.werkraum.room.Founding;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.StoredRoom;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The demo workshop of the first start: an event with one room, its plan made from the first template.
 *
 * @param codes the room's codes by role
 */
public record Demo(Map<Role, String> codes) {
    /** Holds the room's id once it is made. */
    private static final String MADE = "demo";

    /** Makes it once in the life of a database, and finds it again on every later start, until its room is deleted. */
    static Future<Optional<Demo>> found(Stores stores, Founding founding, Templates templates) {
        return stores.settings()
                .get(MADE)
                .compose(made -> made.isPresent()
                        ? known(stores, made.get())
                        : make(stores, founding, templates)
                                .compose(room -> stores.settings()
                                        .put(MADE, room.toString())
                                        .map(room))
                                .compose(room -> known(stores, room.toString())));
    }

    private static Future<Optional<Demo>> known(Stores stores, String made) {
        return Ids.parse(made)
                .map(room -> stores.codes()
                        .shared(room)
                        .map(codes -> codes.isEmpty() ? Optional.<Demo>empty() : Optional.of(new Demo(codes))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static Future<UUID> make(Stores stores, Founding founding, Templates templates) {
        Template template = templates.all().get(0);
        StoredEvent event = StoredEvent.fresh(founding.ids().next(), "Werkstatt zum Ausprobieren", null, null);
        return stores.events()
                .create(event, founding.clock().instant(), null)
                .compose(
                        done -> founding.found(founding.fresh(template.title().de(), event.id(), "de", template), null))
                .map(StoredRoom::id);
    }

    /** The address that brings somebody in with that role; a screen needs no name and goes straight to its page. */
    public String link(String base, Role role) {
        return base + (role == Role.VIEWER ? "/screen.html#" : "/#") + codes.get(role);
    }
}
