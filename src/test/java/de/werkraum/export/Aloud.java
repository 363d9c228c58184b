package de.werkraum.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** A PDF as it is read aloud: in the order of its tags, and nothing that they leave out. */
public final class Aloud {
    private final Map<COSDictionary, Map<Integer, String>> pages = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> tags = new ArrayList<>();

    public Aloud(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            var extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            var pieces = new HashMap<Integer, String>();
            extractor.getMarkedContents().forEach(content -> collect(content, pieces));
            pages.put(page.getCOSObject(), pieces);
        }
        read(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject().getDictionaryObject(COSName.K), null);
    }

    public String text() {
        return text.toString();
    }

    /** Of headings, lists, tables and pictures. */
    List<String> tags() {
        return List.copyOf(tags);
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> pieces) {
        var piece = new StringBuilder();
        for (Object inner : content.getContents()) {
            if (inner instanceof TextPosition position) {
                piece.append(position.getUnicode());
            } else if (inner instanceof PDMarkedContent nested) {
                collect(nested, pieces);
            }
        }
        pieces.merge(content.getMCID(), piece.toString(), String::concat);
    }

    private void read(@Nullable COSBase base, @Nullable COSDictionary page) {
        if (base instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                read(array.getObject(i), page);
            }
        } else if (base instanceof COSInteger piece) {
            text.append(pages.getOrDefault(page, Map.of()).getOrDefault(piece.intValue(), ""));
        } else if (base instanceof COSDictionary element) {
            COSDictionary own = element.getCOSDictionary(COSName.PG);
            String tag = String.valueOf(element.getNameAsString(COSName.S));
            if (tag.matches("H\\d|L|LI|Table|TR|TD|TH|Figure|BlockQuote")) {
                tags.add(tag);
            }
            read(
                    element.getDictionaryObject(element.containsKey(COSName.MCID) ? COSName.MCID : COSName.K),
                    own == null ? page : own);
        }
    }
}
