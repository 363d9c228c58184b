package de.werkraum.web;

import de.werkraum.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** An answer: status, headers, body. */
record Reply(int status, Map<String, String> headers, Buffer body) {
    private static final String ACCOUNT = "account";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    static Reply ok(JsonObject json) {
        return new Reply(200, JSON, json.toBuffer());
    }

    static Reply ok(JsonArray json) {
        return new Reply(200, JSON, json.toBuffer());
    }

    /** JSON that is text already. */
    static Reply json(String text) {
        return new Reply(200, JSON, Buffer.buffer(text));
    }

    static Reply created(JsonObject json) {
        return new Reply(201, JSON, json.toBuffer());
    }

    /** A list of these, each as its JSON. */
    static <T> Reply list(Iterable<T> all, Function<T, JsonObject> json) {
        JsonArray list = new JsonArray();
        all.forEach(one -> list.add(json.apply(one)));
        return ok(list);
    }

    static Reply none() {
        return new Reply(204, Map.of(), Buffer.buffer());
    }

    /** To an act on something, which is unknown where nothing was done. */
    static Reply none(boolean done, Supplier<Problem> unknown) {
        if (!done) {
            throw unknown.get();
        }
        return none();
    }

    /** Names who hears how long the answer to a request is. */
    static void account(RoutingContext context, IntConsumer account) {
        context.put(ACCOUNT, account);
    }

    void send(RoutingContext context) {
        IntConsumer account = context.get(ACCOUNT);
        if (account != null) {
            account.accept(body.length());
        }
        HttpServerResponse response = context.response().setStatusCode(status);
        headers.forEach(response::putHeader);
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.end(body);
    }
}
