package de.werkraum.wire;

import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.sync.Message;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** The dialect of Server-Sent Events, which tells events and hears nothing. */
public final class EventStream implements Dialect {
    /** The same for all. */
    public static final Dialect DIALECT = new EventStream();

    private EventStream() {}

    @Override
    public Message decode(byte[] bytes) {
        throw new MalformedUpdateException("a stream sends nothing");
    }

    @Override
    public boolean isStep2(byte[] bytes) {
        return false;
    }

    @Override
    public void frame(Outgoing message, ByteBuf out) {
        if (message instanceof Outgoing.Event event) {
            out.writeCharSequence("event: " + event.type() + "\ndata: ", StandardCharsets.US_ASCII);
            out.writeBytes(event.json());
            out.writeCharSequence("\n\n", StandardCharsets.US_ASCII);
        }
    }
}
