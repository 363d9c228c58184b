package de.werkraum.web;

import de.werkraum.event.Material;
import de.werkraum.export.Contents;
import de.werkraum.export.Report;
import de.werkraum.export.ics.IcsFormat;
import de.werkraum.handover.HandOver;
import de.werkraum.handover.Outcome;
import de.werkraum.press.Press;
import de.werkraum.room.Founding;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code /rooms/:room/handover}: dated steps as tasks for a calendar elsewhere. May be repeated as it is, so it carries no mark of its own; the
 * password is neither kept nor logged, nor is anything made of it.
 */
final class HandoverRoute {
    /** Longer than addresses of calendars, names and app passwords are, in characters. */
    private static final int LONGEST = 1_000;

    private final Gate gate;
    private final Stores stores;
    private final Material material;
    private final Press press;
    private final HandOver handOver;
    private final Founding founding;

    HandoverRoute(Gate gate, Stores stores, Material material, Press press, HandOver handOver, Founding founding) {
        this.gate = gate;
        this.stores = stores;
        this.material = material;
        this.press = press;
        this.handOver = handOver;
        this.founding = founding;
    }

    void mount(Router api) {
        api.post("/rooms/:room/handover").handler(Door.call(this::handOver));
    }

    private Future<Reply> handOver(RoutingContext context) {
        return gate.moderator(context).compose(caller -> {
            Body body = Body.of(context);
            String url = body.text("url", LONGEST);
            String user = body.text("user", LONGEST);
            String password = body.text("password", LONGEST);
            if (user.contains(":")) {
                body.wrong("user", "must hold no colon");
            }
            body.check();
            var to = new HandOver.Destination(url, user, password);
            return report(caller)
                    .compose(report -> press.aside(() -> IcsFormat.tasks(report))
                            .compose(tasks -> handOver.run(to, tasks, IcsFormat.ending(report))))
                    .compose(outcome -> noted(caller, to).map(Reply.ok(json(outcome))));
        });
    }

    private Future<Report> report(Caller caller) {
        return stores.rooms()
                .get(caller.member().room())
                .compose(room -> material.of(caller.member(), room.orElseThrow(), Contents.ALL))
                .compose(press::report);
    }

    private Future<Void> noted(Caller caller, HandOver.Destination to) {
        return stores.audit().note(founding.note(caller.member(), "handedOver").with("host", to.host()));
    }

    private static JsonObject json(Outcome outcome) {
        var failed = new JsonArray();
        outcome.failed()
                .forEach(one -> failed.add(new JsonObject()
                        .put("title", one.title())
                        .put("sentence", new JsonObject().put("de", one.de()).put("en", one.en()))));
        return new JsonObject()
                .put("made", outcome.made())
                .put("changed", outcome.changed())
                .put("unchanged", outcome.unchanged())
                .put("removed", outcome.removed())
                .put("failed", failed);
    }
}
