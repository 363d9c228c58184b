package de.werkraum.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.export.docx.DocxFormat;
import de.werkraum.export.ics.IcsFormat;
import de.werkraum.export.odt.OdtFormat;
import de.werkraum.export.pdf.PdfFormat;
import de.werkraum.export.xlsx.XlsxFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever people write is text in every document, all of it and nothing more: read by a program that knows the format, a document has the shape of one that says
 * letters in the same places. {@code -Dexport.plans} for more than the few of every build.
 */
class NothingButTextTest {
    private static final int PLANS = Integer.getInteger("export.plans", 4);
    private static final long SEED = Long.getLong("seed", new Random().nextLong());

    /** Those that hold every text; the others leave out what has no place in them. */
    private static final Set<String> WHOLE = Set.of("md", "odt", "docx", "pdf");

    private final Exports exports = new Exports(
            Style.PLAIN,
            List.of(new PdfFormat(), new OdtFormat(), new DocxFormat(), new XlsxFormat(), new IcsFormat()));

    @Test
    @Tag("X-6")
    @DisplayName("X-6: no text becomes markup, formula, header, link or entity in any format")
    void textsAreTextsInEveryFormat() throws Exception {
        for (long seed = SEED; seed < SEED + PLANS; seed++) {
            for (String format : List.of("md", "csv", "json", "xlsx", "odt", "docx", "pdf", "ics")) {
                check(format, seed);
            }
        }
    }

    private void check(String format, long seed) throws Exception {
        var typed = new Typed(seed, false);
        Reading nasty = read(format, typed);
        var letters = new Typed(seed, true);
        Reading plain = read(format, letters);
        String where = format + ", -Dseed=" + seed;
        String text = nasty.squeezed();
        String expected = plain.squeezed();
        for (int i = 0; i < typed.all().size(); i++) {
            if (WHOLE.contains(format) || expected.contains(Typed.mark(i))) {
                typed.all().get(i).lines().forEach(line -> assertSaid(line, text, where));
            }
        }
        int same = 0;
        while (same < Math.min(plain.shape().size(), nasty.shape().size())
                && plain.shape().get(same).equals(nasty.shape().get(same))) {
            same++;
        }
        assertEquals(from(same, plain), from(same, nasty), where + " from " + same + " on");
    }

    /** Line by line: a table's cell may be one line that others say as well. */
    private static void assertSaid(String line, String text, String where) {
        String squeezed = Reading.squeezed(line);
        // a sign that none of the PDF's fonts has
        String wanted = where.startsWith("pdf") ? squeezed.replace('＝', '□') : squeezed;
        assertTrue(text.contains(wanted), where + ": " + wanted + "\n is not in \n" + text);
    }

    /** What follows the first things that are the same, for a message one can read. */
    private static List<String> from(int same, Reading reading) {
        return reading.shape().stream().skip(same).limit(8).toList();
    }

    private Reading read(String format, Typed typed) throws Exception {
        ExportInput input = new Written(typed).input();
        return Reading.of(format, exports.render(format, input).orElseThrow().bytes());
    }
}
