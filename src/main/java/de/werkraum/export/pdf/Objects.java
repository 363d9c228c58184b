package de.werkraum.export.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a third of a laid out document's objects. The layout gives each box a property list of its own for what is behind it, and each reference in the tree
 * of tags an object; writing objects was half of what a large document cost.
 */
final class Objects {
    /** Small things that only one other holds: they need no number. */
    private static final Set<COSName> HELD = Set.of(COSName.getPDFName("MCR"), COSName.getPDFName("OBJR"));

    private static final List<COSName> IN_ANNOTATIONS = List.of(COSName.A, COSName.BS);

    private final PDDocument document;
    private final Map<Set<Map.Entry<COSName, COSBase>>, COSDictionary> lists = new HashMap<>();

    /** A background needs its bounds, an ornament does not. */
    private final COSDictionary ornament = new COSDictionary();

    Objects(PDDocument document) {
        this.document = document;
        ornament.setItem(COSName.TYPE, COSName.getPDFName("Layout"));
    }

    void join() throws IOException {
        for (PDPage page : document.getPages()) {
            COSDictionary own = page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
            if (own != null) {
                share(own);
            }
            page.getAnnotations()
                    .forEach(annotation -> IN_ANNOTATIONS.forEach(
                            name -> direct(annotation.getCOSObject().getDictionaryObject(name))));
        }
        tags();
    }

    /** Equal property lists are one, on all pages. */
    private void share(COSDictionary own) {
        for (COSName name : Set.copyOf(own.keySet())) {
            COSDictionary list = own.getCOSDictionary(name);
            if (list != null) {
                boolean behind = COSName.BACKGROUND.equals(list.getCOSName(COSName.TYPE));
                own.setItem(name, behind ? ornament : lists.computeIfAbsent(Set.copyOf(list.entrySet()), same -> list));
            }
        }
    }

    private void tags() {
        Deque<COSBase> rest = new ArrayDeque<>();
        rest.add(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject());
        var seen = new HashSet<COSBase>();
        while (!rest.isEmpty()) {
            COSBase next = rest.pop();
            if (next instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    rest.push(array.getObject(i));
                }
            } else if (next instanceof COSDictionary element && seen.add(element)) {
                if (HELD.contains(element.getCOSName(COSName.TYPE))) {
                    element.setDirect(true);
                }
                direct(element.getDictionaryObject(COSName.A));
                COSBase inner = element.getDictionaryObject(COSName.K);
                if (inner != null) {
                    rest.push(inner);
                }
            }
        }
    }

    private static void direct(@Nullable COSBase object) {
        if (object instanceof COSDictionary) {
            object.setDirect(true);
        }
    }
}
