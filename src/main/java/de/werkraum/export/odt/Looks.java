package de.werkraum.export.odt;

import de.werkraum.export.Report;
import de.werkraum.export.Style;
import java.util.Objects;
import org.odftoolkit.odfdom.doc.OdfTextDocument;
import org.odftoolkit.odfdom.incubator.meta.OdfOfficeMeta;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Version, language and styles of a document; those of the template are of 2011 and have none of the first two. */
final class Looks {
    static final double TABLE_CM = 16.5;

    private static final String MUTED = "#55606a";

    private final OdfTextDocument document;
    private final Style style;
    private final Report report;

    Looks(OdfTextDocument document, Style style, Report report) {
        this.document = document;
        this.style = style;
        this.report = report;
    }

    /** Makes them, and says where more styles of the content go. */
    Element prepare() throws Exception {
        Ns.set(document.getContentDom().getDocumentElement(), "office:version", "1.3");
        Ns.set(document.getStylesDom().getDocumentElement(), "office:version", "1.3");
        Ns.set(document.getMetaDom().getDocumentElement(), "office:version", "1.3");
        Ns.set(document.getSettingsDom().getDocumentElement(), "office:version", "1.3");
        Ns.set(document.getPackage().getManifestDom().getDocumentElement(), "manifest:version", "1.3");
        origin();
        Document styles = document.getStylesDom();
        language(styles);
        Element common = Ns.all(styles, "office:styles").iterator().next();
        for (int level = 1; level <= 6; level++) {
            heading(common, level);
        }
        Points.add(common, "Points", false);
        Points.add(common, "Numbers", true);
        footer(styles);
        Element own = Ns.all(document.getContentDom(), "office:automatic-styles")
                .iterator()
                .next();
        characters(own);
        paragraphs(own);
        tables(own);
        return own;
    }

    /** By itself ODFDOM names a program of long ago; its template is under a licence that a document made from it is not under. */
    private void origin() throws Exception {
        Ns.all(document.getMetaDom(), "meta:user-defined")
                .forEach(found -> Objects.requireNonNull(found.getParentNode()).removeChild(found));
        OdfOfficeMeta meta = document.getOfficeMetadata();
        meta.setAutomaticUpdate(false);
        meta.setTitle(report.title());
        meta.setLanguage(report.languageTag());
        meta.setCreator("Werkraum");
        meta.setGenerator("Werkraum");
        meta.setCreationInstant(report.at());
        meta.setInstant(report.at());
    }

    private void language(Document styles) {
        String[] tag = report.languageTag().split("-", -1);
        for (Element initial : Ns.all(styles, "style:default-style")) {
            if (initial.getAttribute("style:family").equals("paragraph")) {
                var found = Ns.all(initial, "style:text-properties").iterator();
                Element text = found.hasNext() ? found.next() : Ns.add(initial, "style:text-properties");
                Ns.set(text, "fo:language", tag[0]);
                Ns.set(text, "fo:country", tag[1]);
                Ns.set(text, "fo:font-size", "10pt");
                Ns.remove(text, "style:font-name");
                Ns.set(text, "fo:font-family", "'" + style.fontName() + "'");
            }
        }
    }

    private void heading(Element common, int level) {
        String name = "Heading_20_" + level;
        for (Element found : Ns.all(common, "style:style")) {
            if (found.getAttribute("style:name").equals(name)) {
                common.removeChild(found);
            }
        }
        Element heading = Ns.add(
                common,
                "style:style",
                "style:name",
                name,
                "style:display-name",
                "Heading " + level,
                "style:family",
                "paragraph",
                "style:parent-style-name",
                "Standard",
                "style:next-style-name",
                "Standard",
                "style:default-outline-level",
                String.valueOf(level));
        Element shape = Ns.add(
                heading,
                "style:paragraph-properties",
                "fo:margin-top",
                level == 2 ? "0.8cm" : "0.5cm",
                "fo:margin-bottom",
                "0.15cm",
                "fo:keep-with-next",
                "always");
        Element text = Ns.add(
                heading,
                "style:text-properties",
                "fo:font-weight",
                "bold",
                "fo:font-size",
                level == 1 ? "22pt" : level == 2 ? "14.5pt" : level == 3 ? "12pt" : "10.5pt");
        if (level <= 2) {
            Ns.set(text, "fo:color", style.accent());
        }
        if (level == 2) {
            Ns.set(shape, "fo:border-bottom", "0.8pt solid " + style.accent());
            Ns.set(shape, "fo:padding-bottom", "0.08cm");
        }
    }

