package de.werkraum.web;

import io.vertx.core.http.HttpServerResponse;

/** Answers that go on for as long as somebody listens, as Server-Sent Events. */
final class Listening {
    private Listening() {}

    /** Begins one; false where it was given up while its token was looked at: no handler would hear of its end any more. */
    static boolean begin(HttpServerResponse response) {
        if (response.closed() || response.ended()) {
            return false;
        }
        response.setChunked(true);
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no")
                // What is compressed waits in the compressor.
                .putHeader("Content-Encoding", "identity");
        response.exceptionHandler(failure -> {});
        response.write(": hello\n\n");
        return true;
    }
}
