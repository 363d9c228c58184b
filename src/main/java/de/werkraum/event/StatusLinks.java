package de.werkraum.event;

import de.werkraum.Limits;
import de.werkraum.crdt.Doc;
import de.werkraum.plan.InCharge;
import de.werkraum.plan.Minutes;
import de.werkraum.plan.Plan;
import de.werkraum.plan.PlanReader;
import de.werkraum.plan.Status;
import de.werkraum.plan.StatusReport;
import de.werkraum.plan.Step;
import de.werkraum.problem.Problem;
import de.werkraum.room.Room;
import de.werkraum.room.Rooms;
import de.werkraum.store.AuditEntry;
import de.werkraum.store.Request;
import de.werkraum.store.StatusLinkStore.Link;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be seen and said by links that know no account: some steps, or those of one who is in charge, and nothing else. */
public final class StatusLinks {
    private final Stores stores;
    private final Rooms rooms;
    private final Clock clock;
    private final Limits.Afterwards limits;

    /** Reports into these rooms. */
    public StatusLinks(Stores stores, Rooms rooms, Clock clock, Limits.Afterwards limits) {
        this.stores = stores;
        this.rooms = rooms;
        this.clock = clock;
        this.limits = limits;
    }

    /** The steps of a plan that a link is for; what was dropped is nobody's any more. */
    public static List<Step> steps(Link link, Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.status() != Status.DROPPED && covers(link, step))
                .toList();
    }

    private static boolean covers(Link link, Step step) {
        List<String> steps = link.steps();
        String responsible = link.responsible();
        return steps != null
                ? steps.contains(step.id())
                : responsible != null && InCharge.isFor(step.responsible(), responsible);
    }

    /**
     * Writes a report into the plan, for everybody in the room to see, also where the room is closed: that is when reports come. Completes when it
     * is saved and noted.
     *
     * @param request what asked for it, if that may come again
     */
    public Future<Void> report(Link link, StatusReport report, @Nullable Request request) {
        Instant now = clock.instant();
        LocalDate day = now.atZone(Minutes.ZONE).toLocalDate();
        return stores.statusLinks()
                .reporting(link.id(), now, day, limits.reportsPerDay())
                .compose(may -> may
                        ? rooms.at(link.room(), room -> write(room, link, report, request))
                        : Future.failedFuture(Problem.tooMany("Enough was reported by this link for today.")));
    }

    private static Problem elsewhere() {
        return Problem.notFound("This link has no such step.");
    }

    private Future<Void> write(Room room, Link link, StatusReport report, @Nullable Request request) {
        boolean[] written = new boolean[1];
        return room.edit(doc -> written[0] = covered(link, doc, report)
                        && report.write(doc, room.state().language()))
                .compose(done -> written[0] ? room.savedSoon() : Future.failedFuture(elsewhere()))
                .compose(saved -> {
                    Status status = report.status();
                    AuditEntry note = room.note(null, "statusReported")
                            .with("link", link.id().toString())
                            .with("step", report.step())
                            .with("status", status == null ? null : status.code())
                            .asked(request);
                    return stores.audit().note(note);
                });
    }

    private static boolean covered(Link link, Doc doc, StatusReport report) {
        return steps(link, PlanReader.read(doc)).stream()
                .anyMatch(step -> step.id().equals(report.step()));
    }
}
