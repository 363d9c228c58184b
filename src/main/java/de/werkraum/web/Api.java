package de.werkraum.web;

import de.werkraum.problem.Problem;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * {@code /api/v1}: what the routes of one instance share besides the parts of the server.
 *
 * @param doors who is let in to events and rooms
 * @param once how requests are done that may come again
 */
record Api(Vertx vertx, Parts parts, EventGate doors, Once once, Passes passes, Addresses addresses) {
    private static Api of(Vertx vertx, Parts parts, Gate gate) {
        EventGate doors =
                new EventGate(gate, new Scripts(gate, parts.keyring(), parts.stores(), parts.acts()), parts.stores());
        Once once = new Once(parts.stores().requests(), parts.clock());
        Passes passes = new Passes(
                doors,
                parts.doors(),
                parts.stores(),
                parts.errands(),
                parts.ids(),
                parts.clock(),
                once,
                parts.limits().events());
        Addresses addresses = new Addresses(parts.secrets(), parts.config().publicUrl());
        return new Api(vertx, parts, doors, once, passes, addresses);
    }

    /** All routes. What takes whole files stands before what reads bodies. */
    static Router router(Vertx vertx, Context loop, Parts parts, Gate gate, Bodies bodies) {
        Api shared = of(vertx, parts, gate);
        Router api = Router.router(vertx);
        new StreamRoute(vertx, loop, gate, parts.entrance()).mount(api);
        api.route().handler(bodies::pass);
        RoomApi rooms = new RoomApi(shared);
        EventApi events = new EventApi(shared);
        rooms.mountUploads(api);
        events.mountUploads(api);
        api.route()
                .handler(BodyHandler.create(false)
                        .setBodyLimit(parts.limits().requests().bodyBytes()));
        api.route().handler(context -> Body.early(context, parts.plans().aside()));
        new OpenApiRoute().mount(api);
        new LoginRoute(parts.doors()).mount(api);
        new SignOnRoutes(parts.doors(), parts.config().joinUrl()).mount(api);
        events.mount(api);
        rooms.mount(api);
        new OutwardApi(shared).mount(api);
        api.route().handler(context -> context.fail(Problem.notFound("There is nothing at this address.")));
        return api;
    }

    Gate gate() {
        return doors.gate();
    }

    Scripts scripts() {
        return doors.scripts();
    }
}
