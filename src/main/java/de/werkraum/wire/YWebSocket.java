package de.werkraum.wire;

import de.werkraum.sync.Message;
import io.netty.buffer.ByteBuf;

/** The dialect of y-websocket: a message of y-protocols is a binary WebSocket message; events are one of a type of their own. */
public final class YWebSocket implements Dialect {
    /** The same for all. */
    public static final Dialect DIALECT = new YWebSocket();

    private YWebSocket() {}

    @Override
    public Message decode(byte[] bytes) {
        return Message.decode(bytes);
    }

    @Override
    public boolean isStep2(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == Message.SYNC && bytes[1] == Message.STEP_2;
    }

    @Override
    public void frame(Outgoing message, ByteBuf out) {
        Spelled spelled = Spelled.of(message);
        if (spelled != null) {
            WebSocketFrames.head(out, spelled.length());
            spelled.write(out);
        }
    }
}
