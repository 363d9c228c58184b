package de.werkraum.export;

/** One kind of document. */
interface Format {
    /** The name in the address, which is also the ending of the file. */
    String name();

    /** For {@code Content-Type}. */
    String mediaType();

    byte[] render(ExportInput input);
}
