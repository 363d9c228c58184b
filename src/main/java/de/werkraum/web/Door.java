package de.werkraum.web;

import de.werkraum.room.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What every request passes: security headers, the check of {@code Origin}, and errors as problem+json. */
final class Door {
    private static final Logger LOG = Logger.getLogger(Door.class.getName());
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Door() {}

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

    static void headers(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
        context.next();
    }

    /** No other site's page may call, whatever token it got hold of. */
    static Handler<RoutingContext> origin(@Nullable URI publicUrl) {
        return context -> {
            String origin = context.request().getHeader("Origin");
            if (origin == null || sameSite(context.request(), origin, publicUrl)) {
                context.next();
            } else {
                context.fail(Problem.forbidden("foreignOrigin", "Requests from other sites are not served."));
            }
        };
    }

    private static boolean sameSite(HttpServerRequest request, String origin, @Nullable URI publicUrl) {
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

    /** Sends a failure as problem+json; a bug is logged once, with its id and without what was sent. */
    static void fail(RoutingContext context) {
        Problem problem = problem(context);
        if (!context.response().headWritten()) {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Cache-Control", "no-store");
            if (problem.status() == 429) {
                context.response().putHeader("Retry-After", "1");
            }
            context.response().end(problem.toJson().toBuffer());
        } else {
            context.response().reset();
        }
    }

    private static Problem problem(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof Problem problem) {
            return problem;
        }
        int status = failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
        if (status >= 400 && status < 500) {
            return status == 413
                    ? Problem.of(413, "tooLarge", "The body is too large")
                    : status == 404
                            ? Problem.notFound("There is nothing at this address.")
                            : Problem.of(status, "http" + status, "Refused");
        }
        if (failure != null && Outage.is(failure)) {
            return Problem.unavailable("The database is out of reach. Please try again shortly.");
        }
        String id = UUID.randomUUID().toString();
        LOG.log(
                Level.SEVERE,
                failure,
                () -> "Request failed, id " + id + ": " + context.request().method() + " " + context.normalizedPath());
        return Problem.of(500, "internal", "Internal error, id " + id);
    }
}
