package de.werkraum.export.xlsx;

import de.werkraum.export.Format;
import de.werkraum.export.Report;
import de.werkraum.export.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook to sort and filter: the steps with real dates and numbers, and a sheet with all the rest. */
public final class XlsxFormat implements Format {
    @Override
    public String name() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public byte[] render(Report report, Style style) {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var properties = book.getProperties().getCoreProperties();
            properties.setTitle(report.title());
            properties.setCreator("Werkraum");
            book.getProperties()
                    .getCoreProperties()
                    .getUnderlyingProperties()
                    .setLanguageProperty(report.languageTag());
            var looks = new Looks(book, style);
            boolean english = report.language().equals("en");
            if (!report.overview().isEmpty()) {
                new StepSheet(book.createSheet(english ? "Steps" : "Schritte"), looks, report).write();
            }
            new RestSheet(book.createSheet(english ? "Report" : "Bericht"), looks, report).write();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
