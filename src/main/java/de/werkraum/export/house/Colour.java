package de.werkraum.export.house;

/** Colours as {@code #rrggbb}. */
final class Colour {
    private static final int HEX = 16;

    /** What WCAG 2.2 (1.4.3) wants of text. */
    private static final double LEAST_CONTRAST = 4.5;

    private Colour() {}

    static boolean isOne(String text) {
        return text.matches("#[0-9A-Fa-f]{6}");
    }

    static boolean isReadableOnWhite(String colour) {
        double luminance = 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
        return 1.05 / (luminance + 0.05) >= LEAST_CONTRAST;
    }

    /** The share of one channel of sRGB in the light. */
    private static double channel(String colour, int from) {
        double share = Integer.parseInt(colour.substring(from, from + 2), HEX) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
