package de.werkraum.export.docx;

import de.werkraum.export.Report;
import de.werkraum.export.Report.Value;
import de.werkraum.export.Style;
import de.werkraum.export.Widths;
import de.werkraum.rich.RichText;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Grids and bars. */
final class Tables {
    /** Eighths of a point. */
    private static final int THIN = 4;

    /** Twentieths of a point around what a cell holds. */
    private static final int PADDING = 40;

    private static final String LINE = "C3CCD1";

    private static final int NARROW = 2;
    private static final int USUAL = 3;
    private static final int WIDE = 6;

    private final Report report;
    private final Bars bars;

    Tables(Report report, Style style) {
        this.report = report;
        this.bars = new Bars(style);
    }

    void grid(Place.Top place, Report.Grid grid) {
        if (grid.caption() != null) {
            XWPFParagraph caption = place.paragraph();
            caption.setStyle("Tight");
            caption.setKeepNext(true);
            Words.add(caption, grid.caption()).setBold(true);
        }
        XWPFTable table = table(place, grid.rows().size() + 1, grid.head().size(), true);
        widths(table, Widths.of(grid, report));
        for (int i = 0; i < grid.head().size(); i++) {
            Report.Head head = grid.head().get(i);
            Words.add(line(table, 0, i, head.numeric()), head.label()).setBold(true);
        }
        for (int r = 0; r < grid.rows().size(); r++) {
            List<Value> values = grid.rows().get(r);
            for (int i = 0; i < values.size(); i++) {
                XWPFRun run = value(line(table, r + 1, i, grid.head().get(i).numeric()), values.get(i));
                if (grid.struck()) {
                    run.setStrikeThrough(true);
                }
            }
        }
        after(place);
    }

    void chart(Place.Top place, Report.Chart chart) {
        XWPFTable table = table(place, chart.bars().size(), 3, false);
        widths(table, List.of(USUAL, WIDE, NARROW));
        for (int i = 0; i < chart.bars().size(); i++) {
            Report.Bar bar = chart.bars().get(i);
            Words.add(line(table, i, 0, false), bar.label());
            bars.draw(line(table, i, 1, false).createRun(), bar, chart.thousandths(bar));
            Words.add(line(table, i, 2, true), bar.shown()).setBold(true);
            boolean last = i == chart.bars().size() - 1;
            table.getRow(i)
                    .getTableCells()
                    .forEach(cell -> cell.getParagraphs().get(0).setKeepNext(!last));
        }
        after(place);
    }

    void rich(Place.Top place, List<RichText.Row> rows, Prose prose) {
        int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        if (columns == 0) {
            return;
        }
        boolean headed = rows.size() > 1 && rows.get(0).cells().stream().allMatch(RichText.Cell::head);
        XWPFTable table = table(place, rows.size(), columns, headed);
        widths(table, Collections.nCopies(columns, 1));
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).cells().size(); c++) {
                RichText.Cell cell = rows.get(r).cells().get(c);
                XWPFTableCell target = table.getRow(r).getCell(c);
                prose.write(new Place.Cell(target), cell.blocks());
                if (cell.head()) {
                    target.getParagraphs().forEach(p -> p.getRuns().forEach(run -> run.setBold(true)));
                }
            }
        }
        after(place);
    }

    XWPFRun value(XWPFParagraph paragraph, Value value) {
        if (value instanceof Report.Link link) {
            XWPFRun run = Words.link(paragraph, link.href());
            run.setText(link.text());
            return run;
        }
        return Words.add(paragraph, report.shown(value));
    }

    private static XWPFTable table(Place.Top place, int rows, int columns, boolean headed) {
        XWPFTable table = place.table(rows, columns);
        table.setWidth("100%");
        table.removeBorders();
        if (headed) {
            table.setInsideHBorder(XWPFBorderType.SINGLE, THIN, 0, LINE);
            table.setBottomBorder(XWPFBorderType.SINGLE, THIN, 0, LINE);
            table.getRow(0).setRepeatHeader(true);
            table.getCTTbl().getTblPr().addNewTblLook().setFirstRow(true);
        }
        table.setCellMargins(PADDING, 0, PADDING, 2 * PADDING);
        table.getRows().forEach(row -> row.setCantSplitRow(true));
        return table;
    }

    /** Word follows the columns, LibreOffice too; POI writes none by itself. */
    private static void widths(XWPFTable table, List<Integer> shares) {
        int all = shares.stream().mapToInt(Integer::intValue).sum();
        var grid = table.getCTTbl().addNewTblGrid();
        shares.forEach(share -> grid.addNewGridCol().setW(BigInteger.valueOf((long) Looks.TEXT_WIDTH * share / all)));
        for (XWPFTableRow row : table.getRows()) {
            List<XWPFTableCell> cells = row.getTableCells();
            for (int i = 0; i < shares.size(); i++) {
                cells.get(i).setWidth(String.valueOf(Looks.TEXT_WIDTH * shares.get(i) / all));
            }
        }
    }

    private static XWPFParagraph line(XWPFTable table, int row, int column, boolean right) {
        XWPFParagraph paragraph =
                table.getRow(row).getCell(column).getParagraphs().get(0);
        paragraph.setStyle("Tight");
        if (right) {
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
        return paragraph;
    }

    /** Word joins tables that nothing stands between. */
    private static void after(Place place) {
        XWPFParagraph gap = place.paragraph();
        gap.setStyle("Tight");
    }
}
