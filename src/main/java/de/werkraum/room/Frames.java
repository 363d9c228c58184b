package de.werkraum.room;

import io.netty.buffer.ByteBuf;

/** Binary WebSocket frames of a server: whole messages, unmasked (RFC 6455, section 5.2). */
public final class Frames {
    /** Bytes before the longest payload. */
    public static final int LONGEST_HEADER = 10;

    private static final int FINAL_BINARY = 0x82;
    private static final int SHORT = 125;
    private static final int WITH_16_BITS = 126;
    private static final int WITH_64_BITS = 127;

    private Frames() {}

    /** Appends one message as a frame. */
    public static void write(ByteBuf out, byte[] message) {
        out.writeByte(FINAL_BINARY);
        if (message.length <= SHORT) {
            out.writeByte(message.length);
        } else if (message.length <= 0xFFFF) {
            out.writeByte(WITH_16_BITS).writeShort(message.length);
        } else {
            out.writeByte(WITH_64_BITS).writeLong(message.length);
        }
        out.writeBytes(message);
    }
}
