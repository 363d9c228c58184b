package de.werkraum.web;

import de.werkraum.access.Ids;
import de.werkraum.bridge.Bridge;
import de.werkraum.cluster.Settings;
import de.werkraum.problem.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests about rooms that live at another server go on to it as they came, token and all, and its answer comes back as it is. Bodies are passed
 * piece by piece, no faster than the other end takes them.
 */
final class Passing {
    /** Grows with each server that has passed a request on. */
    private static final String PASSED = "X-Werkraum-Passed";

    /** A room may move while a request is on its way, but not again and again. */
    private static final int MOST_PASSED = 4;

    private static final Pattern ROOM = Pattern.compile("^/api/v1/rooms/([0-9a-fA-F-]{36})(?:/.*)?$");
    private static final Pattern VISIT = Pattern.compile("^/collab/[0-9a-fA-F-]{36}/visits/([0-9a-fA-F-]{36})$");
    /** Its connection is bridged, as a WebSocket is. */
    private static final String STREAM = "/stream";

    private static final int CONNECT_MILLIS = 3_000;
    /** Connections to each other server: acts answer within milliseconds, uploads take one each. */
    private static final int CONNECTIONS = 64;
    /** Requests that wait for one of these; further ones are refused. */
    private static final int WAITING = 1_000;

    private static final List<CharSequence> OF_ONE_CONNECTION =
            List.of(HttpHeaders.CONNECTION, HttpHeaders.TRANSFER_ENCODING, "Keep-Alive", HttpHeaders.UPGRADE);

    private final Bridge bridge;
    private final Gate gate;
    private final Door door;
    private final HttpClient client;
    /** What other servers have not answered yet, by where they are reached. */
    private final Map<String, Set<HttpClientRequest>> asked = new ConcurrentHashMap<>();

    /** On the event loop of its requests. */
    Passing(Vertx vertx, Settings settings, Bridge bridge, Gate gate, Door door) {
        this.bridge = bridge;
        this.gate = gate;
        this.door = door;
        Context loop = vertx.getOrCreateContext();
        bridge.whenGone(where -> loop.runOnContext(
                there -> Set.copyOf(asked.getOrDefault(where, Set.of())).forEach(request -> request.reset())));
        HttpClientOptions options =
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setDecompressionSupported(false);
        Settings.Tls tls = settings.tls();
        if (tls != null) {
            tls.secure(options);
            // Whoever has a certificate of that authority is a server: addresses in it add nothing.
            options.setVerifyHost(false);
        }
        client = vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING));
    }

    /** Passes a request on where another server is to answer it; else lets it be answered here. */
    void serve(HttpServerRequest request, Runnable here) {
        Matcher room = ROOM.matcher(request.path());
        Matcher visit = VISIT.matcher(request.path());
        Optional<UUID> id = room.matches() && !request.path().endsWith(STREAM)
                ? Ids.parse(room.group(1))
                : visit.matches() ? Ids.parse(visit.group(1)) : Optional.empty();
        if (id.isEmpty()) {
            here.run();
            return;
        }
        request.pause();
        // Whoever shows no good token is refused here, and asks PostgreSQL nothing.
        gate.sender(request)
                .map(sender -> true)
                .otherwise(false)
                .compose(good -> good ? where(id.get(), visit.matches()) : Future.succeededFuture(Optional.empty()))
                .onSuccess(where -> {
                    if (where.isPresent()) {
                        pass(request, where.get());
                    } else {
                        request.resume();
                        here.run();
                    }
                })
                .onFailure(failure -> {
                    request.resume();
                    door.refuse(request, failure);
                });
    }

    private Future<Optional<String>> where(UUID id, boolean visit) {
        return visit
                ? Future.succeededFuture(
                        Visits.server(id) == bridge.own() ? Optional.empty() : bridge.http(Visits.server(id)))
                : bridge.elsewhere(id);
    }

    /** Whether a request that turned out to be about a room of another server is passed on to it; what it brought is there as a whole. */
    boolean again(RoutingContext context) {
        if (!(context.failure() instanceof Problem problem)
                || !problem.code().equals(Bridge.ELSEWHERE)
                || passed(context.request()) >= MOST_PASSED
                || context.response().headWritten()) {
            return false;
        }
        UUID room = UUID.fromString(problem.toJson().getString("room"));
        Buffer body = context.body() == null ? null : context.body().buffer();
        HttpServerRequest request = context.request();
        bridge.elsewhere(room)
                .compose(where -> where.isEmpty()
                        ? Future.<HttpClientResponse>failedFuture(problem)
                        : to(request, where.get()).compose(passed -> {
                            copy(request, passed);
                            return body == null ? passed.send() : passed.send(body);
                        }))
                .onSuccess(answer -> answer(request.response(), answer))
                .onFailure(failure -> door.refuse(request, problem));
        return true;
    }

    private Future<HttpClientRequest> to(HttpServerRequest request, String where) {
        String[] address = where.split(":", 2);
        return client.request(new RequestOptions()
                        .setMethod(request.method())
                        .setHost(address[0])
                        .setPort(Integer.parseInt(address[1]))
                        .setURI(request.uri()))
                .onSuccess(passed -> {
                    Set<HttpClientRequest> there = asked.computeIfAbsent(where, first -> ConcurrentHashMap.newKeySet());
                    there.add(passed);
                    passed.response().onComplete(answered -> there.remove(passed));
                });
    }

    private void pass(HttpServerRequest request, String where) {
        to(request, where)
                .compose(passed -> send(request, passed))
                .onSuccess(answer -> answer(request.response(), answer))
                .onFailure(failure -> {
                    request.resume();
                    if (!request.response().headWritten()) {
                        door.refuse(
                                request,
                                Problem.unavailable("The server of this room is out of reach. Please try again."));
                    } else {
                        request.response().reset();
                    }
                });
    }

    private static Future<HttpClientResponse> send(HttpServerRequest request, HttpClientRequest passed) {
        copy(request, passed);
        request.response().exceptionHandler(gone -> passed.reset());
        if (request.getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            request.resume();
            return passed.send();
        }
        if (request.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            passed.setChunked(true);
        }
        return passed.send(request);
    }

    private static void copy(HttpServerRequest request, HttpClientRequest passed) {
        passed.headers().setAll(request.headers());
        withoutConnection(passed.headers());
        passed.putHeader(PASSED, "x".repeat(Math.min(MOST_PASSED, passed(request) + 1)));
    }

    private static int passed(HttpServerRequest request) {
        String passed = request.getHeader(PASSED);
        return passed == null ? 0 : passed.length();
    }

    private static void answer(HttpServerResponse response, HttpClientResponse answer) {
        response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
        response.headers().setAll(answer.headers());
        withoutConnection(response.headers());
        if (answer.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            response.setChunked(true);
        }
        response.closeHandler(closed -> answer.request().reset());
        // Whoever reads it has gone, or the other server has: its end says so.
        Future<Void> unused = answer.pipeTo(response);
    }

    private static void withoutConnection(MultiMap headers) {
        OF_ONE_CONNECTION.forEach(headers::remove);
    }
}
