package de.werkraum.web;

import de.werkraum.Config;
import de.werkraum.Limits;
import de.werkraum.access.Ids;
import de.werkraum.access.JoinCodes;
import de.werkraum.access.Secrets;
import de.werkraum.bridge.Bridge;
import de.werkraum.event.Gathering;
import de.werkraum.event.Material;
import de.werkraum.event.StepCounts;
import de.werkraum.handover.HandOver;
import de.werkraum.hook.Courier;
import de.werkraum.metrics.Metrics;
import de.werkraum.plan.StepWatch;
import de.werkraum.plan.Templates;
import de.werkraum.press.Press;
import de.werkraum.room.Entrance;
import de.werkraum.room.Founding;
import de.werkraum.room.Plans;
import de.werkraum.room.Rooms;
import de.werkraum.store.Database;
import de.werkraum.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the routes need, the same for all instances of the server. */
public record Parts(
        Config config,
        Clock clock,
        Database database,
        Stores stores,
        Doors doors,
        Templates templates,
        Founding founding,
        Rooms rooms,
        Entrance entrance,
        @Nullable Bridge bridge,
        Errands errands,
        Plans plans,
        Press press,
        Material material,
        Gathering gathering,
        WrongCodes wrongCodes,
        Acts acts,
        Ledger ledger,
        Refusals refusals,
        AtomicInteger connections,
        Map<UUID, Visit> visits,
        Boards boards,
        Walls walls,
        Onlookers onlookers,
        Strangers strangers,
        ImportDesk desk,
        HandOver handOver,
        Secrets secrets,
        Courier courier,
        Keys keyring,
        Acts feedPace,
        Acts statusPace,
        WrongCodes wrongFeeds,
        Results results,
        Pages pages,
        Metrics metrics) {
    /** With the counts of what is limited, which all instances share. */
    public static Parts of(
            Vertx vertx,
            Config config,
            Clock clock,
            Database database,
            Stores stores,
            Doors doors,
            Templates templates,
            Founding founding,
            Rooms rooms,
            Entrance entrance,
            @Nullable Bridge bridge,
            Plans plans,
            Press press,
            Secrets secrets,
            Courier courier,
            Metrics metrics) {
        Limits limits = config.limits();
        Ledger ledger = new Ledger(limits.messages(), System::nanoTime);
        metrics.gauge("werkraum_partial_bytes", "Bytes of WebSocket messages that are not whole yet.", ledger::held);
        Map<UUID, Visit> visits = new ConcurrentHashMap<>();
        metrics.gauge("werkraum_visits", "Connections without a WebSocket.", visits::size);
        Errands errands = new Errands(rooms, stores, bridge, limits.texts());
        StepCounts counts = new StepCounts(
                stores.plans()::heads, room -> plans.read(room, (doc, version) -> StepWatch.count(doc)), clock::millis);
        Boards boards = new Boards(stores, errands, counts, clock);
        Material material = new Material(stores, plans, templates, clock);
        Gathering gathering = new Gathering(stores, material, clock, limits.afterwards());
        return new Parts(
                config,
                clock,
                database,
                stores,
                doors,
                templates,
                founding,
                rooms,
                entrance,
                bridge,
                errands,
                plans,
                press,
                material,
                gathering,
                wrong(limits),
                new Acts(vertx, limits.requests(), System::nanoTime),
                ledger,
                new Refusals(System::nanoTime, limits.connections().refusedSeconds()),
                new AtomicInteger(),
                visits,
                boards,
                new Walls(stores, boards, clock, config.joinUrl()),
                new Onlookers(limits.events().looksPerPerson()),
                new Strangers(System::nanoTime),
                new ImportDesk(vertx, limits.imports()),
                new HandOver(vertx, config.exporting().handoverHosts(), limits.handover()),
                secrets,
                courier,
                new Keys(stores.keys(), clock, wrong(limits)),
                pace(vertx, limits.secrets().feedsPerSecond(), limits.requests()),
                pace(vertx, limits.afterwards().statusPerSecond(), limits.requests()),
                wrong(limits),
                new Results(stores, gathering, press, clock, limits.afterwards()),
                Pages.read(),
                metrics);
    }

    private static WrongCodes wrong(Limits limits) {
        return new WrongCodes(limits.requests().wrongCodesPerSecond(), System::nanoTime);
    }

    /** A pace of its own for what is asked for by an address alone. */
    private static Acts pace(Vertx vertx, int perSecond, Limits.Requests usual) {
        var limits = new Limits.Requests(
                usual.bodyBytes(), usual.anyBodyBytes(), perSecond, usual.bytesPerAct(), usual.wrongCodesPerSecond());
        return new Acts(vertx, limits, System::nanoTime);
    }

    Ids ids() {
        return founding.ids();
    }

    JoinCodes codes() {
        return founding.codes();
    }

    Limits limits() {
        return config.limits();
    }

    /** Answers what other servers, if there are any, have to do in rooms of this one. */
    public Future<Void> answer() {
        Bridge others = bridge;
        return others == null ? Future.succeededFuture() : others.answer(errands::hear);
    }
}
