package de.werkraum.export.xlsx;

import de.werkraum.export.Report;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Section;
import de.werkraum.export.Report.Value;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** All that is no step: facts, goal, polls, minutes, people, one below the other. */
final class RestSheet {
    private static final int UNIT = 256;
    private static final int FIRST = 50;
    private static final int SECOND = 32;
    private static final int OTHERS = 16;
    private static final int COLUMNS = 8;

    private final XSSFSheet sheet;
    private final Looks looks;
    private final Report report;
    private int next;

    RestSheet(XSSFSheet sheet, Looks looks, Report report) {
        this.sheet = sheet;
        this.looks = looks;
        this.report = report;
    }

    void write() {
        sheet.setColumnWidth(0, FIRST * UNIT);
        sheet.setColumnWidth(1, SECOND * UNIT);
        for (int i = 2; i < COLUMNS; i++) {
            sheet.setColumnWidth(i, OTHERS * UNIT);
        }
        looks.put(row().createCell(0), report.title(), looks.title);
        facts(report.facts());
        for (Section section : report.sections()) {
            if (!section.id().equals("steps") && !section.id().equals("overview")) {
                section(section);
            }
        }
        Heights.fit(sheet);
        looks.paper(sheet, false);
    }

    private void section(Section section) {
        next++;
        var style = section.struck() ? looks.struck : section.level() <= 2 ? looks.title : looks.label;
        looks.put(row().createCell(0), section.heading(), style);
        section.parts().forEach(this::part);
    }

    private void part(Part part) {
        if (part instanceof Report.Sub sub) {
            section(sub.section());
        } else if (part instanceof Report.Rich rich) {
            rich.text().text().lines().forEach(line -> looks.put(row().createCell(0), line, looks.text));
        } else if (part instanceof Report.Facts facts) {
            facts(facts.facts());
        } else if (part instanceof Report.Sentence sentence) {
            looks.put(
                    row().createCell(0),
                    sentence.text(),
                    sentence.kind() == Report.Kind.RESULT ? looks.label : looks.text);
        } else if (part instanceof Report.Grid grid) {
            grid(grid);
        }
    }

    private void facts(List<Report.Fact> facts) {
        for (Report.Fact fact : facts) {
            XSSFRow row = row();
            looks.put(row.createCell(0), fact.label(), looks.text);
            looks.put(row.createCell(1), fact.value(), report);
        }
    }

    private void grid(Report.Grid grid) {
        if (grid.caption() != null) {
            looks.put(row().createCell(0), grid.caption(), looks.label);
        }
        XSSFRow head = row();
        for (int i = 0; i < grid.head().size(); i++) {
            looks.put(head.createCell(i), grid.head().get(i).label(), looks.head);
        }
        for (List<Value> values : grid.rows()) {
            XSSFRow row = row();
            for (int i = 0; i < values.size(); i++) {
                if (grid.struck()) {
                    looks.put(row.createCell(i), report.shown(values.get(i)), looks.struck);
                } else {
                    looks.put(row.createCell(i), values.get(i), report);
                }
            }
        }
    }

    private XSSFRow row() {
        return sheet.createRow(next++);
    }
}
