package de.werkraum.export.pdf;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import de.werkraum.export.Format;
import de.werkraum.export.Report;
import de.werkraum.export.Style;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A document to print, to file and to have read aloud. */
public final class PdfFormat implements Format {
    private static final Logger LOG = Logger.getLogger(PdfFormat.class.getName());

    /** Says at every document that a font has tables which PDFBox needs not; held here, since loggers nobody holds forget their level. */
    private static final Logger FONT_LOG = Logger.getLogger("org.apache.fontbox");

    @Override
    public String name() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    /** A font of the house that turns out to be none is done without. */
    @Override
    public byte[] render(Report report, Style style) {
        try {
            return pages(report, style);
        } catch (IOException | RuntimeException e) {
            if (style.typeface() == null) {
                throw e instanceof RuntimeException bug ? bug : new IllegalStateException(e);
            }
            LOG.log(Level.WARNING, "The font of WERKRAUM_STYLE can''t be embedded: {0}", e.toString());
            return render(report, style.withoutTypeface());
        }
    }

    private static byte[] pages(Report report, Style style) throws IOException {
        XRLog.setLoggingEnabled(false);
        FONT_LOG.setLevel(Level.SEVERE);
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.useProtocolsStreamImplementation(null, new String[0]);
            builder.useReplacementText("□");
            builder.withProducer("Werkraum");
            String fonts = new Fonts(document, builder).add(style);
            builder.withW3cDocument(new Pages(report, style, fonts).document(), "");
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                renderer.createPDFWithoutClosing();
                new Objects(document).join();
                document.save(out);
            }
        }
        return out.toByteArray();
    }
}
