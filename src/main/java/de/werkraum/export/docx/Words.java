package de.werkraum.export.docx;

import de.werkraum.rich.RichText;
import java.util.List;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Characters: tabs and line feeds have elements of their own. */
final class Words {
    private Words() {}

    static XWPFRun add(XWPFParagraph paragraph, String text) {
        return fill(paragraph.createRun(), text);
    }

    static void inlines(XWPFParagraph paragraph, List<RichText.Inline> inlines) {
        for (RichText.Inline inline : inlines) {
            if (inline instanceof RichText.Text text) {
                XWPFRun run = text.marks().href() == null
                        ? paragraph.createRun()
                        : link(paragraph, text.marks().href());
                mark(fill(run, text.text()), text.marks());
            } else {
                paragraph.createRun().addBreak();
            }
        }
    }

    /** A place outside, or by {@code #} inside the document; an address that is none stays a text. */
    static XWPFRun link(XWPFParagraph paragraph, String href) {
        if (href.startsWith("#")) {
            var inner = paragraph.getCTP().addNewHyperlink();
            inner.setAnchor(href.substring(1));
            var run = new org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun(inner, inner.addNewR(), paragraph);
            run.setStyle("Hyperlink");
            return run;
        }
        try {
            XWPFRun run = paragraph.createHyperlinkRun(href);
            run.setStyle("Hyperlink");
            return run;
        } catch (IllegalArgumentException e) {
            return paragraph.createRun();
        }
    }

    private static void mark(XWPFRun run, RichText.Marks marks) {
        if (marks.strong()) {
            run.setBold(true);
        }
        if (marks.em()) {
            run.setItalic(true);
        }
        if (marks.strike()) {
            run.setStrikeThrough(true);
        }
        if (marks.underline()) {
            run.setUnderline(UnderlinePatterns.SINGLE);
        }
        if (marks.code()) {
            run.setFontFamily("Consolas");
        }
    }

    private static XWPFRun fill(XWPFRun run, String text) {
        var piece = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (c != '\n' && c != '\t') {
                piece.append(c);
                continue;
            }
            if (!piece.isEmpty()) {
                run.setText(piece.toString(), run.getCTR().sizeOfTArray());
                piece.setLength(0);
            }
            if (i < text.length()) {
                if (c == '\n') {
                    run.addBreak();
                } else {
                    run.addTab();
                }
            }
        }
        return run;
    }
}
