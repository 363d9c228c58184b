package de.werkraum.export.docx;

import de.werkraum.export.Outline;
import de.werkraum.export.Report;
import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Section;
import de.werkraum.export.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;

/** What the document says. */
final class Body {
    private static final double LOGO_POINTS = 45;

    private final Style style;
    private final Report report;
    private final Place.Top top;
    private final Outline outline = new Outline();
    private final Tables tables;
    private final Prose prose;
    private int bookmarks;

    Body(XWPFDocument document, Style style, Report report) {
        this.style = style;
        this.report = report;
        this.top = new Place.Top(document);
        this.tables = new Tables(report, style);
        this.prose = new Prose(outline, new Numbers(document), tables);
    }

    void write() {
        letterhead();
        Words.add(heading(outline.next(1)), report.title());
        facts(report.facts());
        report.sections().forEach(this::section);
    }

    private void letterhead() {
        Style.Logo logo = style.logo();
        if (logo != null) {
            PictureType type = logo.mediaType().endsWith("png") ? PictureType.PNG : PictureType.JPEG;
            double width = LOGO_POINTS * logo.width() / logo.height();
            try {
                // What POI is told as the file's name is what Word reads out.
                top.paragraph()
                        .createRun()
                        .addPicture(
                                new ByteArrayInputStream(logo.bytes()),
                                type,
                                logo.alternative(),
                                Units.toEMU(width),
                                Units.toEMU(LOGO_POINTS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InvalidFormatException e) {
                throw new IllegalStateException(e);
            }
        }
        if (!style.sender().isEmpty()) {
            Words.add(top.paragraph(), style.sender()).setColor(Looks.MUTED);
        }
    }

    private XWPFParagraph heading(int level) {
        XWPFParagraph heading = top.paragraph();
        heading.setStyle("Heading" + level);
        return heading;
    }

    private void section(Section section) {
        XWPFParagraph heading = heading(outline.next(section.level()));
        var begin = heading.getCTP().addNewBookmarkStart();
        begin.setId(BigInteger.valueOf(++bookmarks));
        begin.setName(section.id());
        XWPFRun words = Words.add(heading, section.heading());
        if (section.struck()) {
            words.setStrikeThrough(true);
        }
        heading.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks));
        section.parts().forEach(this::part);
    }

    private void part(Part part) {
        if (part instanceof Report.Sub sub) {
            section(sub.section());
        } else if (part instanceof Report.Rich rich) {
            prose.write(top, rich.text().blocks());
        } else if (part instanceof Report.Facts facts) {
            facts(facts.facts());
        } else if (part instanceof Report.Grid grid) {
            tables.grid(top, grid);
        } else if (part instanceof Report.Chart chart) {
            tables.chart(top, chart);
        } else if (part instanceof Report.Sentence sentence) {
            sentence(sentence);
        }
    }

    private void sentence(Report.Sentence sentence) {
        XWPFParagraph paragraph = top.paragraph();
        XWPFRun run = Words.add(paragraph, sentence.text());
        switch (sentence.kind()) {
            case RESULT, DECISION -> {
                run.setBold(true);
                shade(paragraph, "EEF4F5", style.accent().substring(1));
            }
            case CANCELLED -> shade(paragraph, "F6EEEC", "9C3A28");
            case MUTED -> run.setColor(Looks.MUTED);
            case NOTE -> run.setBold(false);
        }
    }

    private static void shade(XWPFParagraph paragraph, String colour, String edge) {
        var properties = paragraph.getCTP().getPPr() == null
                ? paragraph.getCTP().addNewPPr()
                : paragraph.getCTP().getPPr();
        var line = properties.addNewPBdr().addNewLeft();
        line.setVal(STBorder.SINGLE);
        line.setSz(BigInteger.valueOf(20));
        line.setSpace(BigInteger.valueOf(6));
        line.setColor(edge);
        var shade = properties.addNewShd();
        shade.setVal(STShd.CLEAR);
        shade.setFill(colour);
        paragraph.setIndentationLeft(140);
        paragraph.setSpacingBefore(80);
        paragraph.setSpacingAfter(120);
    }

    private void facts(List<Fact> facts) {
        XWPFParagraph line = top.paragraph();
        for (int i = 0; i < facts.size(); i++) {
            Words.add(line, (i > 0 ? "  ·  " : "") + facts.get(i).label() + ": ")
                    .setColor(Looks.MUTED);
            tables.value(line, facts.get(i).value());
        }
    }
}
