package de.werkraum.wire;

import de.werkraum.sync.Message;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** The dialect of y-websocket: a message of y-protocols is a binary WebSocket message; events are one of a type of their own. */
public final class YWebSocket implements Dialect {
    /** The same for all. */
    public static final Dialect DIALECT = new YWebSocket();

    private static final byte[] STEP_1 = {Message.SYNC, Message.STEP_1};
    private static final byte[] STEP_2 = {Message.SYNC, Message.STEP_2};
    private static final byte[] UPDATE = {Message.SYNC, Message.UPDATE};
    private static final byte[] PRESENCE = {Message.AWARENESS};
    private static final byte[] DENIED = {Message.AUTH, 0};
    private static final byte[] EVENT = {Message.EVENT};

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
        if (message instanceof Outgoing.Update edit) {
            frame(out, UPDATE, edit.update());
        } else if (message instanceof Outgoing.Presence presence) {
            frame(out, PRESENCE, presence.states());
        } else if (message instanceof Outgoing.Saved saved) {
            frame(out, EVENT, Events.saved(saved).json());
        } else if (message instanceof Outgoing.Event event) {
            frame(out, EVENT, event.json());
        } else if (message instanceof Outgoing.Step1 step1) {
            frame(out, STEP_1, step1.stateVector());
        } else if (message instanceof Outgoing.Step2 step2) {
            frame(out, STEP_2, step2.update());
        } else if (message instanceof Outgoing.Denied denied) {
            frame(out, DENIED, denied.reason().getBytes(StandardCharsets.UTF_8));
        } else if (message instanceof Outgoing.Shared shared) {
            frame(shared.message(), out);
        }
    }

    /** A message: its type, then its body's length and its body. */
    private static void frame(ByteBuf out, byte[] type, byte[] body) {
        WebSocketFrames.head(out, type.length + varUintBytes(body.length) + body.length);
        out.writeBytes(type);
        writeVarUint(out, body.length);
        out.writeBytes(body);
    }

    private static int varUintBytes(int value) {
        return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(value) + 6) / 7);
    }

    private static void writeVarUint(ByteBuf out, int value) {
        int rest = value;
        while (rest > 0x7F) {
            out.writeByte(0x80 | (rest & 0x7F));
            rest >>>= 7;
        }
        out.writeByte(rest);
    }
}
