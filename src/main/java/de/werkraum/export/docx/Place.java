package de.werkraum.export.docx;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Where paragraphs and tables go: the document or a cell. */
sealed interface Place {
    XWPFParagraph paragraph();

    /** The document itself. */
    record Top(XWPFDocument document) implements Place {
        @Override
        public XWPFParagraph paragraph() {
            return document.createParagraph();
        }

        XWPFTable table(int rows, int columns) {
            return document.createTable(rows, columns);
        }
    }

    /** A cell, which begins with one empty paragraph. */
    record Cell(XWPFTableCell cell) implements Place {
        @Override
        public XWPFParagraph paragraph() {
            XWPFParagraph first = cell.getParagraphs().get(0);
            boolean unused = cell.getParagraphs().size() == 1 && first.getRuns().isEmpty() && first.getStyle() == null;
            XWPFParagraph paragraph = unused ? first : cell.addParagraph();
            paragraph.setStyle("Tight");
            return paragraph;
        }
    }
}
