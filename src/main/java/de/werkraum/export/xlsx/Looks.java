package de.werkraum.export.xlsx;

import de.werkraum.export.Report;
import de.werkraum.export.Report.Value;
import de.werkraum.export.Style;
import java.time.LocalDate;
import java.util.HexFormat;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Cells: texts that stay texts, days that are days. */
final class Looks {
    /** Excel's own short date, shown as each reader's country writes it. */
    private static final short DAY_FORMAT = 14;

    /** "@": what begins with an equals sign is no formula, what looks like a number is none. */
    private static final short TEXT_FORMAT = 49;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    /** Characters a cell can hold. */
    private static final int MOST = 32_767;

    private final XSSFWorkbook book;
    private final Style house;
    final XSSFCellStyle text;
    final XSSFCellStyle struck;
    final XSSFCellStyle label;
    final XSSFCellStyle head;
    final XSSFCellStyle title;
    private final XSSFCellStyle day;
    private final XSSFCellStyle number;

    Looks(XSSFWorkbook book, Style style) {
        this.book = book;
        this.house = style;
        text = style(TEXT_FORMAT, font(false));
        day = style(DAY_FORMAT, font(false));
        number = style((short) 0, font(false));
        label = style(TEXT_FORMAT, font(true));
        XSSFFont crossed = font(false);
        crossed.setStrikeout(true);
        struck = style(TEXT_FORMAT, crossed);
        var accent = new XSSFColor(HexFormat.of().parseHex(style.accent().substring(1)), new DefaultIndexedColorMap());
        XSSFFont large = font(true);
        large.setFontHeightInPoints((short) 14);
        large.setColor(accent);
        title = style(TEXT_FORMAT, large);
        title.setWrapText(false);
        XSSFFont white = font(true);
        white.setColor(new XSSFColor(new byte[] {-1, -1, -1}, new DefaultIndexedColorMap()));
        head = style(TEXT_FORMAT, white);
        head.setFillForegroundColor(accent);
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        head.setBorderBottom(BorderStyle.THIN);
    }

    void put(XSSFCell cell, Value value, Report report) {
        if (value instanceof Report.Day given && !given.day().isBefore(FIRST_DAY)) {
            cell.setCellValue(given.day());
            cell.setCellStyle(day);
        } else if (value instanceof Report.Amount given) {
            cell.setCellValue(given.exact().doubleValue());
            cell.setCellStyle(number);
        } else {
            put(cell, report.shown(value), text);
            if (value instanceof Report.Link link && link.href().startsWith("http")) {
                var target = book.getCreationHelper().createHyperlink(HyperlinkType.URL);
                target.setAddress(link.href());
                cell.setHyperlink(target);
            }
        }
    }

    /** A literal that would be read as an escaped sign is escaped itself. */
    void put(XSSFCell cell, String value, XSSFCellStyle style) {
        String escaped = value.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
        cell.setCellValue(escaped.length() > MOST ? escaped.substring(0, MOST - 1) + "…" : escaped);
        cell.setCellStyle(style);
    }

    /** As wide as the paper, with the house's lines at its foot. */
    void paper(XSSFSheet sheet, boolean landscape) {
        sheet.setFitToPage(true);
        var print = sheet.getPrintSetup();
        print.setPaperSize(PaperSize.A4_PAPER);
        print.setLandscape(landscape);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        // In a foot an ampersand begins a command.
        sheet.getFooter().setLeft(String.join("\n", house.footer()).replace("&", "&&"));
        sheet.getFooter().setRight("&P / &N");
        sheet.setMargin(PageMargin.LEFT, 0.6);
        sheet.setMargin(PageMargin.RIGHT, 0.6);
    }

    private XSSFFont font(boolean bold) {
        XSSFFont font = book.createFont();
        font.setFontName(house.typeface() == null ? "Calibri" : house.typeface().name());
        font.setFontHeightInPoints((short) 11);
        font.setBold(bold);
        return font;
    }

    private XSSFCellStyle style(short format, XSSFFont font) {
        XSSFCellStyle style = book.createCellStyle();
        style.setDataFormat(format);
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }
}
