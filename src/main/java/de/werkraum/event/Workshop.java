package de.werkraum.event;

import de.werkraum.plan.Plan;
import io.vertx.core.json.JsonArray;
import java.util.UUID;

/**
 * A room of an event as it is now, to take steps from.
 *
 * @param title of the room, that is of its session
 * @param polls as everybody may see them: what is hidden chooses nothing
 */
record Workshop(UUID room, String title, Plan plan, JsonArray polls) {}
