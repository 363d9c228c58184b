package de.werkraum.export;

/** One kind of document. */
public interface Format {
    /** The name in the address, which is also the ending of the file. */
    String name();

    /** For {@code Content-Type}. */
    String mediaType();

    byte[] render(Report report, Style style);
}
