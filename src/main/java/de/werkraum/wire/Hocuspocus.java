package de.werkraum.wire;

import de.werkraum.crdt.Decoder;
import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.sync.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The dialect of Hocuspocus providers 2, 3 and 4: messages of y-protocols, each behind the key of its document, and some of its own. All who name a
 * document by the same key are equal, and share frames.
 */
public final class Hocuspocus implements Dialect {
    private static final int TOKEN_REFUSED = 1;
    private static final int AUTHENTICATED = 2;
    private static final int SYNC_STATUS = 8;
    /** A status, and the head of its WebSocket frame at the most. */
    private static final int STATUS_BYTES = 6;

    private final String key;
    private final byte[] head;
    /** Whether this is the key of one session alone. */
    private final boolean alone;

    /** @param key of a {@link ProviderFrame} */
    public Hocuspocus(String key) {
        this.key = key;
        alone = key.indexOf(ProviderFrame.SESSION) >= 0;
        byte[] name = key.getBytes(StandardCharsets.ISO_8859_1);
        head = new byte[1 + name.length];
        head[0] = (byte) name.length;
        System.arraycopy(name, 0, head, 1, name.length);
    }

    String key() {
        return key;
    }

    @Override
    public Message decode(byte[] bytes) {
        ProviderFrame frame = ProviderFrame.of(bytes);
        if (frame.type() == ProviderFrame.STATELESS) {
            return stateless(frame.body(bytes));
        }
        Message message = Message.decode(Arrays.copyOfRange(bytes, frame.start(), bytes.length));
        if (message instanceof Message.Step1 step1) {
            return new Message.Exchange(step1.stateVector());
        } else if (message instanceof Message.Unknown || message instanceof Message.Event) {
            throw new MalformedUpdateException("a type that providers don't send");
        }
        return message;
    }

    /** What applications tell each other by their server: it means nothing here. */
    private static Message stateless(Decoder body) {
        Message message = new Message.Event(body.readVarString());
        if (body.hasContent()) {
            throw new MalformedUpdateException("bytes after the end of a message");
        }
        return message;
    }

    @Override
    public boolean isStep2(byte[] bytes) {
        return step2(bytes);
    }

    /** The same whatever its key. */
    public static boolean step2(byte[] bytes) {
        int start = bytes.length == 0 ? 0 : 1 + bytes[0];
        return start > 1
                && bytes.length > start + 1
                && bytes[start] == Message.SYNC
                && bytes[start + 1] == Message.STEP_2;
    }

    @Override
    public int room(Outgoing message) {
        if (message instanceof Outgoing.Saved saved) {
            return Math.toIntExact(saved.answers() * (STATUS_BYTES + head.length));
        }
        return Dialect.super.room(message) + head.length;
    }

    /** Those whose key is their session's alone must not make the plan kept once more for each of them. */
    @Override
    public ByteBuf framed(Outgoing message, ByteBufAllocator memory) {
        if (!alone) {
            return Dialect.super.framed(message, memory);
        }
        ByteBuf frame = memory.directBuffer(room(message));
        frame(message, frame);
        return frame;
    }

    @Override
    public void frame(Outgoing message, ByteBuf out) {
        if (message instanceof Outgoing.Saved saved) {
            for (long i = 0; i < saved.answers(); i++) {
                status(out, 1);
            }
        } else if (message instanceof Outgoing.Denied) {
            status(out, 0);
        } else if (message instanceof Outgoing.Rights rights) {
            text(out, new byte[] {ProviderFrame.AUTH, AUTHENTICATED}, rights.writes() ? "read-write" : "readonly");
        } else if (message instanceof Outgoing.Shared shared) {
            frame(shared.message(), out);
        } else if (!(message instanceof Outgoing.Event)) {
            Spelled spelled = Spelled.of(message);
            if (spelled != null) {
                write(spelled, out);
            }
        }
    }

    /** Whether one write more is saved. */
    private void status(ByteBuf out, int saved) {
        WebSocketFrames.head(out, head.length + 2);
        out.writeBytes(head).writeByte(SYNC_STATUS).writeByte(saved);
    }

    private void text(ByteBuf out, byte[] type, String text) {
        write(new Spelled(type, text.getBytes(StandardCharsets.UTF_8)), out);
    }

    private void write(Spelled message, ByteBuf out) {
        WebSocketFrames.head(out, head.length + message.length());
        out.writeBytes(head);
        message.write(out);
    }

    /** The frame that refuses a token, before there is a room that could. */
    public ByteBuf refusal(String reason) {
        return single(new byte[] {ProviderFrame.AUTH, TOKEN_REFUSED}, reason);
    }

    /** The frame by which a document is left while its socket stays. Providers of version 2 choke on it. */
    public ByteBuf farewell(String reason) {
        return single(new byte[] {ProviderFrame.CLOSE}, reason);
    }

    private ByteBuf single(byte[] type, String reason) {
        ByteBuf frame = Unpooled.buffer();
        text(frame, type, reason);
        return frame;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hocuspocus same && same.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
