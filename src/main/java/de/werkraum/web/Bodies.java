package de.werkraum.web;

import de.werkraum.Limits;
import de.werkraum.metrics.Metrics;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Stands before whatever reads bodies, which holds each until it is whole: nobody without a good token may send a long one, and what members
 * send is counted in the {@link Ledger} until they are answered, at its whole length from the beginning.
 */
final class Bodies {
    private final Gate gate;
    private final Ledger ledger;
    private final Limits.Requests limits;
    private final Metrics metrics;

    Bodies(Gate gate, Ledger ledger, Limits.Requests limits, Metrics metrics) {
        this.gate = gate;
        this.ledger = ledger;
        this.limits = limits;
        this.metrics = metrics;
    }

    void pass(RoutingContext context) {
        HttpServerRequest request = context.request();
        long length = length(request);
        // One that is longer than any may be is refused by its head alone.
        if (length <= limits.anyBodyBytes() || length > limits.bodyBytes()) {
            context.next();
            return;
        }
        request.pause();
        gate.sender(request)
                .onSuccess(sender -> {
                    if (request.response().closed()) {
                        // Given up meanwhile: nobody would hear of its end any more.
                        return;
                    }
                    Ledger.Share share = ledger.open(sender, why -> {
                        metrics.goodbye(why.word());
                        // Its end is heard by the end handler.
                        Future<Void> unused = request.connection().close();
                    });
                    context.addEndHandler(ended -> share.close());
                    share.hold(length);
                    request.resume();
                    context.next();
                })
                .onFailure(failure -> {
                    request.resume();
                    context.fail(failure);
                });
    }

    /** What the head says; one in parts may become as long as any. */
    private long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : limits.bodyBytes();
        }
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return limits.bodyBytes();
        }
    }
}
