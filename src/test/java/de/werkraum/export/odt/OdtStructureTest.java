package de.werkraum.export.odt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.Nested;
import de.werkraum.export.Office;
import de.werkraum.export.Report;
import de.werkraum.export.Reports;
import de.werkraum.export.Style;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.odftoolkit.odfdom.doc.OdfTextDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What programs and screen readers go by in an OpenDocument text. */
class OdtStructureTest {
    private static OdfTextDocument open(Report report, Style style) throws Exception {
        return OdfTextDocument.loadDocument(new ByteArrayInputStream(new OdtFormat().render(report, style)));
    }

    private static List<Element> all(Node parent, String name) {
        return StreamSupport.stream(Ns.all(parent, name).spliterator(), false).toList();
    }

    @Test
    @Tag("X-11")
    @DisplayName(
            "X-11: an ODT says its language, in its styles and about itself, and nothing of the template it was begun with")
    void languageAndOrigin() throws Exception {
        for (String tag : List.of("de-DE", "en-GB")) {
            try (var document = open(Reports.usual(tag.substring(0, 2)), Style.PLAIN)) {
                var languages = new HashSet<String>();
                for (Element initial : all(document.getStylesDom(), "style:default-style")) {
                    if (initial.getAttribute("style:family").equals("paragraph")) {
                        Element text = all(initial, "style:text-properties").get(0);
                        languages.add(text.getAttribute("fo:language") + "-" + text.getAttribute("fo:country"));
                    }
                }
                assertEquals(List.of(tag), List.copyOf(languages));
                assertEquals(tag, document.getOfficeMetadata().getLanguage());
                assertEquals("Werkraum", document.getOfficeMetadata().getGenerator());
                assertEquals(List.of(), all(document.getMetaDom(), "meta:user-defined"));
            }
        }
    }

    @Test
    @Tag("X-11")
    @DisplayName(
            "X-11: each heading of an ODT has the style of its level, and is one deeper at most than the one before")
    void headings() throws Exception {
        for (Report report : List.of(Reports.usual("de"), Reports.event("de"), Nested.report())) {
            try (var document = open(report, Style.PLAIN)) {
                int last = 0;
                for (Element heading : all(document.getContentDom(), "text:h")) {
                    int level = Integer.parseInt(heading.getAttribute("text:outline-level"));
                    assertTrue(level <= last + 1, level + " after " + last + ": " + heading.getTextContent());
                    assertEquals("Heading_20_" + level, heading.getAttribute("text:style-name"));
                    last = level;
                }
                for (Element style : all(document.getStylesDom(), "style:style")) {
                    String name = style.getAttribute("style:name");
                    if (name.matches("Heading_20_[1-6]")) {
                        assertEquals(name, "Heading_20_" + style.getAttribute("style:default-outline-level"));
                    }
                }
            }
        }
    }

    @Test
    @Tag("X-7")
    @DisplayName(
            "X-7: headings in a step's details stay below the step's, however deep in lists, quotes and tables they are")
    void headingsOfDetailsAreBelowTheStep() throws Exception {
        try (var document = open(Nested.report(), Style.PLAIN)) {
            var levels = new HashSet<String>();
            all(document.getContentDom(), "text:h").stream()
                    .filter(heading -> heading.getTextContent().startsWith("zq"))
                    .forEach(heading -> levels.add(heading.getAttribute("text:outline-level")));
            assertEquals(List.of("4"), List.copyOf(levels));
        }
    }

    @Test
    void listsBeginAtTheirNumbers() throws Exception {
        byte[] odt = new OdtFormat().render(Reports.large(2, 0), Style.PLAIN);
        List<String> lines = new String(Office.convert(odt, "odt", "txt"), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("\\w\\. .*"))
                .filter(line -> !line.contains("Schritt"))
                .toList();
        List<String> once = List.of(
                "1. Entwurf schreiben",
                "2. Entwurf abstimmen",
                "a. im Haus",
                "b. mit dem Land",
                "3. Entwurf beschließen",
                "7. Punkt sieben",
                "8. Punkt acht");
        assertEquals(once, lines.subList(0, once.size()));
        assertEquals(once, lines.subList(once.size(), lines.size()));
    }

    @Test
    @Tag("X-7")
    @DisplayName("X-7: each bar of an ODT says in words what it shows")
    void barsHaveWords() throws Exception {
        try (var document = open(Reports.usual("de"), Style.PLAIN)) {
            List<String> bars = all(document.getContentDom(), "draw:rect").stream()
                    .map(bar -> all(bar, "svg:title").get(0).getTextContent() + " / "
                            + all(bar, "svg:desc").get(0).getTextContent())
                    .toList();
            assertEquals(
                    List.of(
                            "ja / ja: 20",
                            "nein / nein: 10",
                            "Enthaltung / Enthaltung: 5",
                            "Leistung klären / Leistung klären: 12",
                            "Etwas *anderes* / Etwas *anderes*: 2"),
                    bars);
        }
    }

    private static String texts(Node within) {
        return all(within, "text:p").stream().map(Element::getTextContent).collect(Collectors.joining("\n"));
    }

    @Test
    @Tag("X-13")
    @DisplayName("X-13: an ODT has the house's logo with its words, sender, colour and footer")
    void houseStyle() throws Exception {
        Style house = Reports.house();
        try (var document = open(Reports.usual("de"), house)) {
            Element frame = all(document.getContentDom(), "draw:frame").get(0);
            Style.Logo logo = Objects.requireNonNull(house.logo());
            assertEquals(logo.alternative(), all(frame, "svg:desc").get(0).getTextContent());
            String picture = all(frame, "draw:image").get(0).getAttribute("xlink:href");
            assertArrayEquals(logo.bytes(), document.getPackage().getBytes(picture));
            String text = texts(document.getContentDom());
            house.sender().lines().forEach(line -> assertTrue(text.contains(line), text));
            String foot = texts(all(document.getStylesDom(), "style:footer").get(0));
            house.footer().forEach(line -> assertTrue(foot.contains(line), foot));
            for (Element style : all(document.getStylesDom(), "style:style")) {
                if (style.getAttribute("style:name").matches("Heading_20_[12]")) {
                    assertEquals(
                            house.accent(),
                            all(style, "style:text-properties").get(0).getAttribute("fo:color"));
                }
            }
        }
    }
}
