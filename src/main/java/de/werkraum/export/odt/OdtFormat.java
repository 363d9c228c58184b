package de.werkraum.export.odt;

import de.werkraum.export.Format;
import de.werkraum.export.Report;
import de.werkraum.export.Style;
import java.io.ByteArrayOutputStream;
import org.odftoolkit.odfdom.doc.OdfTextDocument;

/** A text to go on writing in, for LibreOffice and all that read OpenDocument. */
public final class OdtFormat implements Format {
    @Override
    public String name() {
        return "odt";
    }

    @Override
    public String mediaType() {
        return "application/vnd.oasis.opendocument.text";
    }

    @Override
    public byte[] render(Report report, Style style) {
        try (OdfTextDocument document = OdfTextDocument.newTextDocument()) {
            var looks = new Looks(document, style, report).prepare();
            new Body(document, style, report, looks).write();
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("an OpenDocument text could not be made", e);
        }
    }
}
