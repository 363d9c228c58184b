package de.werkraum.web;

import de.werkraum.Limits;
import io.vertx.ext.web.Router;

/** The routes of rooms: who is in them, their plans, polls and cards, and what leaves them as a document. */
final class RoomApi {
    private final Api shared;
    private final Parts parts;
    private final Gate gate;
    private final Limits limits;
    private final ImportRoutes imports;

    RoomApi(Api shared) {
        this.shared = shared;
        parts = shared.parts();
        gate = shared.gate();
        limits = parts.limits();
        imports = new ImportRoutes(
                gate,
                parts.stores(),
                parts.rooms(),
                parts.plans(),
                parts.desk(),
                parts.ids(),
                parts.clock(),
                limits.imports());
    }

    void mountUploads(Router api) {
        imports.mountUpload(api);
    }

    void mount(Router api) {
        rooms(api);
        people(api);
        plans(api);
        new PollRoutes(gate, shared.scripts(), parts.rooms(), limits.texts(), shared.once()).mount(api);
        new CardRoutes(gate, parts.rooms(), limits).mount(api);
    }

    private void rooms(Router api) {
        new RoomRoutes(
                        gate,
                        shared.scripts(),
                        parts.stores(),
                        parts.rooms(),
                        parts.errands(),
                        parts.founding(),
                        parts.codes(),
                        parts.templates(),
                        parts.config(),
                        shared.once(),
                        new Reusing(parts.founding(), parts.desk(), limits.texts()))
                .mount(api);
        new AuditRoute(gate, parts.stores().audit()).mount(api);
    }

    private void people(Router api) {
        new JoinRoute(
                        gate,
                        parts.doors(),
                        parts.stores(),
                        parts.errands(),
                        parts.ids(),
                        parts.clock(),
                        limits,
                        parts.wrongCodes(),
                        shared.once(),
                        shared.passes())
                .mount(api);
        new PersonalRoutes(gate, parts.stores(), parts.rooms(), parts.founding(), parts.errands()).mount(api);
        new MemberRoutes(gate, parts.stores(), parts.rooms(), parts.founding(), limits.texts()).mount(api);
    }

    /** Plans as they come, stand, stood, and go. */
    private void plans(Router api) {
        imports.mount(api);
        new PlanRoutes(shared.scripts(), parts.stores(), parts.rooms(), parts.plans(), parts.ids()).mount(api);
        new VersionRoutes(
                        gate,
                        parts.stores().versions(),
                        parts.rooms(),
                        limits.texts(),
                        shared.once(),
                        parts.plans(),
                        parts.desk())
                .mount(api);
        new FeedbackRoutes(
                        gate,
                        parts.stores().versions(),
                        parts.plans(),
                        parts.rooms(),
                        parts.desk(),
                        parts.clock(),
                        limits)
                .mount(api);
        new ExportRoutes(shared.scripts(), parts.stores(), parts.material(), parts.press(), parts.founding())
                .mount(api);
        new HandoverRoute(gate, parts.stores(), parts.material(), parts.press(), parts.handOver(), parts.founding())
                .mount(api);
    }
}
