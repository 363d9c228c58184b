package de.werkraum.export;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.ICalComponent;
import biweekly.property.ICalProperty;
import biweekly.property.TextProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a program that knows a format, and nothing of us, finds in a document.
 *
 * @param texts in their order
 * @param shape all that is no text: elements, properties, cells, formulas, links
 */
record Reading(List<String> texts, List<String> shape) {
    /** Fields of the JSON that hold rich text. */
    private static final Set<String> MARKDOWN = Set.of("details", "minutes");

    /** How a cell's text writes a sign that XML has no word for (ECMA-376, ST_Xstring). */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Reading() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    static Reading of(String format, byte[] bytes) throws Exception {
        var reading = new Reading();
        switch (format) {
            case "md" -> reading.markdown(new String(bytes, StandardCharsets.UTF_8));
            case "csv" -> reading.table(new String(bytes, StandardCharsets.UTF_8));
            case "json" -> reading.json(new ObjectMapper().readTree(bytes));
            case "ics" -> reading.calendar(new String(bytes, StandardCharsets.UTF_8));
            case "pdf" -> reading.pages(bytes);
            default -> reading.zip(bytes);
        }
        if (format.equals("xlsx")) {
            reading.texts.replaceAll(text -> ESCAPED.matcher(text)
                    .replaceAll(sign -> Matcher.quoteReplacement("" + (char) Integer.parseInt(sign.group(1), 16))));
        }
        return reading;
    }

    /** Without blanks: where lines are broken is the paper's affair. */
    String squeezed() {
        return squeezed(String.join("", texts));
    }

    static String squeezed(String text) {
        var squeezed = new StringBuilder();
        text.codePoints().filter(c -> !Typed.isBlank(c) && Typed.isHeld(c)).forEach(squeezed::appendCodePoint);
        return squeezed.toString();
    }

    private void markdown(String text) {
        var extensions = List.of(
                StrikethroughExtension.builder().requireTwoTildes(true).build(),
                TablesExtension.create(),
                TaskListItemsExtension.create());
        markdown(Parser.builder().extensions(extensions).build().parse(text));
    }

    private void markdown(org.commonmark.node.Node node) {
        if (node instanceof Text text) {
            texts.add(text.getLiteral());
        } else if (node instanceof Code code) {
            texts.add(code.getLiteral());
            shape.add("Code");
        } else if (node instanceof FencedCodeBlock code) {
            texts.add(code.getLiteral());
            shape.add("Block" + code.getInfo());
        } else if (!(node instanceof SoftLineBreak) && !isApart(node)) {
            shape.add(node.getClass().getSimpleName() + (node instanceof Link link ? link.getDestination() : ""));
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            markdown(child);
        }
    }

    /** What our own Markdown has between bold and slanted words, and nobody sees. */
    private static boolean isApart(org.commonmark.node.Node node) {
        return node instanceof HtmlInline html && html.getLiteral().equals("<!-- -->");
    }

    /** RFC 4180 with semicolons; what begins like a formula is told. */
    private void table(String csv) {
        boolean quoted = false;
        var cell = new StringBuilder();
        for (int i = 1; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(csv.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ';' || c == '\n')) {
                texts.add(cell.toString());
                shape.add((cell.toString().strip().matches("(?s)[=@＝].*") ? "formula" : "cell") + c);
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
    }

    private void json(JsonNode node) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        } else {
            shape.add(node.getNodeType().name());
            node.fields().forEachRemaining(field -> {
                shape.add(field.getKey());
                if (MARKDOWN.contains(field.getKey())) {
                    markdown(field.getValue().textValue());
                } else {
                    json(field.getValue());
                }
            });
            if (node.isArray()) {
                node.forEach(this::json);
            }
        }
    }

    private void calendar(String text) {
        for (ICalendar calendar : Biweekly.parse(text).all()) {
            component(calendar);
        }
    }

    private void component(ICalComponent component) {
        shape.add(component.getClass().getSimpleName());
        for (ICalProperty property : component.getProperties().values()) {
            shape.add(property.getClass().getSimpleName()
                    + property.getParameters().getMap().keySet());
            if (property instanceof TextProperty words) {
                texts.add(words.getValue());
            }
        }
        component.getComponents().values().forEach(this::component);
    }

    private void pages(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            var aloud = new Aloud(document);
            texts.add(aloud.text());
            shape.addAll(aloud.tags());
            // a link on two lines is two places to press
            var links = new TreeSet<String>();
            for (var page : document.getPages()) {
                page.getAnnotations().stream()
                        .map(annotation -> annotation.getCOSObject().getCOSDictionary(COSName.A))
                        .forEach(action -> links.add(action.getString(COSName.URI, "#")));
            }
            shape.addAll(links);
            shape.sort(null);
        }
    }

    /** The parts of an office document. */
    private void zip(byte[] bytes) throws Exception {
        var parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches(".*\\.(xml|rels)")) {
                    shape.add(entry.getName());
                    byte[] part = zip.readAllBytes();
                    element(parsers.newDocumentBuilder()
                            .parse(new ByteArrayInputStream(part))
                            .getDocumentElement());
                }
            }
        }
    }

    /** But for looks: how wide a column is depends on what stands in it. */
    private void element(Element element) {
        if (element.getNodeName().equals("office:automatic-styles")) {
            return;
        }
        shape.add(element.getNodeName() + element.getAttribute("t") + element.getAttribute("Target"));
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                element(inner);
            } else if (child instanceof org.w3c.dom.Text text) {
                texts.add(text.getData());
            } else {
                shape.add(child.getNodeName());
            }
        }
    }
}
