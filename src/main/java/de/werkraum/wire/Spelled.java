package de.werkraum.wire;

import de.werkraum.sync.Message;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A message as y-protocols spell it, whatever carries it: its type, its body's length and its body.
 *
 * @param type one byte, or two where it is one of sync
 */
record Spelled(byte[] type, byte[] body) {
    private static final byte[] STEP_1 = {Message.SYNC, Message.STEP_1};
    private static final byte[] STEP_2 = {Message.SYNC, Message.STEP_2};
    private static final byte[] UPDATE = {Message.SYNC, Message.UPDATE};
    private static final byte[] PRESENCE = {Message.AWARENESS};
    private static final byte[] DENIED = {Message.AUTH, 0};
    private static final byte[] EVENT = {Message.EVENT};

    /** Null where y-protocols have no word for it. */
    static @Nullable Spelled of(Outgoing message) {
        if (message instanceof Outgoing.Update edit) {
            return new Spelled(UPDATE, edit.update());
        } else if (message instanceof Outgoing.Presence presence) {
            return new Spelled(PRESENCE, presence.states());
        } else if (message instanceof Outgoing.Saved saved) {
            return new Spelled(EVENT, Events.saved(saved).json());
        } else if (message instanceof Outgoing.Event event) {
            return new Spelled(EVENT, event.json());
        } else if (message instanceof Outgoing.Step1 step1) {
            return new Spelled(STEP_1, step1.stateVector());
        } else if (message instanceof Outgoing.Step2 step2) {
            return new Spelled(STEP_2, step2.update());
        } else if (message instanceof Outgoing.Denied denied) {
            return new Spelled(DENIED, denied.reason().getBytes(StandardCharsets.UTF_8));
        } else if (message instanceof Outgoing.Shared shared) {
            return of(shared.message());
        }
        return null;
    }

    /** Bytes in all. */
    int length() {
        return type.length + varUintBytes(body.length) + body.length;
    }

    void write(ByteBuf out) {
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
