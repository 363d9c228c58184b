package de.werkraum.crdt;

/**
 * A moment of a document, in a few bytes: what was known and what of it was deleted. {@link Doc#at} renders the document as
 * it was then.
 */
public final class Snapshot {
    final DeleteSet deletes;
    final StateVector known;

    Snapshot(DeleteSet deletes, StateVector known) {
        this.deletes = deletes;
        this.known = known;
    }

    /** In the form of {@code Y.encodeSnapshot}. */
    public byte[] encode() {
        Encoder out = new Encoder();
        deletes.write(out);
        known.write(out);
        return out.toByteArray();
    }

    /**
     * Reads what {@link #encode} or {@code Y.encodeSnapshot} wrote.
     *
     * @throws MalformedUpdateException if the bytes are no snapshot
     */
    public static Snapshot decode(byte[] bytes) {
        Decoder in = new Decoder(bytes);
        Snapshot snapshot = new Snapshot(DeleteSet.read(in), StateVector.read(in));
        in.expectEnd();
        return snapshot;
    }
}
