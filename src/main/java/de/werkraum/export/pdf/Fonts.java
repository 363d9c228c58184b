package de.werkraum.export.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import de.werkraum.export.Style;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of a document. What the first lacks, the next are asked for, sign by sign. */
final class Fonts {
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final PDDocument document;
    private final PdfRendererBuilder builder;

    Fonts(PDDocument document, PdfRendererBuilder builder) {
        this.document = document;
        this.builder = builder;
    }

    /** Adds them and gives their names as a style sheet has them. */
    String add(Style style) throws IOException {
        String own = "";
        Style.Typeface face = style.typeface();
        if (face != null) {
            own = "'house', ";
            use(face.regular(), "house", REGULAR, FontStyle.NORMAL);
            use(face.bold() == null ? face.regular() : face.bold(), "house", BOLD, FontStyle.NORMAL);
            use(face.italic() == null ? face.regular() : face.italic(), "house", REGULAR, FontStyle.ITALIC);
        }
        use(built("plex-400regular"), "plex", REGULAR, FontStyle.NORMAL);
        use(built("plex-700bold"), "plex", BOLD, FontStyle.NORMAL);
        use(built("plex-400regular_italic"), "plex", REGULAR, FontStyle.ITALIC);
        use(built("plex-700bold_italic"), "plex", BOLD, FontStyle.ITALIC);
        use(built("signs"), "signs", REGULAR, FontStyle.NORMAL);
        use(built("emoji"), "emoji", REGULAR, FontStyle.NORMAL);
        return own + "'plex', 'signs', 'emoji'";
    }

    /** Without substitutions of glyphs: PDFBox sends Latin text through those for Indian scripts, at several times the cost. */
    private void use(byte[] font, String family, int weight, FontStyle cut) throws IOException {
        TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font));
        parsed.setEnableGsub(false);
        builder.useFont(new PDFontSupplier(PDType0Font.load(document, parsed, true)), family, weight, cut, true);
    }

    private static byte[] built(String name) throws IOException {
        try (InputStream font = Fonts.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            return Objects.requireNonNull(font, name).readAllBytes();
        }
    }
}
