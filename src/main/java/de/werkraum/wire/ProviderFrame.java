package de.werkraum.wire;

import de.werkraum.crdt.Decoder;
import de.werkraum.crdt.MalformedUpdateException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A frame of a Hocuspocus provider: the key of a document, then a message, which is not taken apart yet.
 *
 * @param key as it came, a character a byte: answers must carry the very same
 * @param type of the message
 * @param start where the message begins in the frame
 */
public record ProviderFrame(String key, int type, int start) {
    /** Types of messages beside those of y-protocols. */
    public static final int AUTH = 2;

    public static final int STATELESS = 5;
    public static final int CLOSE = 7;
    /** What tells the sessions of one document on one socket apart comes after it. */
    static final char SESSION = 0;
    /** A room's id, a NUL, and the id of a session, which has about ten letters; lengths are one byte up to here. */
    private static final int KEY_BYTES = 127;

    /**
     * Where frames begin to be understood.
     *
     * @throws MalformedUpdateException if the bytes are no such frame
     */
    public static ProviderFrame of(byte[] frame) {
        int length = frame.length == 0 ? 0 : frame[0];
        int start = 1 + length;
        if (length <= 0 || length > KEY_BYTES || frame.length < start + 1 || frame[start] < 0) {
            throw new MalformedUpdateException("no frame of a Hocuspocus provider");
        }
        return new ProviderFrame(new String(frame, 1, length, StandardCharsets.ISO_8859_1), frame[start], start);
    }

    /** The name of the document. */
    public String name() {
        int end = key.indexOf(SESSION);
        return end < 0 ? key : key.substring(0, end);
    }

    /** What follows the message's type. */
    public Decoder body(byte[] frame) {
        return new Decoder(Arrays.copyOfRange(frame, start + 1, frame.length));
    }
}
