package de.werkraum;

import de.werkraum.export.Exports;
import de.werkraum.export.Style;
import de.werkraum.export.docx.DocxFormat;
import de.werkraum.export.house.StyleFolder;
import de.werkraum.export.ics.IcsFormat;
import de.werkraum.export.odt.OdtFormat;
import de.werkraum.export.pdf.PdfFormat;
import de.werkraum.export.xlsx.XlsxFormat;
import java.util.List;
import java.util.logging.Logger;

/** The formats that plans leave in. A new one is a package of {@code export} and its line here. */
final class Documents {
    private static final Logger LOG = Logger.getLogger(Documents.class.getName());

    private Documents() {}

    static Exports exports(Config.Exporting settings) {
        return new Exports(
                style(settings),
                List.of(new PdfFormat(), new OdtFormat(), new DocxFormat(), new XlsxFormat(), new IcsFormat()));
    }

    private static Style style(Config.Exporting settings) {
        if (settings.style() == null) {
            return Style.PLAIN;
        }
        StyleFolder.Found found = StyleFolder.read(settings.style());
        found.complaints().forEach(LOG::warning);
        return found.style();
    }
}
