package de.werkraum.export;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a house wants its documents to look.
 *
 * @param sender who sends them, below the logo
 * @param footer lines at the foot of each page
 * @param accent colour of headings, bars and lines, as {@code #1f4e79}
 */
public record Style(String sender, List<String> footer, String accent, @Nullable Logo logo, @Nullable Typeface typeface)
        implements Serializable {
    /** What documents look like where nobody has said otherwise. */
    public static final Style PLAIN = new Style("", List.of(), "#0b5a6f", null, null);

    /** The font that texts name which don't bring one along. */
    public String fontName() {
        return typeface == null ? "Arial" : typeface.name();
    }

    /** The same with the built-in font. */
    public Style withoutTypeface() {
        return new Style(sender, footer, accent, logo, null);
    }

    /**
     * A picture above the title.
     *
     * @param alternative what it shows, in words
     */
    public record Logo(byte[] bytes, String mediaType, int width, int height, String alternative)
            implements Serializable {}

    /** A font in place of the built-in one; missing cuts are made of the regular one. */
    public record Typeface(String name, byte[] regular, byte @Nullable [] bold, byte @Nullable [] italic)
            implements Serializable {}
}
