package de.werkraum.export.xlsx;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * How high rows are. LibreOffice prints rows without a height as if each of their cells were one line, so the lines are counted here; both it and Excel go on fitting them when
 * somebody types, since the height is not said to be wished.
 */
final class Heights {
    /** Points: a line of 11 points, and of the larger titles. */
    private static final double LINE = 15;

    private static final double TITLE = 20;

    /** Excel has none higher. */
    private static final double HIGHEST = 409;

    /** Columns are as wide as so many digits of Calibri; where this font is missing, others take more space. */
    private static final double FILLED = 0.85;

    private static final int UNIT = 256;

    private Heights() {}

    static void fit(XSSFSheet sheet) {
        for (Row row : sheet) {
            double height = LINE;
            for (Cell cell : row) {
                height = Math.max(height, height(cell, sheet.getColumnWidth(cell.getColumnIndex())));
            }
            ((XSSFRow) row).getCTRow().setHt(Math.min(height, HIGHEST));
        }
    }

    private static double height(Cell cell, int width) {
        if (cell.getCellType() != CellType.STRING) {
            return LINE;
        }
        if (!cell.getCellStyle().getWrapText()) {
            return TITLE;
        }
        return lines(cell.getStringCellValue(), (int) (width * FILLED / UNIT)) * LINE;
    }

    /** How many lines a text takes where so many characters fit in one; words stay whole where they can. */
    static int lines(String text, int most) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            int used = 0;
            lines++;
            for (String word : line.split(" ", -1)) {
                if (used > 0 && used + word.length() > most) {
                    lines++;
                    used = 0;
                }
                lines += word.length() > most ? (word.length() - 1) / most : 0;
                used += (word.length() > most ? word.length() % most : word.length()) + 1;
            }
        }
        return lines;
    }
}
