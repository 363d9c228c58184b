package de.werkraum.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Office files with no more in them than a test needs. */
final class Made {
    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Made() {}

    /** Of the rows of one sheet. */
    static byte[] xlsx(String rows) {
        return xlsx("", "", rows, Map.of());
    }

    /**
     * Of the rows of one sheet.
     *
     * @param type a document type before the sheet, or nothing
     * @param properties of the workbook, as attributes
     * @param parts further ones, such as styles and shared strings, by path
     */
    static byte[] xlsx(String type, String properties, String rows, Map<String, String> parts) {
        Map<String, String> all = new LinkedHashMap<>(parts);
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + SHEET + "' xmlns:r='" + RELATIONS + "'><workbookPr " + properties
                        + "/><sheets><sheet name='Liste' sheetId='1' r:id='r1'/></sheets></workbook>");
        all.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>");
        all.put(
                "xl/worksheets/sheet1.xml",
                type + "<worksheet xmlns='" + SHEET + "'><sheetData>" + rows + "</sheetData></worksheet>");
        return zip(all);
    }

    /** A row of texts. */
    static String row(String... texts) {
        var row = new StringBuilder("<row>");
        for (String text : texts) {
            row.append("<c t='inlineStr'><is><t>").append(text).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    /** Part of a workbook. */
    static String part(String root, String content) {
        return "<" + root + " xmlns='" + SHEET + "'>" + content + "</" + root + ">";
    }

    /** Of what a spreadsheet holds. */
    static byte[] ods(String tables) {
        return ods("", tables);
    }

    /** The same with a document type before it. */
    static byte[] ods(String type, String tables) {
        return odf("spreadsheet", type, tables);
    }

    /** Of what a text holds. */
    static byte[] odt(String content) {
        return odt("", content);
    }

    /** The same with a document type before it. */
    static byte[] odt(String type, String content) {
        return odf("text", type, content);
    }

    private static byte[] odf(String kind, String type, String content) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument." + kind);
        parts.put(
                "content.xml",
                type + "<office:document-content xmlns:office='" + OdfFile.OFFICE + "' xmlns:table='" + OdfFile.TABLE
                        + "' xmlns:text='" + OdfFile.TEXT + "'><office:body><office:" + kind + ">" + content
                        + "</office:" + kind + "></office:body></office:document-content>");
        return zip(parts);
    }

    /** Of what the body of a Word document holds. */
    static byte[] docx(String body) {
        return docx("", body);
    }

    /** The same with a document type before it. */
    static byte[] docx(String type, String body) {
        return zip(Map.of(
                "word/document.xml",
                type + "<w:document xmlns:w='" + WORD + "'><w:body>" + body + "</w:body></w:document>"));
    }

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
