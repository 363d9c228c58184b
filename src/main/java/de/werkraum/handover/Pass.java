package de.werkraum.handover;

import de.werkraum.export.ics.IcsFormat;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One hand-over: the tasks one after the other, until its time is over. */
final class Pass {
    private final CalDav calendar;
    private final BooleanSupplier late;
    private final Deque<Act> acts = new ArrayDeque<>();
    private final List<Outcome.Failed> failed = new ArrayList<>();
    private final Promise<Outcome> done = Promise.promise();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    private enum Kind {
        MADE,
        CHANGED,
        UNCHANGED,
        REMOVED
    }

    private record Act(Kind kind, String title, Supplier<Future<Integer>> call) {}

    Pass(CalDav calendar, BooleanSupplier late) {
        this.calendar = calendar;
        this.late = late;
    }

    /** Says what makes of what is there what is to be there. */
    Pass plan(List<IcsFormat.Task> tasks, List<Multistatus.Thing> there, String ending) {
        var old = new HashMap<String, Multistatus.Thing>();
        for (Multistatus.Thing thing : there) {
            String uid = Mark.value(thing.data(), "UID:");
            if (uid.endsWith(ending)) {
                old.put(uid, thing);
            }
        }
        tasks.forEach(task -> plan(task, old));
        // Without our mark it is somebody's own by now.
        old.forEach((uid, thing) -> {
            if (!Mark.in(thing.data()).isEmpty()) {
                acts.add(new Act(Kind.REMOVED, uid, () -> calendar.remove(thing)));
            }
        });
        return this;
    }

    /** Does it. */
    Future<Outcome> run() {
        next();
        return done.future();
    }

    private void plan(IcsFormat.Task task, Map<String, Multistatus.Thing> old) {
        Multistatus.Thing there = old.remove(task.uid());
        if (there == null) {
            String name = task.uid().replace('@', '.') + ".ics";
            acts.add(new Act(Kind.MADE, task.title(), () -> calendar.make(name, Mark.on(task.text()))));
        } else if (Mark.in(there.data()).equals(Mark.of(task.text()))) {
            counts.merge(Kind.UNCHANGED, 1, Integer::sum);
        } else {
            acts.add(new Act(Kind.CHANGED, task.title(), () -> calendar.change(there, Mark.on(task.text()))));
        }
    }

    private void next() {
        if (late.getAsBoolean()) {
            acts.forEach(act -> fail(
                    act,
                    "Die Zeit reichte nicht; beim nächsten Mal geht es hier weiter.",
                    "Time was up; it goes on here next time."));
            acts.clear();
        }
        Act act = acts.poll();
        if (act == null) {
            done.complete(new Outcome(
                    count(Kind.MADE),
                    count(Kind.CHANGED),
                    count(Kind.UNCHANGED),
                    count(Kind.REMOVED),
                    List.copyOf(failed)));
            return;
        }
        act.call().get().onComplete(answered -> {
            if (answered.succeeded()) {
                answered(act, answered.result());
            } else {
                fail(act, "Der Kalender hat nicht geantwortet.", "The calendar didn't answer.");
            }
            next();
        });
    }

    private int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    private void answered(Act act, int status) {
        boolean gone = act.kind() == Kind.REMOVED && (status == 404 || status == 410);
        if (gone || (status >= 200 && status < 300)) {
            counts.merge(act.kind(), 1, Integer::sum);
        } else if (status == 409 || status == 412) {
            fail(
                    act,
                    "Im Kalender wurde sie gerade geändert; bitte noch einmal übergeben.",
                    "It was just changed in the calendar; please hand over again.");
        } else if (status == 401 || status == 403) {
            fail(act, "Der Kalender lässt hier nicht schreiben.", "The calendar lets nobody write here.");
        } else {
            fail(
                    act,
                    "Der Kalender nahm sie nicht an (" + status + ").",
                    "The calendar didn't take it (" + status + ").");
        }
    }

    private void fail(Act act, String de, String en) {
        failed.add(new Outcome.Failed(act.title(), de, en));
    }
}
