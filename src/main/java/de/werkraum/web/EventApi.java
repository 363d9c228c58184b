package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.event.Plenary;
import io.vertx.ext.web.Router;

/** The routes of events: their programmes and people, what is done in all their rooms, and what they came to. */
final class EventApi {
    private final Api shared;
    private final Parts parts;
    private final EventGate doors;
    private final Limits limits;
    private final ProgrammeRoutes programmes;

    EventApi(Api shared) {
        this.shared = shared;
        parts = shared.parts();
        doors = shared.doors();
        limits = parts.limits();
        programmes = new ProgrammeRoutes(
                doors,
                parts.stores(),
                parts.errands(),
                parts.ids(),
                limits,
                parts.templates(),
                parts.config().joinUrl());
    }

    void mountUploads(Router api) {
        new ProgrammeImport(doors, programmes, parts.desk(), parts.ids(), parts.clock(), limits, parts.templates())
                .mountUpload(api);
    }

    void mount(Router api) {
        events(api);
        people(api);
        rooms(api);
        new EventExportRoute(doors, parts.gathering(), parts.press()).mount(api);
        new ProgressRoute(doors, parts.gathering(), parts.press()).mount(api);
    }

    /** Events, and their programmes. */
    private void events(Router api) {
        RoomEnding ending = new RoomEnding(parts.stores(), parts.errands());
        new EventRoutes(doors, parts.stores(), parts.ids(), parts.clock(), limits.texts(), shared.once(), ending)
                .mount(api);
        programmes.mount(api);
        new SessionRoutes(
                        doors,
                        parts.stores(),
                        parts.rooms(),
                        programmes,
                        ending,
                        limits.events().sessionsPerEvent())
                .mount(api);
        new OpeningRoutes(
                        doors,
                        parts.stores(),
                        parts.founding(),
                        programmes,
                        parts.templates(),
                        parts.clock(),
                        shared.addresses())
                .mount(api);
    }

    private void people(Router api) {
        new EventCodeRoutes(
                        doors,
                        parts.stores(),
                        parts.codes(),
                        shared.once(),
                        parts.config().joinUrl())
                .mount(api);
        new PassRoutes(doors, parts.stores(), parts.errands(), shared.passes(), limits.texts()).mount(api);
        new AccountRoutes(doors, parts.doors(), parts.stores(), shared.passes()).mount(api);
        new AgendaRoutes(doors, parts.stores()).mount(api);
    }

    /** What is seen of all rooms, and done with them. */
    private void rooms(Router api) {
        new BoardRoutes(
                        shared.vertx(),
                        doors,
                        parts.stores(),
                        parts.errands(),
                        parts.boards(),
                        parts.onlookers(),
                        parts.clock(),
                        limits.texts())
                .mount(api);
        new PlaylistRoutes(shared.vertx(), doors, parts.stores(), parts.walls(), parts.onlookers(), parts.clock())
                .mount(api);
        Plenary plenary = new Plenary(parts.stores(), parts.rooms(), parts.plans(), parts.clock(), () -> parts.ids()
                .next()
                .toString());
        new CollectRoutes(doors, plenary, parts.ids(), limits.events(), limits.texts()).mount(api);
    }
}
