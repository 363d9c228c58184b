package de.werkraum.web;

import io.netty.buffer.ByteBuf;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;

/**
 * The answer by which a visit hears: a stream that stays open, or where proxies hold streams back, one that ends with the first lines. Its
 * connection may be of another event loop; Vert.x then writes there.
 */
final class Downstream {
    /** A proxy that looks at the beginning of answers passes on nothing before it has 1,024 bytes (ICAP preview); some keep two of these. */
    private static final int PADDING = 2_048;
    /** Written at once: as much as Vert.x lets wait in a connection. */
    private static final int WRITE_BYTES = 64 * 1024;
    /** A whole answer: as much as is sent in one piece the other way. */
    private static final int ANSWER_BYTES = 1 << 20;

    private static final BufferInternal BEAT = BufferInternal.buffer("{}\n");

    private final HttpServerResponse response;
    private final boolean once;

    /** @param once whether it ends with the first lines */
    Downstream(HttpServerResponse response, boolean once) {
        this.response = response;
        this.once = once;
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                // What is compressed waits in the compressor, and padding becomes nothing.
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
                .putHeader("X-Accel-Buffering", "no");
    }

    /** Opens a stream with its padding; says nothing where it is to end with the first lines. */
    void open(Runnable drained) {
        if (!once) {
            response.setChunked(true);
            response.drainHandler(again -> drained.run());
            String head = "{\"pad\":\"";
            write(BufferInternal.buffer(head + " ".repeat(PADDING - head.length() - 3) + "\"}\n"));
        }
    }

    /** Writes what it can take; whether it has ended by that. */
    boolean pump(Backlog backlog) {
        if (once && backlog.waits()) {
            end(backlog.take(ANSWER_BYTES));
            return true;
        }
        while (backlog.waits() && open() && !response.writeQueueFull()) {
            write(BufferInternal.buffer(backlog.take(WRITE_BYTES)));
        }
        return false;
    }

    /** Whether it can't take more at present. */
    boolean full() {
        return open() && response.writeQueueFull();
    }

    private boolean open() {
        return !response.ended() && !response.closed();
    }

    /** A sign of life; an answer that is waited for ends by it. */
    boolean beat() {
        if (once) {
            end(BEAT.getByteBuf());
        } else if (!full()) {
            write(BEAT);
        }
        return once;
    }

    /** Nothing follows. */
    void end() {
        if (open()) {
            response.end();
        }
    }

    private void end(ByteBuf lines) {
        if (open()) {
            response.end(BufferInternal.buffer(lines));
        }
    }

    private void write(BufferInternal bytes) {
        if (open()) {
            response.write(bytes);
        }
    }
}
