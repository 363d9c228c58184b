package de.werkraum.export;

import java.io.Serializable;

/** A finished document. */
public final class Rendered implements Serializable {
    private static final long serialVersionUID = 1;

    private final byte[] bytes;
    private final String mediaType;
    private final FileName name;

    Rendered(byte[] bytes, String mediaType, FileName name) {
        this.bytes = bytes;
        this.mediaType = mediaType;
        this.name = name;
    }

    /** The content; not copied: to be sent, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** For {@code Content-Type}, with the charset of texts. */
    public String mediaType() {
        return mediaType;
    }

    /** For {@code Content-Disposition}: an attachment with a readable name, ASCII only and safe in a header. */
    public String disposition() {
        return name.disposition();
    }

    /** A name of ASCII letters, for a file among others. */
    String fileName() {
        return name.ascii();
    }
}
