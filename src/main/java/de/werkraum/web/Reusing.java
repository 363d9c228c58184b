package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanTree;
import de.werkraum.plan.Reuse;
import de.werkraum.problem.Problem;
import de.werkraum.room.Founding;
import de.werkraum.wire.Trees;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans from elsewhere, as they were exported, as beginnings of rooms. */
final class Reusing {
    private final Founding founding;
    private final ImportDesk desk;
    private final Limits.Texts limits;

    Reusing(Founding founding, ImportDesk desk, Limits.Texts limits) {
        this.founding = founding;
        this.desk = desk;
        this.limits = limits;
    }

    /**
     * Reads a plan and makes the beginning of a room of it, beside the event loops.
     *
     * @param title of the room; null for the plan's own
     * @param fresh without status, dates and who does it
     */
    Future<Founding.Beginning> begin(
            JsonObject plan, @Nullable String title, boolean fresh, @Nullable UUID event, String language) {
        return desk.read(() -> founding.reusing(reuse(plan, title, fresh), event, language));
    }

    private Reuse reuse(JsonObject tree, @Nullable String title, boolean fresh) {
        Plan plan = parse(tree);
        String name = title == null ? Reusing.title(tree, plan) : title;
        if (name.isEmpty()) {
            throw Problem.invalid(List.of(new Problem.Field("/title", "is required")));
        }
        String from = tree.getValue("room") instanceof String room
                ? Ids.parse(room).map(UUID::toString).orElse(null)
                : null;
        return Reuse.of(plan, from, shortened(name), fresh, founding.clock().instant());
    }

    /** A plan without a title is called as its room was. */
    private static String title(JsonObject tree, Plan plan) {
        String title = plan.title().strip();
        Object room = tree.getValue("roomTitle");
        return title.isEmpty() && room instanceof String text ? text.strip() : title;
    }

    private String shortened(String title) {
        String line = title.replaceAll("[\\p{Cntrl}\\s]+", " ");
        int points = line.codePointCount(0, line.length());
        return points <= limits.titleChars()
                ? line
                : line.substring(0, line.offsetByCodePoints(0, limits.titleChars()));
    }

    private Plan parse(JsonObject json) {
        Object tree = Trees.plain(json);
        if (!PlanTree.isPlan(tree)) {
            throw Problem.invalid(List.of(new Problem.Field(
                    "/plan", "must be a plan as a room exports it, with a title and a list of steps")));
        }
        return PlanRoutes.accepted(
                PlanTree.parse(tree, Plan.EMPTY, () -> founding.ids().next().toString()), "/plan");
    }
}
