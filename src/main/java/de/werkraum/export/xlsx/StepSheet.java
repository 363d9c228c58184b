package de.werkraum.export.xlsx;

import de.werkraum.export.Report;
import de.werkraum.export.Report.Value;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The steps as one table, its head repeated on paper and standing still on the screen. */
final class StepSheet {
    /** Of a character's width. */
    private static final int UNIT = 256;

    private static final int NARROW = 7;
    private static final int USUAL = 17;
    private static final int WIDE = 36;
    /** Columns with a text of more characters are wide. */
    private static final int LONG = 40;

    private final XSSFSheet sheet;
    private final Looks looks;
    private final Report report;

    StepSheet(XSSFSheet sheet, Looks looks, Report report) {
        this.sheet = sheet;
        this.looks = looks;
        this.report = report;
    }

    void write() {
        Report.Grid grid = report.overview();
        int columns = grid.head().size();
        XSSFRow head = sheet.createRow(0);
        for (int i = 0; i < columns; i++) {
            looks.put(head.createCell(i), grid.head().get(i).label(), looks.head);
            boolean wide = i == 1 || i == columns - 1 || isLong(grid, i);
            sheet.setColumnWidth(i, (i == 0 ? NARROW : wide ? WIDE : USUAL) * UNIT);
        }
        int number = 1;
        for (List<Value> values : grid.rows()) {
            XSSFRow row = sheet.createRow(number++);
            for (int i = 0; i < values.size(); i++) {
                if (!(values.get(i) instanceof Report.None)) {
                    looks.put(row.createCell(i), values.get(i), report);
                }
            }
        }
        sheet.createFreezePane(2, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(0, grid.rows().size()), 0, columns - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        Heights.fit(sheet);
        looks.paper(sheet, true);
    }

    private boolean isLong(Report.Grid grid, int column) {
        return grid.rows().stream()
                .anyMatch(row -> report.shown(row.get(column)).length() > LONG);
    }
}
