package de.werkraum.rich;

/** Plain text within pages. */
public final class Html {
    private Html() {}

    /** The text as it stands between tags, or in an attribute with double quotes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
