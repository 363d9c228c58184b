package de.werkraum.wire;

import de.werkraum.sync.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The dialect of visits, for networks that let no WebSocket through: what a WebSocket would get, as a line of JSON in Base64. A line is numbered
 * for each visit on its own, so what is shared here begins after the number: {@code "m":"AAEC…"}} and a line feed.
 */
public final class Lines implements Dialect {
    /** The same for all. */
    public static final Dialect DIALECT = new Lines();

    private static final byte[] HEAD = "\"m\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAIL = "\"}\n".getBytes(StandardCharsets.US_ASCII);

    private Lines() {}

    @Override
    public Message decode(byte[] bytes) {
        return YWebSocket.DIALECT.decode(bytes);
    }

    @Override
    public boolean isStep2(byte[] bytes) {
        return YWebSocket.DIALECT.isStep2(bytes);
    }

    /** Four letters for three bytes, and what stands around them. */
    @Override
    public int room(Outgoing message) {
        return HEAD.length + TAIL.length + (message.length() + Outgoing.HEAD_BYTES + 2) / 3 * 4;
    }

    @Override
    public void frame(Outgoing message, ByteBuf out) {
        Spelled spelled = Spelled.of(message);
        if (spelled != null) {
            byte[] bytes = new byte[spelled.length()];
            spelled.write(Unpooled.wrappedBuffer(bytes).clear());
            out.writeBytes(HEAD).writeBytes(Base64.getEncoder().encode(bytes)).writeBytes(TAIL);
        }
    }
}
