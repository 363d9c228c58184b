package de.werkraum.export.odt;

import de.werkraum.export.Outline;
import de.werkraum.export.Report;
import de.werkraum.export.Report.Fact;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Section;
import de.werkraum.export.Style;
import java.util.List;
import org.odftoolkit.odfdom.doc.OdfTextDocument;
import org.w3c.dom.Element;

/** What the document says. */
final class Body {
    /** Height of the logo on paper. */
    private static final double LOGO_CM = 1.6;

    private final OdfTextDocument document;
    private final Style style;
    private final Report report;
    private final Outline outline = new Outline();
    private final Prose prose = new Prose(outline);
    private final Tables tables;

    /** @param looks where styles of the content are put */
    Body(OdfTextDocument document, Style style, Report report, Element looks) {
        this.document = document;
        this.style = style;
        this.report = report;
        this.tables = new Tables(report, looks);
    }

    void write() throws Exception {
        Element root = document.getContentRoot();
        while (root.getFirstChild() != null) {
            root.removeChild(root.getFirstChild());
        }
        letterhead(root);
        Words.add(Prose.heading(root, outline.next(1)), report.title());
        facts(root, report.facts());
        report.sections().forEach(section -> section(root, section));
    }

    private void letterhead(Element root) {
        Style.Logo logo = style.logo();
        if (logo != null) {
            String name = "Pictures/logo."
                    + logo.mediaType().substring(logo.mediaType().indexOf('/') + 1);
            document.getPackage().insert(logo.bytes(), name, logo.mediaType());
            Element frame = Ns.add(
                    Prose.paragraph(root, "Text"),
                    "draw:frame",
                    "draw:name",
                    "Logo",
                    "text:anchor-type",
                    "as-char",
                    "svg:width",
                    LOGO_CM * logo.width() / logo.height() + "cm",
                    "svg:height",
                    LOGO_CM + "cm");
            Ns.add(
                    frame,
                    "draw:image",
                    "xlink:href",
                    name,
                    "xlink:type",
                    "simple",
                    "xlink:show",
                    "embed",
                    "xlink:actuate",
                    "onLoad");
            Ns.add(frame, "svg:desc").setTextContent(logo.alternative());
        }
        if (!style.sender().isEmpty()) {
            Words.span(Prose.paragraph(root, "Text"), "Muted", style.sender());
        }
    }

    private void section(Element parent, Section section) {
        Element heading = Prose.heading(parent, outline.next(section.level()));
        Ns.add(heading, "text:bookmark", "text:name", section.id());
        if (section.struck()) {
            Words.span(heading, "Strike", section.heading());
        } else {
            Words.add(heading, section.heading());
        }
        section.parts().forEach(part -> part(parent, part));
    }

    private void part(Element parent, Part part) {
        if (part instanceof Report.Sub sub) {
            section(parent, sub.section());
        } else if (part instanceof Report.Rich rich) {
            prose.write(parent, rich.text().blocks(), "Text");
        } else if (part instanceof Report.Facts facts) {
            facts(parent, facts.facts());
        } else if (part instanceof Report.Grid grid) {
            tables.grid(parent, grid);
        } else if (part instanceof Report.Chart chart) {
            tables.chart(parent, chart);
        } else if (part instanceof Report.Sentence sentence) {
            sentence(parent, sentence);
        }
    }

    private static void sentence(Element parent, Report.Sentence sentence) {
        switch (sentence.kind()) {
            case RESULT, DECISION -> Words.span(Prose.paragraph(parent, "Result"), "Strong", sentence.text());
            case CANCELLED -> Words.add(Prose.paragraph(parent, "Cancelled"), sentence.text());
            case MUTED -> Words.span(Prose.paragraph(parent, "Tight"), "Muted", sentence.text());
            case NOTE -> Words.add(Prose.paragraph(parent, "Text"), sentence.text());
        }
    }

    private void facts(Element parent, List<Fact> facts) {
        Element line = Prose.paragraph(parent, "Text");
        for (int i = 0; i < facts.size(); i++) {
            Words.span(line, "Muted", (i > 0 ? " · " : "") + facts.get(i).label() + ": ");
            tables.value(line, facts.get(i).value(), "");
        }
    }
}
