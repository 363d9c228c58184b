package de.werkraum.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.werkraum.plan.Bilingual;
import de.werkraum.plan.PlanTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which kind of file some bytes are, by what they are and not by what their name says; the name only settles what kind of text it is. */
final class Sniffing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MARKDOWN =
            Pattern.compile("(?m)^(?:#{1,6} \\S|[-*+] +\\S|\\d{1,3}[.)] +\\S|\\|.*\\|\\s*$)");

    /** As much of a text as shows what it is, in characters. */
    private static final int SAMPLE = 16_384;

    /** Beginnings of what people bring and nobody can read here. */
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Sniffing() {}

    static Contents read(byte[] bytes, String name, Bounds bounds) {
        if (bytes.length == 0) {
            throw Unreadable.nothing();
        } else if (bytes.length > bounds.bytes()) {
            throw Unreadable.tooLarge("Die Datei ist zu groß.", "The file is too large.");
        } else if (Parcel.is(bytes)) {
            return packed(Parcel.open(bytes, bounds), bounds);
        } else if (starts(bytes, OLD_OFFICE)) {
            throw Unreadable.format(
                    "Das ist eine Datei in einem alten Office-Format oder mit Kennwort. Bitte ohne Kennwort als .xlsx, .docx, .ods oder .csv speichern.",
                    "This is a file in an old Office format, or with a password. Please save it without one as .xlsx, .docx, .ods or .csv.");
        } else if (starts(bytes, "%PDF".getBytes(StandardCharsets.US_ASCII))) {
            throw Unreadable.format(
                    "Ein PDF hat keine Tabelle mehr, die sich lesen ließe. Bitte die Datei nehmen, aus der es gemacht wurde.",
                    "A PDF has no table any more that could be read. Please take the file it was made from.");
        } else if (!Encoding.isText(bytes)) {
            throw unknown();
        }
        return text(Encoding.of(bytes), name.toLowerCase(Locale.ROOT), bounds);
    }

    private static Contents packed(Parcel parcel, Bounds bounds) {
        return switch (parcel.kind()) {
            case "xlsx" -> new Contents.Sheets("xlsx", XlsxFile.read(parcel, bounds));
            case "docx" -> new Contents.Sheets("docx", DocxFile.read(parcel, bounds));
            case "ods", "odt" ->
                new Contents.Sheets(
                        parcel.kind(),
                        OdfFile.read(parcel.part("content.xml").orElseThrow(Unreadable::damaged), bounds));
            default -> throw unknown();
        };
    }

    private static Contents text(Encoding encoding, String name, Bounds bounds) {
        String text = encoding.text();
        String start = text.stripLeading();
        if (start.startsWith("BEGIN:VCALENDAR")) {
            throw Unreadable.format(
                    "Kalenderdateien werden hier nicht gelesen. Bitte die Aufgaben als Tabelle (CSV, XLSX, ODS) speichern.",
                    "Calendar files are not read here. Please save the tasks as a table (CSV, XLSX, ODS).");
        } else if (start.startsWith("{") || (start.startsWith("[") && name.endsWith(".json"))) {
            return new Contents.OwnPlan(own(start));
        } else if (start.startsWith("<")) {
            throw unknown();
        }
        boolean markdown = name.matches(".*\\.(?:md|markdown|mdown)$")
                || (!name.matches(".*\\.(?:csv|tsv|tab)$")
                        && MARKDOWN.matcher(text.substring(0, Math.min(text.length(), SAMPLE)))
                                .find()
                        && CsvFile.regularity(text) < 1);
        var doubts = new ArrayList<Warning>();
        if (!encoding.sure()) {
            doubts.add(taken(encoding));
        }
        if (markdown) {
            return new Contents.Sheets("md", MarkdownFile.read(text, bounds), doubts);
        }
        CsvFile csv = CsvFile.read(text, name.matches(".*\\.(?:tsv|tab)$"), bounds);
        doubts.addAll(csv.doubts());
        return new Contents.Sheets("csv", List.of(csv.sheet()), doubts);
    }

    private static Map<String, Object> own(String text) {
        Map<String, Object> tree;
        try {
            tree = JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw Unreadable.format("Das ist kein lesbares JSON.", "This is no readable JSON.");
        }
        if (!PlanTree.isPlan(tree)) {
            throw Unreadable.format(
                    "Dieses JSON ist kein Plan aus einem Werkraum; aus anderen Programmen bitte eine Tabelle (CSV, XLSX, ODS) speichern.",
                    "This JSON is no plan of a Werkraum; from other programs please save a table (CSV, XLSX, ODS).");
        }
        return tree;
    }

    private static Warning taken(Encoding encoding) {
        String page = encoding.charset().name().replace("x-", "");
        return new Warning(
                "",
                0,
                null,
                page,
                "sheet",
                new Bilingual(
                        "Die Datei sagt nicht, wie ihre Zeichen zu lesen sind; so ergeben sie am ehesten Wörter. Bitte die Umlaute ansehen.",
                        "The file does not say how its characters are to be read; like this they are most likely words. Please look at letters with accents."));
    }

    private static Unreadable unknown() {
        return Unreadable.format(
                "Dieses Dateiformat ist nicht bekannt. Gelesen werden CSV, XLSX, ODS, ODT, DOCX, Markdown und unser JSON.",
                "This file format is not known. CSV, XLSX, ODS, ODT, DOCX, Markdown and our JSON are read.");
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || bytes[i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
