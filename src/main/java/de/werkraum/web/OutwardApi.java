package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.event.StatusLinks;
import io.vertx.ext.web.Router;

/** The routes of what is opened to others by a secret that is shown once, and of the servers that are told of acts. */
final class OutwardApi {
    private final Api shared;
    private final Parts parts;
    private final EventGate doors;
    private final Limits limits;
    private final Addresses addresses;

    OutwardApi(Api shared) {
        this.shared = shared;
        parts = shared.parts();
        doors = shared.doors();
        limits = parts.limits();
        addresses = shared.addresses();
    }

    void mount(Router api) {
        programs(api);
        calendars(api);
        reports(api);
        new PublishRoutes(doors, parts.stores(), addresses, parts.ids(), parts.clock(), shared.once()).mount(api);
        new ResultRoutes(parts.stores().publications(), parts.results(), parts.wrongFeeds()).mount(api);
    }

    /** What other programs are let in by, and told. */
    private void programs(Router api) {
        new HookRoutes(
                        doors.gate(),
                        parts.stores().hooks(),
                        parts.courier(),
                        parts.secrets(),
                        parts.ids(),
                        parts.clock(),
                        limits.hooks(),
                        shared.once())
                .mount(api);
        new KeyRoutes(doors, parts.stores(), parts.secrets(), parts.ids(), parts.clock(), limits, shared.once())
                .mount(api);
    }

    private void calendars(Router api) {
        new FeedRoutes(doors, parts.stores(), addresses, parts.founding(), limits, shared.once()).mount(api);
        new FeedRoute(
                        parts.stores(),
                        parts.material(),
                        parts.press(),
                        parts.clock(),
                        parts.feedPace(),
                        parts.wrongFeeds(),
                        limits.secrets())
                .mount(api);
    }

    /** Reports of whoever is in charge of steps. */
    private void reports(Router api) {
        new StatusLinkRoutes(
                        doors.gate(),
                        parts.stores().statusLinks(),
                        parts.plans(),
                        addresses,
                        parts.founding(),
                        limits,
                        shared.once())
                .mount(api);
        new StatusRoute(
                        parts.stores(),
                        parts.plans(),
                        new StatusLinks(parts.stores(), parts.rooms(), parts.clock(), limits.afterwards()),
                        parts.ids(),
                        parts.clock(),
                        parts.statusPace(),
                        parts.wrongFeeds(),
                        shared.once(),
                        limits.afterwards())
                .mount(api);
    }
}
