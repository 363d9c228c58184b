package de.werkraum.export.odt;

import org.w3c.dom.Element;

/** Styles of lists, each level indented and with a sign of its own. */
final class Points {
    private static final int LEVELS = 10;
    private static final String[] BULLETS = {"•", "◦", "▪"};

    private Points() {}

    static void add(Element common, String name, boolean numbered) {
        Element list = Ns.add(common, "text:list-style", "style:name", name);
        for (int level = 1; level <= LEVELS; level++) {
            Element shape = numbered
                    ? Ns.add(
                            list,
                            "text:list-level-style-number",
                            "text:level",
                            "" + level,
                            "style:num-suffix",
                            ".",
                            "style:num-format",
                            level % 2 == 1 ? "1" : "a")
                    : Ns.add(
                            list,
                            "text:list-level-style-bullet",
                            "text:level",
                            "" + level,
                            "text:bullet-char",
                            BULLETS[(level - 1) % BULLETS.length]);
            Element place = Ns.add(
                    shape, "style:list-level-properties", "text:list-level-position-and-space-mode", "label-alignment");
            double indent = 0.6 * level;
            Ns.add(
                    place,
                    "style:list-level-label-alignment",
                    "text:label-followed-by",
                    "listtab",
                    "text:list-tab-stop-position",
                    indent + "cm",
                    "fo:text-indent",
                    "-0.6cm",
                    "fo:margin-left",
                    indent + "cm");
        }
    }
}
