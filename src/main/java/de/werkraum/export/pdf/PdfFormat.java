package de.werkraum.export.pdf;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import de.werkraum.export.Format;
import de.werkraum.export.Report;
import de.werkraum.export.Style;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A document to print, to file and to have read aloud. */
public final class PdfFormat implements Format {
    @Override
    public String name() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public byte[] render(Report report, Style style) {
        XRLog.setLoggingEnabled(false);
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
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