    private void footer(Document styles) {
        Element master = Ns.all(styles, "style:master-page").iterator().next();
        Element own = Ns.all(styles, "office:automatic-styles").iterator().next();
        Element look = Ns.add(own, "style:style", "style:name", "Foot", "style:family", "paragraph");
        Element shape = Ns.add(look, "style:paragraph-properties", "fo:margin-top", "0.3cm");
        Element stops = Ns.add(shape, "style:tab-stops");
        Ns.add(stops, "style:tab-stop", "style:position", "16.5cm", "style:type", "right");
        Ns.add(look, "style:text-properties", "fo:font-size", "8pt", "fo:color", MUTED);
        for (Element layout : Ns.all(own, "style:page-layout-properties")) {
            Ns.set(layout, "fo:page-width", "21cm");
            Ns.set(layout, "fo:page-height", "29.7cm");
            Ns.set(layout, "fo:margin-left", "2.4cm");
            Ns.set(layout, "fo:margin-right", "2cm");
            Ns.set(layout, "fo:margin-top", "2cm");
            Ns.set(layout, "fo:margin-bottom", "1.5cm");
        }
        Element foot = styles.createElementNS(master.getNamespaceURI(), "style:footer");
        master.insertBefore(foot, master.getFirstChild());
        style.footer().forEach(line -> Words.add(Ns.add(foot, "text:p", "text:style-name", "Foot"), line));
        Element last = Ns.add(foot, "text:p", "text:style-name", "Foot");
        Words.add(last, report.title());
        Ns.add(last, "text:tab");
        Ns.add(last, "text:page-number", "text:select-page", "current").setTextContent("1");
        Words.add(last, " / ");
        Ns.add(last, "text:page-count").setTextContent("1");
    }

    private void characters(Element own) {
        character(own, "Strong", "fo:font-weight", "bold");
        character(own, "Em", "fo:font-style", "italic");
        character(own, "Underline", "style:text-underline-style", "solid", "style:text-underline-width", "auto");
        character(own, "Strike", "style:text-line-through-style", "solid");
        character(own, "Code", "fo:font-family", "'Liberation Mono'", "fo:background-color", "#f1f3f4");
        character(own, "Muted", "fo:color", MUTED);
        character(own, "Link", "fo:color", style.accent(), "style:text-underline-style", "solid");
    }

    private static void character(Element own, String name, String... looks) {
        Element found = Ns.add(own, "style:style", "style:name", name, "style:family", "text");
        Ns.add(found, "style:text-properties", looks);
    }

    private void paragraphs(Element own) {
        paragraph(own, "Text", "fo:margin-bottom", "0.18cm");
        paragraph(own, "Tight", "fo:margin-bottom", "0.05cm");
        Element heads = paragraph(own, "Heads", "fo:margin-bottom", "0.05cm");
        Ns.add(heads, "style:text-properties", "fo:font-weight", "bold");
        paragraph(
                own,
                "Quote",
                "fo:margin-left",
                "0.5cm",
                "fo:margin-bottom",
                "0.18cm",
                "fo:border-left",
                "1.5pt solid #c3ccd1",
                "fo:padding-left",
                "0.25cm");
        paragraph(own, "Rule", "fo:border-bottom", "0.5pt solid #8c989f", "fo:margin-bottom", "0.3cm");
        paragraph(
                own,
                "Result",
                "fo:background-color",
                "#eef4f5",
                "fo:border-left",
                "2.5pt solid " + style.accent(),
                "fo:padding",
                "0.15cm",
                "fo:margin-top",
                "0.1cm",
                "fo:margin-bottom",
                "0.25cm");
        paragraph(
                own,
                "Cancelled",
                "fo:background-color",
                "#f6eeec",
                "fo:border-left",
                "2.5pt solid #9c3a28",
                "fo:padding",
                "0.15cm",
                "fo:margin-bottom",
                "0.25cm");
        paragraph(own, "Right", "fo:text-align", "end");
    }

    private static Element paragraph(Element own, String name, String... looks) {
        Element found = Ns.add(
                own,
                "style:style",
                "style:name",
                name,
                "style:family",
                "paragraph",
                "style:parent-style-name",
                "Standard");
        Ns.add(found, "style:paragraph-properties", looks);
        return found;
    }

    private void tables(Element own) {
        Element table = Ns.add(own, "style:style", "style:name", "Grid", "style:family", "table");
        Ns.add(
                table,
                "style:table-properties",
                "style:width",
                TABLE_CM + "cm",
                "table:align",
                "left",
                "fo:margin-top",
                "0.1cm",
                "fo:margin-bottom",
                "0.35cm");
        Element row = Ns.add(own, "style:style", "style:name", "Line", "style:family", "table-row");
        Ns.add(row, "style:table-row-properties", "fo:keep-together", "always");
        cell(own, "Head", "1pt solid #8c989f");
        cell(own, "Cell", "0.5pt solid #d5dbde");
        cell(own, "Plain", "none");
        fill(own, "Bar", "#a9b8be");
        fill(own, "Best", style.accent());
    }

    private static void cell(Element own, String name, String border) {
        Element cell = Ns.add(own, "style:style", "style:name", name, "style:family", "table-cell");
        Ns.add(
                cell,
                "style:table-cell-properties",
                "fo:border-bottom",
                border,
                "fo:padding-top",
                "0.06cm",
                "fo:padding-bottom",
                "0.06cm",
                "fo:padding-right",
                "0.2cm");
    }

    private static void fill(Element own, String name, String colour) {
        Element shape = Ns.add(own, "style:style", "style:name", name, "style:family", "graphic");
        Ns.add(
                shape,
                "style:graphic-properties",
                "draw:stroke",
                "none",
                "draw:fill",
                "solid",
                "draw:fill-color",
                colour,
                "style:vertical-pos",
                "middle",
                "style:vertical-rel",
                "line");
    }
}
