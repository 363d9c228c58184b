package de.werkraum.crdt;

import java.security.SecureRandom;

/**
 * How a document behaves.
 *
 * @param clientId the id under which this document's own edits go, 0…2^53 − 1; two copies that edit must differ
 * @param collect whether deleted content is let go of (as Yjs does by default); without, old versions stay readable
 * @param pendingLimit bytes of heap, roughly, that updates may take which wait for a missing part; an update that would go
 *     beyond is refused
 */
public record DocOptions(long clientId, boolean collect, long pendingLimit) {
    /** What somebody typed between connecting and the answer to their sync step 2 is some KB; what waits forever is no use to anybody. */
    public static final long DEFAULT_PENDING_LIMIT = 4L << 20;

    public DocOptions {
        if (clientId < 0 || clientId > Decoder.MAX_SAFE || pendingLimit < 0) {
            throw new IllegalArgumentException("client id " + clientId + ", pending limit " + pendingLimit);
        }
    }

    /** A random client id of 32 bits, as Yjs takes them; collects; the default limit. */
    public static DocOptions defaults() {
        return new DocOptions(randomClientId(), true, DEFAULT_PENDING_LIMIT);
    }

    static long randomClientId() {
        return Integer.toUnsignedLong(new SecureRandom().nextInt());
    }

    public DocOptions withClientId(long id) {
        return new DocOptions(id, collect, pendingLimit);
    }

    public DocOptions withCollect(boolean on) {
        return new DocOptions(clientId, on, pendingLimit);
    }

    public DocOptions withPendingLimit(long bytes) {
        return new DocOptions(clientId, collect, bytes);
    }
}
