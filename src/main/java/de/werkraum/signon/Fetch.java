package de.werkraum.signon;

import de.werkraum.Limits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Asks a provider for JSON, with bounds in time and length. Redirects are not followed: what a provider says must come from where it is said to. */
final class Fetch {
    private static final int CONNECT_MILLIS = 3_000;

    private final HttpClient client;
    private final Limits.SignOn limits;

    Fetch(Vertx vertx, Limits.SignOn limits) {
        this.limits = limits;
        HttpClientOptions options =
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setIdleTimeout(limits.providerSeconds());
        client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(limits.signOnsAtOnce()));
    }

    /** What came back; an answer that is no JSON object reads as an empty one. */
    record Answer(int status, JsonObject json) {
        boolean ok() {
            return status == 200;
        }
    }

    Future<Answer> get(URI address, Map<String, String> headers) {
        return send(HttpMethod.GET, address, headers, Buffer.buffer());
    }

    Future<Answer> post(URI address, Map<String, String> headers, String form) {
        return send(HttpMethod.POST, address, headers, Buffer.buffer(form));
    }

    /** Fails only where the provider is down: no connection, no answer in time, one that is too long, or the word of a server or proxy that can't. */
    private Future<Answer> send(HttpMethod method, URI address, Map<String, String> headers, Buffer body) {
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(address.toString())
                .setFollowRedirects(false);
        return client.request(options)
                .compose(request -> {
                    sent.set(request);
                    request.putHeader("User-Agent", "Werkraum").putHeader("Accept", "application/json");
                    headers.forEach(request::putHeader);
                    return request.send(body).compose(this::whole);
                })
                .timeout(limits.providerSeconds(), TimeUnit.SECONDS)
                .onFailure(late -> {
                    HttpClientRequest request = sent.get();
                    if (request != null) {
                        request.reset();
                    }
                })
                .recover(failure -> Future.failedFuture(Refusals.down()))
                .compose(answer -> answer.status() >= 500 || answer.status() == 429
                        ? Future.failedFuture(Refusals.down())
                        : Future.succeededFuture(answer));
    }

    private Future<Answer> whole(HttpClientResponse response) {
        Promise<Answer> answer = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(answer::tryFail)
                .handler(part -> {
                    if (body.length() + part.length() > limits.providerBytes()) {
                        answer.tryFail("too long");
                    } else {
                        body.appendBuffer(part);
                    }
                })
                .endHandler(end -> answer.tryComplete(new Answer(response.statusCode(), json(body))));
        return answer.future();
    }

    private static JsonObject json(Buffer body) {
        try {
            return body.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            return new JsonObject();
        }
    }
}
