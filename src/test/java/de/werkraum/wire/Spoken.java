package de.werkraum.wire;

import de.werkraum.sync.Message;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A dialect to be read: edits and presence as their bytes in brackets, events as their type. Counts the edits it has framed. */
final class Spoken implements Dialect {
    private final String open;
    private final AtomicInteger framed = new AtomicInteger();

    Spoken(String open) {
        this.open = open;
    }

    int framed() {
        return framed.get();
    }

    @Override
    public Message decode(byte[] bytes) {
        return new Message.Event(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public boolean isStep2(byte[] bytes) {
        return false;
    }

    @Override
    public void frame(Outgoing message, ByteBuf out) {
        if (message instanceof Outgoing.Update edit) {
            framed.incrementAndGet();
            write(out, open);
            out.writeBytes(edit.update());
        } else if (message instanceof Outgoing.Event event) {
            write(out, open + event.type());
        } else if (message instanceof Outgoing.Presence) {
            write(out, open + "presence");
        } else if (message instanceof Outgoing.Saved saved) {
            write(out, open + "saved" + saved.updates());
        }
    }

    private static void write(ByteBuf out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
