package de.werkraum.export.docx;

import de.werkraum.export.Format;
import de.werkraum.export.Report;
import de.werkraum.export.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A text to go on writing in, for Word. */
public final class DocxFormat implements Format {
    @Override
    public String name() {
        return "docx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }

    @Override
    public byte[] render(Report report, Style style) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var properties = document.getProperties().getCoreProperties();
            properties.setTitle(report.title());
            properties.setCreator("Werkraum");
            properties.getUnderlyingProperties().setLanguageProperty(report.languageTag());
            new Looks(document, style, report).prepare();
            new Body(document, style, report).write();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
