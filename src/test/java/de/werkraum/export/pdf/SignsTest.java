package de.werkraum.export.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.Reports;
import de.werkraum.export.Samples;
import de.werkraum.export.Style;
import de.werkraum.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signs that people type are in the PDF as text, whichever font has them. */
class SignsTest {
    /** Where what people type lies, from and to: Latin, Greek, Cyrillic, punctuation, currencies, letter-like, numbers, arrows, mathematics, shapes, symbols. */
    private static final int[][] RANGES = {
        {0xa1, 0xac},
        {0xae, 0x24f},
        {0x1e00, 0x1ef9},
        {0x386, 0x3ce},
        {0x400, 0x482},
        {0x48a, 0x4ff},
        {0x2010, 0x2027},
        {0x2030, 0x205e},
        {0x20a0, 0x20b5},
        {0x210b, 0x2149},
        {0x2153, 0x2182},
        {0x2190, 0x21ff},
        {0x2200, 0x22ff},
        {0x2460, 0x2469},
        {0x2500, 0x25ff},
        {0x2600, 0x267e},
        {0x2701, 0x2717},
        {0x2768, 0x2775}
    };

    private static final String TEMPLATES = "src/main/resources/templates";

    @Test
    @Tag("X-8")
    @DisplayName("X-8: 2,000 signs that people type are in the PDF as text")
    void signsThatPeopleTypeAreThere() throws IOException {
        Set<Integer> signs = new LinkedHashSet<>();
        for (int[] range : RANGES) {
            for (int sign = range[0]; sign <= range[1]; sign++) {
                if (Character.isDefined(sign)
                        && !Character.isWhitespace(sign)
                        && Character.getType(sign) != Character.FORMAT) {
                    signs.add(sign);
                }
            }
        }
        "😀🙂👍🎉🚀✅❌⚠📌🗳".codePoints().forEach(signs::add);
        assertTrue(signs.size() >= 2_000, signs.size() + " signs");
        assertEquals(List.of(), missing(signs));
    }

    @Test
    @Tag("X-8")
    @DisplayName("X-8: every sign of every template is in the PDF as text")
    void signsOfTheTemplatesAreThere() throws IOException {
        Set<Integer> signs = new LinkedHashSet<>();
        try (var files = Files.list(Path.of(TEMPLATES))) {
            for (var file : files.toList()) {
                Files.readString(file).codePoints().filter(c -> c > ' ').forEach(signs::add);
            }
        }
        assertEquals(List.of(), missing(signs));
    }

    @Test
    void aSignThatNoFontHasIsSeenToBeMissing() throws IOException {
        String text = PdfFormatTest.text(render(List.of("vorher 漢字 nachher")));
        assertTrue(text.replaceAll("\\s+", " ").matches("(?s).*vorher [^\\p{L}\\s]{2} nachher.*"), text);
    }

    private static List<String> missing(Set<Integer> signs) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int sign : signs) {
            line.appendCodePoint(sign).append(' ');
            if (line.length() > 60) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        lines.add(line.toString());
        Set<Integer> there =
                PdfFormatTest.text(render(lines)).codePoints().boxed().collect(Collectors.toSet());
        return signs.stream()
                .filter(sign -> !there.contains(sign))
                .map(sign -> String.format("%04x %s", sign, Character.toString(sign)))
                .toList();
    }

    private static byte[] render(List<String> lines) {
        Plan plan = new Plan("Zeichen", String.join("\n", lines), Samples.rich(""), Map.of(), List.of());
        return new PdfFormat().render(Reports.of(plan), Style.PLAIN);
    }
}
