package de.werkraum.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Workbooks of Excel and what writes like it, read as streams: rows that are only coloured are passed over, however many there are.
 * Formulas are not computed: their last result stands beside them.
 */
final class XlsxFile {
    private final Parcel parcel;
    private final Bounds bounds;
    private final Map<String, String> targets = new HashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private boolean since1904;

    /** A sheet as the workbook lists it. */
    private record Entry(String name, boolean hidden, String relation) {}

    private XlsxFile(Parcel parcel, Bounds bounds) {
        this.parcel = parcel;
        this.bounds = bounds;
    }

    static List<Sheet> read(Parcel parcel, Bounds bounds) {
        return new XlsxFile(parcel, bounds).sheets();
    }

    private List<Sheet> sheets() {
        Xml.read(part("xl/workbook.xml"), xml -> {
            while (Xml.next(xml)) {
                if (xml.getLocalName().equals("sheet")) {
                    String state = Xml.attribute(xml, "state");
                    entries.add(new Entry(
                            String.valueOf(Xml.attribute(xml, "name")),
                            state != null && !state.equals("visible"),
                            String.valueOf(xml.getAttributeValue(relations(xml.getNamespaceURI()), "id"))));
                } else if (xml.getLocalName().equals("workbookPr")) {
                    since1904 = Xml.isTrue(Xml.attribute(xml, "date1904"));
                }
            }
        });
        relations("xl/_rels/workbook.xml.rels", targets);
        parcel.part("xl/sharedStrings.xml").ifPresent(this::strings);
        XlsxStyles styles = XlsxStyles.of(parcel, since1904);
        var sheets = new ArrayList<Sheet>();
        int left = bounds.rows();
        for (Entry entry : entries) {
            String path = path(targets.getOrDefault(entry.relation(), ""));
            if (parcel.part(path).isPresent() && path.contains("worksheet")) {
                Sheet sheet = new XlsxSheet(styles, strings, links(path), bounds, left)
                        .read(part(path), entry.name(), entry.hidden());
                left -= sheet.rows().size();
                sheets.add(sheet);
            }
        }
        return sheets;
    }

    /** Strict workbooks have other namespaces. */
    private static String relations(String main) {
        return main.startsWith("http://purl.oclc.org/")
                ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    }

    private byte[] part(String name) {
        return parcel.part(name).orElseThrow(Unreadable::damaged);
    }

    private static String path(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private void relations(String name, Map<String, String> into) {
        parcel.part(name)
                .ifPresent(part -> Xml.read(part, xml -> {
                    while (Xml.next(xml)) {
                        if (xml.getLocalName().equals("Relationship")) {
                            into.put(
                                    String.valueOf(Xml.attribute(xml, "Id")),
                                    String.valueOf(Xml.attribute(xml, "Target")));
                        }
                    }
                }));
    }

    /** Where links of a sheet lead to, by relation. */
    private Map<String, String> links(String path) {
        var links = new HashMap<String, String>();
        int slash = path.lastIndexOf('/');
        relations(path.substring(0, slash) + "/_rels" + path.substring(slash) + ".rels", links);
        return links;
    }

    private void strings(byte[] part) {
        Xml.read(part, xml -> {
            while (Xml.next(xml)) {
                if (xml.getLocalName().equals("si")) {
                    strings.add(XlsxSheet.richText(xml));
                }
            }
        });
    }
}
