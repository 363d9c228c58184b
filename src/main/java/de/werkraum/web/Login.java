package de.werkraum.web;

import de.werkraum.crdt.Decoder;
import de.werkraum.crdt.MalformedUpdateException;
import de.werkraum.wire.ProviderFrame;

/**
 * What a provider says to open a document, and again when its token has been renewed.
 *
 * @param token empty where it has none
 * @param versioned whether it names its version, as those from 4 on do
 */
record Login(String token, boolean versioned) {
    private static final int TOKEN = 0;
    /** Ours have some 400 characters. */
    private static final int LONGEST = 8 * 1024;

    /** @throws MalformedUpdateException if the message is none */
    static Login of(ProviderFrame frame, byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new MalformedUpdateException("a token that long");
        }
        Decoder body = frame.body(bytes);
        if (body.readVarUint() != TOKEN) {
            throw new MalformedUpdateException("no login");
        }
        String token = body.readVarString();
        boolean versioned = body.hasContent();
        if (versioned) {
            body.readVarString();
        }
        if (body.hasContent()) {
            throw new MalformedUpdateException("bytes after the end of a login");
        }
        return new Login(token, versioned);
    }
}
