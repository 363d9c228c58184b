package de.werkraum.sync;

import de.werkraum.crdt.Decoder;
import de.werkraum.crdt.Encoder;
import de.werkraum.crdt.MalformedUpdateException;
import java.util.List;

/** A message of a client, in order of a visit. */
public sealed interface Message {
    int SYNC = 0;
    int AWARENESS = 1;
    int AUTH = 2;
    int QUERY_AWARENESS = 3;
    int EVENT = 100;

    int STEP_1 = 0;
    int STEP_2 = 1;
    int UPDATE = 2;

    /** Sync step 1: what the client has. Its answer is a step 2. */
    record Step1(byte[] stateVector) implements Message {}

    /** A step 1 of a client that wants to be asked in its turn: the answer is a step 1, then a step 2. */
    record Exchange(byte[] stateVector) implements Message {}

    /** Sync step 2: what the server lacked when the client heard its step 1. */
    record Step2(byte[] update) implements Message {}

    /** An edit. */
    record Update(byte[] update) implements Message {}

    /** Presence. */
    record AwarenessUpdate(List<AwarenessState> states) implements Message {}

    /** A question for all known presence. */
    record QueryAwareness() implements Message {}

    /** A JSON object as text. */
    record Event(String json) implements Message {}

    /** Of a type that means nothing here; ignored. */
    record Unknown(long type) implements Message {}

    /**
     * Decodes one message.
     *
     * @throws MalformedUpdateException if the bytes are no whole message of a known type
     */
    static Message decode(byte[] bytes) {
        Decoder in = new Decoder(bytes);
        long type = in.readVarUint();
        Message message = type == SYNC
                ? sync(in)
                : type == AWARENESS
                        ? new AwarenessUpdate(AwarenessState.decodeAll(in.readVarBytes()))
                        : type == QUERY_AWARENESS
                                ? new QueryAwareness()
                                : type == EVENT ? new Event(in.readVarString()) : new Unknown(type);
        if (in.hasContent() && !(message instanceof Unknown)) {
            throw new MalformedUpdateException("bytes after the end of a message");
        }
        return message;
    }

    private static Message sync(Decoder in) {
        long step = in.readVarUint();
        byte[] body = in.readVarBytes();
        if (step == STEP_1) {
            return new Step1(body);
        } else if (step == STEP_2) {
            return new Step2(body);
        } else if (step == UPDATE) {
            return new Update(body);
        }
        throw new MalformedUpdateException("sync message of an unknown step");
    }

    /** A sync message with a state vector or an update in it. */
    static byte[] sync(int step, byte[] body) {
        Encoder out = new Encoder();
        out.writeVarUint(SYNC);
        out.writeVarUint(step);
        out.writeVarBytes(body);
        return out.toByteArray();
    }

    /** An awareness message. */
    static byte[] awareness(List<AwarenessState> states) {
        Encoder out = new Encoder();
        out.writeVarUint(AWARENESS);
        out.writeVarBytes(AwarenessState.encodeAll(states));
        return out.toByteArray();
    }

    /** The answer to a write that is not allowed. */
    static byte[] permissionDenied(String reason) {
        Encoder out = new Encoder();
        out.writeVarUint(AUTH);
        out.writeVarUint(0);
        out.writeVarString(reason);
        return out.toByteArray();
    }

    /** An event, a JSON object as text. */
    static byte[] event(String json) {
        Encoder out = new Encoder();
        out.writeVarUint(EVENT);
        out.writeVarString(json);
        return out.toByteArray();
    }
}
