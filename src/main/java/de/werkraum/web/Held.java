package de.werkraum.web;

import de.werkraum.Limits;
import java.util.List;

/** What a provider's socket has said about documents for which no token has come, in all of them. On the socket's event loop. */
final class Held {
    private final Limits limits;
    private final Ledger.Share share;
    private int messages;
    private int bytes;

    /** @param share where it is counted for the server */
    Held(Limits limits, Ledger.Share share) {
        this.limits = limits;
        this.share = share;
    }

    /** Holds a message for a document; false, and nothing is held, where it is too much. */
    boolean add(Document document, byte[] message) {
        if (messages == limits.providers().heldMessages()
                || bytes + message.length > limits.messages().strangerBytes()) {
            return false;
        }
        document.hold(message);
        messages++;
        bytes += message.length;
        share.hold(bytes);
        return true;
    }

    /** What was held for a document, which is waited for no longer. */
    List<byte[]> take(Document document) {
        List<byte[]> taken = document.letGo();
        messages -= taken.size();
        taken.forEach(message -> bytes -= message.length);
        share.hold(bytes);
        return taken;
    }

    void end() {
        share.close();
    }
}
