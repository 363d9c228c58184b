package de.werkraum.room;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A message on its way out to single connections, encoded once for all who get it. Immutable. */
public final class Outgoing {
    /** Bytes that take about as long to copy as a write takes in any case. */
    private static final int WORTH_SHARING = 16 * 1024;

    private final byte[] message;
    private final @Nullable String type;
    private final @Nullable String json;
    private final @Nullable ByteBuf frame;

    private Outgoing(byte[] message, @Nullable String type, @Nullable String json, @Nullable ByteBuf frame) {
        this.message = message;
        this.type = type;
        this.json = json;
        this.frame = frame;
    }

    /** A message of the collaboration protocol. */
    static Outgoing of(byte[] message) {
        return new Outgoing(message, null, null, null);
    }

    /**
     * An event.
     *
     * @param message it as a message of the collaboration protocol
     */
    static Outgoing event(byte[] message, String type, String json) {
        return new Outgoing(message, type, json, null);
    }

    /** A message for many: if it is long, all sockets write from the same memory, or a thousand who join would need a thousand plans. */
    static Outgoing shared(byte[] message) {
        if (message.length < WORTH_SHARING) {
            return of(message);
        }
        ByteBuf frame = Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(message.length + Frames.LONGEST_HEADER))
                .clear();
        Frames.write(frame, message);
        return new Outgoing(message, null, null, Unpooled.unreleasableBuffer(frame));
    }

    /** The message of the collaboration protocol. */
    public byte[] message() {
        return message;
    }

    /** The event's type, or null if this is no event. */
    public @Nullable String type() {
        return type;
    }

    /** The event as text, or null if this is no event. */
    public @Nullable String json() {
        return json;
    }

    /** The message as a WebSocket frame of which readers write duplicates, or null if each is to make its own. */
    public @Nullable ByteBuf frame() {
        return frame;
    }
}
