package de.werkraum.web;

import de.werkraum.metrics.Metrics;
import de.werkraum.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every request passes: security headers, the check of {@code Origin}, and errors as problem+json. */
final class Door {
    private static final Logger LOG = Logger.getLogger(Door.class.getName());
    private static final Pattern ROOM = Pattern.compile("^/(?:api/v1/rooms|collab)/([0-9a-fA-F-]{36})(?:/|$)");

    /** Addresses that open something to whoever knows them. */
    private static final Pattern SECRET = Pattern.compile("(/(?:feeds|results|status)/)[^/]+");

    private final Metrics metrics;
    private final Headers headers;
    private final Strangers strangers;

    Door(Metrics metrics, Headers headers, Strangers strangers) {
        this.metrics = metrics;
        this.strangers = strangers;
        this.headers = headers;
    }

    Metrics metrics() {
        return metrics;
    }

    /** Runs a call and sends its answer; a failure goes to {@link #fail}. */
    static Handler<RoutingContext> call(Function<RoutingContext, Future<Reply>> call) {
        return context -> {
            Future<Reply> reply;
            try {
                reply = call.apply(context);
            } catch (RuntimeException e) {
                context.fail(e);
                return;
            }
            reply.onSuccess(answer -> answer.send(context)).onFailure(context::fail);
        };
    }

    void headers(RoutingContext context) {
        if (context.normalizedPath().startsWith(Pages.FILES)) {
            Headers.putToFile(context.response());
        } else {
            headers.put(context.response());
        }
        context.next();
    }

    /** What is no HTTP, or has a head that is too long: 400, 414 or 431. */
    void malformed(HttpServerRequest request) {
        headers.put(request.response());
        HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
    }

    /** No other site's page may call, whatever token it got hold of. */
    Handler<RoutingContext> origin(@Nullable URI publicUrl) {
        return context -> {
            if (sameSite(context.request(), publicUrl)) {
                context.next();
            } else {
                context.fail(foreignOrigin(context.request()));
            }
        };
    }

    /** Behind a proxy that sends another Host this befalls everybody, and whoever runs the server should hear it. */
    Problem foreignOrigin(HttpServerRequest request) {
        strangers.refused(String.valueOf(request.getHeader("Origin")), String.valueOf(request.getHeader("Host")));
        return Problem.forbidden("foreignOrigin", "Requests from other sites are not served.");
    }

    /** Whether {@code Origin}, where sent, is this server's own. */
    static boolean sameSite(HttpServerRequest request, @Nullable URI publicUrl) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        String authority = authority(origin);
        String host = request.getHeader("Host");
        return (host != null && authority.equals(withoutDefaultPort(host)))
                || (publicUrl != null && authority.equals(authority(publicUrl.toString())));
    }

    private static String authority(String url) {
        int start = url.indexOf("://");
        return start < 0 ? url : withoutDefaultPort(url.substring(start + 3));
    }

    private static String withoutDefaultPort(String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(":443") || lower.endsWith(":80") ? lower.substring(0, lower.lastIndexOf(':')) : lower;
    }

    /** Sends a failure as problem+json. */
    void fail(RoutingContext context) {
        if (context.response().headWritten()) {
            context.response().reset();
        } else {
            send(context.request(), problem(context.request(), context.failure(), context.statusCode()));
        }
    }

    /** Refuses a request that did not come through the router. */
    void refuse(HttpServerRequest request, Throwable failure) {
        send(request, problem(request, failure, -1));
    }

    private void send(HttpServerRequest request, Problem refusal) {
        HttpServerResponse response = request.response();
        Problem problem = signed(request.path(), refusal);
        metrics.problem(problem.status(), problem.code());
        headers.put(response);
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store");
        if (problem.status() == 429) {
            response.putHeader("Retry-After", "1");
        }
        response.end(problem.toJson().toBuffer());
    }

    /** Where a room is refused, its id tells pages that this server said so, and nothing between: only then may they let go of it. */
    private static Problem signed(@Nullable String path, Problem problem) {
        Matcher room = ROOM.matcher(path == null ? "" : path);
        return (problem.status() == 401 || problem.status() == 403 || problem.status() == 404) && room.find()
                ? problem.with("room", room.group(1))
                : problem;
    }

    /** What was asked for, without what opens it. */
    private static String asked(HttpServerRequest request) {
        return request.method() + " "
                + SECRET.matcher(String.valueOf(request.path())).replaceAll("$1…");
    }

    /** A bug is logged once, with its id and without what was sent. */
    private static Problem problem(HttpServerRequest request, @Nullable Throwable failure, int statusCode) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        int status = failure instanceof HttpException http ? http.getStatusCode() : statusCode;
        if (status == 413) {
            return Problem.of(413, "tooLarge", "The body is too large");
        } else if (status == 404) {
            return Problem.notFound("There is nothing at this address.");
        } else if (status >= 400 && status < 500) {
            return Problem.of(status, "http" + status, "Refused");
        }
        if (failure != null && Outage.is(failure)) {
            LOG.log(Level.FINE, failure, () -> "Taken for an outage: " + asked(request));
            return Problem.unavailable("The database is out of reach. Please try again shortly.");
        }
        String id = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, failure, () -> "Request failed, id " + id + ": " + asked(request));
        return Problem.of(500, "internal", "Internal error, id " + id);
    }
}
