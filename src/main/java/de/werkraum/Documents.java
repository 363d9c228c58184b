package de.werkraum;

import de.werkraum.export.Exports;
import de.werkraum.export.Style;
import de.werkraum.export.docx.DocxFormat;
import de.werkraum.export.ics.IcsFormat;
import de.werkraum.export.odt.OdtFormat;
import de.werkraum.export.pdf.PdfFormat;
import de.werkraum.export.xlsx.XlsxFormat;
import java.util.List;

/** The formats that plans leave in. A new one is a package of {@code export} and its line here. */
final class Documents {
    private Documents() {}

    static Exports exports() {
        return new Exports(
                Style.PLAIN,
                List.of(new PdfFormat(), new OdtFormat(), new DocxFormat(), new XlsxFormat(), new IcsFormat()));
    }
}
