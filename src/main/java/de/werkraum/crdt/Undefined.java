package de.werkraum.crdt;

/** JavaScript's {@code undefined} as a value in a document; JSON's null is plain {@code null}. */
public enum Undefined {
    UNDEFINED;

    @Override
    public String toString() {
        return "undefined";
    }
}
