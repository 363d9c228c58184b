package de.werkraum.wire;

import io.netty.buffer.ByteBuf;

/** Binary WebSocket frames of a server: whole messages, unmasked (RFC 6455, section 5.2). */
final class WebSocketFrames {
    private static final int FINAL_BINARY = 0x82;
    private static final int SHORT = 125;
    private static final int WITH_16_BITS = 126;
    private static final int WITH_64_BITS = 127;

    private WebSocketFrames() {}

    /** Appends the head of a frame of that many bytes, which are to follow. */
    static void head(ByteBuf out, int length) {
        out.writeByte(FINAL_BINARY);
        if (length <= SHORT) {
            out.writeByte(length);
        } else if (length <= 0xFFFF) {
            out.writeByte(WITH_16_BITS).writeShort(length);
        } else {
            out.writeByte(WITH_64_BITS).writeLong(length);
        }
    }
}
