package de.werkraum.web;

import de.werkraum.room.Entrance;
import de.werkraum.wire.Dialect;
import de.werkraum.wire.EventStream;
import de.werkraum.wire.Outgoing;
import de.werkraum.wire.Outlet;
import de.werkraum.wire.Session;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /rooms/:room/stream}: the room's events as Server-Sent Events. */
final class StreamRoute {
    private static final long COMMENT_MILLIS = 15_000;

    private final Vertx vertx;
    private final Context loop;
    private final Gate gate;
    private final Entrance rooms;

    StreamRoute(Vertx vertx, Context loop, Gate gate, Entrance rooms) {
        this.vertx = vertx;
        this.loop = loop;
        this.gate = gate;
        this.rooms = rooms;
    }

    void mount(Router api) {
        api.get("/rooms/:room/stream")
                .handler(context ->
                        gate.member(context).onFailure(context::fail).onSuccess(caller -> open(context, caller)));
    }

    private void open(RoutingContext context, Caller caller) {
        HttpServerResponse response = context.response();
        if (!Listening.begin(response)) {
            return;
        }
        Stream stream = new Stream(response);
        Future<Session> entered = caller.enter(rooms, stream, Session.Kind.EVENTS);
        long comments = vertx.setPeriodic(COMMENT_MILLIS, timer -> stream.comment());
        entered.onFailure(failure -> response.reset());
        response.closeHandler(closed -> {
            vertx.cancelTimer(comments);
            entered.onSuccess(Session::leave);
        });
    }

    /** An open response. */
    private final class Stream implements Outlet {
        private final HttpServerResponse response;
        private final Thread thread = Thread.currentThread();

        Stream(HttpServerResponse response) {
            this.response = response;
        }

        @Override
        public Dialect dialect() {
            return EventStream.DIALECT;
        }

        @Override
        public Context loop() {
            return loop;
        }

        @Override
        public boolean here() {
            return Thread.currentThread() == thread;
        }

        @Override
        public void deliver(List<Outgoing> letters, List<ByteBuf> edits, @Nullable ByteBuf presence) {
            ByteBuf text = Unpooled.buffer();
            letters.forEach(letter -> EventStream.DIALECT.frame(letter, text));
            if (!text.isReadable() || response.closed() || response.ended()) {
                return;
            }
            if (response.writeQueueFull()) {
                response.reset();
            } else {
                response.write(BufferInternal.buffer(text));
            }
        }

        void comment() {
            if (!response.closed() && !response.ended()) {
                response.write(":\n\n");
            }
        }

        @Override
        public void close(int code, String reason) {
            if (!response.closed() && !response.ended()) {
                response.end();
            }
        }

        @Override
        public void handled(int bytes) {
            // A stream sends nothing.
        }
    }
}
