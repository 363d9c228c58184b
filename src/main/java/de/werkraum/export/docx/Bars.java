package de.werkraum.export.docx;

import de.werkraum.export.Report;
import de.werkraum.export.Style;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlToken;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;

/** A bar as a drawn rectangle with a text that says what it shows. */
final class Bars {
    /** English Metric Units, 360,000 a centimetre. */
    private static final long LONGEST = 2_160_000;

    private static final long HEIGHT = 130_000;
    private static final long SHORTEST = 12_000;
    private static final int WHOLE = 1000;
    private static final String SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    private final Style style;
    private int count;

    Bars(Style style) {
        this.style = style;
    }

    void draw(XWPFRun run, Report.Bar bar, int thousandths) {
        long width = Math.max(SHORTEST, LONGEST * thousandths / WHOLE);
        CTInline inline = run.getCTR().addNewDrawing().addNewInline();
        var extent = inline.addNewExtent();
        extent.setCx(width);
        extent.setCy(HEIGHT);
        var properties = inline.addNewDocPr();
        properties.setId(++count);
        properties.setName("Bar " + count);
        properties.setDescr(bar.label() + ": " + bar.shown());
        var data = inline.addNewGraphic().addNewGraphicData();
        data.setUri(SHAPES);
        try {
            data.set(XmlToken.Factory.parse(
                    shape(width, bar.selected() ? style.accent().substring(1) : "A9B8BE")));
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
        data.setUri(SHAPES);
    }

    private static String shape(long width, String colour) {
        return """
            <wps:wsp xmlns:wps="%s" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">\
            <wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm>\
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="%s"/></a:solidFill>\
            <a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"""
                .formatted(SHAPES, width, HEIGHT, colour);
    }
}
