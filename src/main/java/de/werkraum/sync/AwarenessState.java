package de.werkraum.sync;

import de.werkraum.crdt.Decoder;
import de.werkraum.crdt.Encoder;
import de.werkraum.crdt.MalformedUpdateException;
import java.util.ArrayList;
import java.util.List;

/**
 * The presence of one Yjs client.
 *
 * @param client Yjs client id
 * @param clock grows with every change of this client's state
 * @param state a JSON value as text; {@code null} (the text) where the client has gone
 */
public record AwarenessState(long client, long clock, String state) {
    /** The text of a client that has gone. */
    public static final String GONE = "null";

    /** Whether this tells that the client has gone. */
    public boolean gone() {
        return state.equals(GONE);
    }

    /** What an awareness update tells. */
    public static List<AwarenessState> decodeAll(byte[] body) {
        Decoder in = new Decoder(body);
        long count = in.readVarUint();
        List<AwarenessState> states = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            states.add(new AwarenessState(in.readVarUint(), in.readVarUint(), in.readVarString()));
        }
        if (in.hasContent()) {
            throw new MalformedUpdateException("bytes after the end of an awareness update");
        }
        return states;
    }

    /** Many as one awareness update. */
    public static byte[] encodeAll(List<AwarenessState> states) {
        Encoder out = new Encoder();
        out.writeVarUint(states.size());
        for (AwarenessState state : states) {
            out.writeVarUint(state.client());
            out.writeVarUint(state.clock());
            out.writeVarString(state.state());
        }
        return out.toByteArray();
    }
}
