package de.werkraum.wire;

import de.werkraum.sync.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/**
 * How a kind of client speaks: a room deals with messages, a dialect with their bytes. Connections that are equal in their dialect share the bytes
 * of what is told to all. Immutable.
 */
public interface Dialect {
    /**
     * What a client has said, without the frames of its transport.
     *
     * @throws de.werkraum.crdt.MalformedUpdateException if the bytes are no whole message of this dialect
     */
    Message decode(byte[] bytes);

    /** Whether this is a sync step 2, which may be longer than other messages; asked before the message is decoded. */
    boolean isStep2(byte[] bytes);

    /** Appends a message with the frames of its transport; nothing where this dialect has no word for it. */
    void frame(Outgoing message, ByteBuf out);

    /** Bytes of a message in frames, at the most. */
    default int room(Outgoing message) {
        return message.length() + Outgoing.HEAD_BYTES;
    }

    /** A message in frames; the caller's to release. */
    default ByteBuf framed(Outgoing message, ByteBufAllocator memory) {
        if (message instanceof Outgoing.Shared shared) {
            return shared.frames()
                    .computeIfAbsent(this, first -> kept(shared.message()))
                    .duplicate();
        }
        ByteBuf frame = memory.directBuffer(room(message));
        frame(message, frame);
        return frame;
    }

    /** Frames of a message that many write from; freed with the message. */
    private ByteBuf kept(Outgoing message) {
        ByteBuf frame =
                Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(room(message))).clear();
        frame(message, frame);
        return Unpooled.unreleasableBuffer(frame);
    }
}
