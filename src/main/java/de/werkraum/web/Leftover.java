package de.werkraum.web;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.net.impl.VertxHandler;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What an open WebSocket needs no more. Vert.x' handler keeps the function that once made the WebSocket's connection, and with it the HTTP
 * connection before it, its request, headers and queues: 8 of the 19 KB of an idle viewer. Vert.x has no way to let go of it, so the field is
 * emptied by reflection; a Vert.x without that field costs memory, nothing else. Thread-safe.
 */
final class Leftover {
    private static final Logger LOG = Logger.getLogger(Leftover.class.getName());
    private static final String MADE_BY = "connectionFactory";

    private final AtomicBoolean told = new AtomicBoolean();

    /** Lets go of the HTTP connection that a socket began with. */
    void drop(ChannelPipeline socket) {
        VertxHandler<?> handler = socket.get(VertxHandler.class);
        if (handler == null) {
            return;
        }
        try {
            Field field = VertxHandler.class.getDeclaredField(MADE_BY);
            field.setAccessible(true);
            field.set(handler, null);
        } catch (ReflectiveOperationException | RuntimeException e) {
            if (told.compareAndSet(false, true)) {
                LOG.log(Level.INFO, "Each socket keeps its HTTP connection in memory: {0}", e.toString());
            }
        }
    }
}
