package de.werkraum;

import de.werkraum.access.Role;
import de.werkraum.plan.Template;
import de.werkraum.plan.Templates;
import de.werkraum.room.Founding;
import de.werkraum.store.StoredEvent;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/**
 * The demo workshop of the first start: an event with one room, its plan made from the first template.
 *
 * @param codes the room's codes by role
 */
public record Demo(Map<Role, String> codes) {
    private static final String MADE = "demo";

    /** Makes it once in the life of a database. */
    static Future<Optional<Demo>> found(Stores stores, Founding founding, Templates templates) {
        return stores.settings()
                .get(MADE)
                .compose(made -> made.isPresent()
                        ? Future.succeededFuture(Optional.empty())
                        : make(stores, founding, templates)
                                .compose(demo ->
                                        stores.settings().put(MADE, "made").map(Optional.of(demo))));
    }

    private static Future<Demo> make(Stores stores, Founding founding, Templates templates) {
        Template template = templates.all().get(0);
        StoredEvent event = new StoredEvent(founding.ids().next(), "Werkstatt zum Ausprobieren", null, null);
        return stores.events()
                .create(event, founding.clock().instant(), null)
                .compose(done -> founding.found(template.title().de(), event.id(), "de", template, null))
                .compose(room -> stores.codes().shared(room.id()))
                .map(Demo::new);
    }

    /** The address that brings somebody in with that role. */
    String link(String base, Role role) {
        return base + "/#" + codes.get(role);
    }
}
