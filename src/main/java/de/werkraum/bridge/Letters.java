package de.werkraum.bridge;

import de.werkraum.crdt.Decoder;
import de.werkraum.crdt.Encoder;
import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.wire.Outgoing;

/** What a room says to connections, as bytes. */
final class Letters {
    private static final int STEP_1 = 1;
    private static final int STEP_2 = 2;
    private static final int UPDATE = 3;
    private static final int PRESENCE = 4;
    private static final int DENIED = 5;
    private static final int RIGHTS = 6;
    private static final int EVENT = 7;
    private static final int SAVED = 8;

    private Letters() {}

    static void write(Outgoing message, Encoder out) {
        if (message instanceof Outgoing.Shared shared) {
            write(shared.message(), out);
        } else if (message instanceof Outgoing.Step1 step1) {
            out.writeByte(STEP_1).writeVarBytes(step1.stateVector());
        } else if (message instanceof Outgoing.Step2 step2) {
            out.writeByte(STEP_2).writeVarBytes(step2.update());
        } else if (message instanceof Outgoing.Update update) {
            out.writeByte(UPDATE).writeVarBytes(update.update());
        } else if (message instanceof Outgoing.Presence presence) {
            out.writeByte(PRESENCE).writeVarBytes(presence.states());
        } else if (message instanceof Outgoing.Denied denied) {
            out.writeByte(DENIED).writeVarString(denied.reason());
        } else if (message instanceof Outgoing.Rights rights) {
            out.writeByte(RIGHTS).writeByte(rights.writes() ? 1 : 0);
        } else if (message instanceof Outgoing.Event event) {
            out.writeByte(EVENT).writeVarString(event.type()).writeVarBytes(event.json());
        } else if (message instanceof Outgoing.Saved saved) {
            out.writeByte(SAVED)
                    .writeVarUint(saved.updates())
                    .writeVarUint(saved.refused())
                    .writeByte(saved.synced() ? 1 : 0)
                    .writeVarUint(saved.answers());
        }
    }

    static Outgoing read(Decoder in) {
        return switch (in.readByte()) {
            case STEP_1 -> new Outgoing.Step1(in.readVarBytes());
            case STEP_2 -> new Outgoing.Step2(in.readVarBytes());
            case UPDATE -> new Outgoing.Update(in.readVarBytes());
            case PRESENCE -> new Outgoing.Presence(in.readVarBytes());
            case DENIED -> new Outgoing.Denied(in.readVarString());
            case RIGHTS -> new Outgoing.Rights(in.readByte() == 1);
            case EVENT -> new Outgoing.Event(in.readVarString(), in.readVarBytes());
            case SAVED -> new Outgoing.Saved(in.readVarUint(), in.readVarUint(), in.readByte() == 1, in.readVarUint());
            default -> throw new MalformedUpdateException("no such letter");
        };
    }
}
