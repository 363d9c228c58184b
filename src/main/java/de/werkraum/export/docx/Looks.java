package de.werkraum.export.docx;

import de.werkraum.export.Report;
import de.werkraum.export.Style;
import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STUnderline;

/** Styles, page and language: POI's documents begin without any. */
final class Looks {
    static final String MUTED = "55606A";

    /** Half points. */
    private static final int[] SIZES = {44, 28, 23, 20, 20, 20};

    /** Twentieths of a point: A4, and its edges. */
    private static final int WIDTH = 11_906;

    private static final int HEIGHT = 16_838;
    private static final int EDGE = 1_134;
    private static final int LEFT = 1_361;

    /** What is left for text. */
    static final int TEXT_WIDTH = WIDTH - LEFT - EDGE;

    private final XWPFDocument document;
    private final Style style;
    private final Report report;
    private final XWPFStyles styles;

    Looks(XWPFDocument document, Style style, Report report) {
        this.document = document;
        this.style = style;
        this.report = report;
        this.styles = document.createStyles();
    }

    void prepare() {
        styles.setSpellingLanguage(report.languageTag());
        CTStyle normal = paragraph("Normal", "Normal", 100);
        normal.setDefault(true);
        font(normal.addNewRPr(), 20);
        add(normal);
        for (int level = 1; level <= SIZES.length; level++) {
            heading(level);
        }
        CTStyle tight = paragraph("Tight", "Tight", 30);
        tight.addNewBasedOn().setVal("Normal");
        add(tight);
        CTStyle quote = paragraph("Quote", "Quote", 100);
        quote.addNewBasedOn().setVal("Normal");
        quote.getPPr().addNewInd().setLeft(BigInteger.valueOf(360));
        add(quote);
        character();
        page();
        footer();
    }

    private CTStyle paragraph(String id, String name, int after) {
        CTStyle last = CTStyle.Factory.newInstance();
        last.setType(STStyleType.PARAGRAPH);
        last.setStyleId(id);
        last.addNewName().setVal(name);
        last.addNewQFormat();
        last.addNewPPr().addNewSpacing().setAfter(BigInteger.valueOf(after));
        return last;
    }

    /** A style is copied when it is added, so it has to be whole. */
    private void add(CTStyle whole) {
        styles.addStyle(new XWPFStyle(whole, styles));
    }

    private void heading(int level) {
        CTStyle heading = paragraph("Heading" + level, "heading " + level, 80);
        heading.addNewBasedOn().setVal("Normal");
        heading.addNewNext().setVal("Normal");
        CTPPrGeneral shape = heading.getPPr();
        shape.addNewKeepNext();
        shape.getSpacing().setBefore(BigInteger.valueOf(level == 1 ? 0 : level == 2 ? 440 : 280));
        shape.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        CTRPr text = heading.addNewRPr();
        font(text, SIZES[level - 1]);
        text.addNewB();
        if (level <= 2) {
            text.addNewColor().setVal(style.accent().substring(1));
        }
        if (level == 2) {
            var line = shape.addNewPBdr().addNewBottom();
            line.setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder.SINGLE);
            line.setSz(BigInteger.valueOf(8));
            line.setSpace(BigInteger.valueOf(3));
            line.setColor(style.accent().substring(1));
        }
        add(heading);
    }

    private void character() {
        CTStyle link = CTStyle.Factory.newInstance();
        link.setType(STStyleType.CHARACTER);
        link.setStyleId("Hyperlink");
        link.addNewName().setVal("Hyperlink");
        CTRPr text = link.addNewRPr();
        text.addNewColor().setVal(style.accent().substring(1));
        text.addNewU().setVal(STUnderline.SINGLE);
        add(link);
    }

    private void font(CTRPr text, int halfPoints) {
        var font = text.addNewRFonts();
        String name = style.fontName();
        font.setAscii(name);
        font.setHAnsi(name);
        font.setCs(name);
        text.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    }

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(HEIGHT));
        CTPageMar edges = section.addNewPgMar();
        edges.setTop(BigInteger.valueOf(EDGE));
        edges.setBottom(BigInteger.valueOf(EDGE));
        edges.setLeft(BigInteger.valueOf(LEFT));
        edges.setRight(BigInteger.valueOf(EDGE));
        edges.setFooter(BigInteger.valueOf(EDGE / 2));
        edges.setHeader(BigInteger.valueOf(EDGE / 2));
    }

    private void footer() {
        XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
        style.footer().forEach(line -> muted(footer.createParagraph(), line));
        XWPFParagraph last = footer.createParagraph();
        last.setAlignment(ParagraphAlignment.LEFT);
        muted(last, report.title() + "  ·  ");
        field(last, "PAGE");
        muted(last, " / ");
        field(last, "NUMPAGES");
    }

    private static void muted(XWPFParagraph paragraph, String text) {
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(8);
        run.setColor(MUTED);
    }

    private static void field(XWPFParagraph paragraph, String name) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(name);
        var run = field.addNewR();
        run.addNewT().setStringValue("1");
        run.addNewRPr().addNewSz().setVal(BigInteger.valueOf(16));
    }
}
