package de.werkraum.hook;

import de.werkraum.Limits;
import de.werkraum.outside.Outside;
import de.werkraum.outside.Place;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one request, to the one address that was found to be everybody's. Of the answer the status counts; what else comes is thrown away. */
final class Post {
    private final Vertx vertx;
    private final HttpClient client;
    private final Outside outside;
    private final Limits.Hooks limits;

    Post(Vertx vertx, Outside outside, Limits.Hooks limits) {
        this.vertx = vertx;
        this.outside = outside;
        this.limits = limits;
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setVerifyHost(true));
    }

    /** Never fails. */
    Future<Answer> send(Place place, byte[] secret, Notice notice, Instant now) {
        long begun = System.nanoTime();
        return outside.find(place)
                .compose(server -> sent(place, server, secret, notice, now))
                .map(status -> Answer.of(status, millis(begun)))
                .recover(failure -> Future.succeededFuture(new Answer(null, reason(failure), millis(begun))));
    }

    private Future<Integer> sent(Place place, SocketAddress server, byte[] secret, Notice notice, Instant now) {
        long most = TimeUnit.SECONDS.toMillis(limits.hookAnswerSeconds());
        RequestOptions options = place.request(HttpMethod.POST, server, limits.hookAnswerSeconds());
        return client.request(options).compose(request -> {
            // Whatever it does until then, nothing is left of it.
            long end = vertx.setTimer(most, timer -> request.reset());
            request.putHeader("Content-Type", "application/json")
                    .putHeader("User-Agent", "Werkraum")
                    .putHeader("webhook-id", notice.id())
                    .putHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                    .putHeader("webhook-signature", Signature.of(notice, now, secret));
            return request.send(notice.body())
                    .onSuccess(response -> discard(request, response, end))
                    .map(HttpClientResponse::statusCode)
                    .timeout(most, TimeUnit.MILLISECONDS);
        });
    }

    /** Reads on for a while, since some servers mind a reader that leaves. */
    private void discard(HttpClientRequest request, HttpClientResponse response, long end) {
        long[] length = new long[1];
        response.exceptionHandler(broken -> vertx.cancelTimer(end))
                .endHandler(whole -> vertx.cancelTimer(end))
                .handler(part -> {
                    length[0] += part.length();
                    if (length[0] > limits.hookAnswerBytes()) {
                        vertx.cancelTimer(end);
                        request.reset();
                    }
                });
    }

    private static Answer.Reason reason(Throwable failure) {
        if (failure instanceof Outside.Refused refused) {
            return switch (refused.reason()) {
                case UNKNOWN -> Answer.Reason.UNKNOWN;
                case INTERNAL -> Answer.Reason.INTERNAL;
                case UNPROTECTED -> Answer.Reason.UNPROTECTED;
            };
        }
        return failure instanceof TimeoutException ? Answer.Reason.SLOW : Answer.Reason.AWAY;
    }

    private static int millis(long begun) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
