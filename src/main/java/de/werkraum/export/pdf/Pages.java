package de.werkraum.export.pdf;

import de.werkraum.export.Outline;
import de.werkraum.export.Report;
import de.werkraum.export.Report.Part;
import de.werkraum.export.Report.Section;
import de.werkraum.export.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A report as a page with a style sheet, for the layout to cut into sheets of paper. */
final class Pages {
    private final Report report;
    private final Style style;
    private final String fonts;
    private final Markup markup = new Markup();
    private final Outline outline = new Outline();
    private final Prose prose = new Prose(markup, outline);
    private final Tables tables;

    Pages(Report report, Style style, String fonts) {
        this.report = report;
        this.style = style;
        this.fonts = fonts;
        this.tables = new Tables(markup, report);
    }

    Document document() {
        Element html = markup.root("html");
        html.setAttribute("lang", report.language());
        Element head = markup.add(html, "head");
        markup.add(head, "title").setTextContent(report.title());
        meta(head, "subject", report.title());
        meta(
                head,
                "author",
                style.sender().isEmpty()
                        ? "Werkraum"
                        : style.sender().lines().findFirst().orElse(""));
        markup.add(head, "style").setTextContent(sheet());
        bookmarks(head);
        Element body = markup.add(html, "body");
        letterhead(body);
        markup.text(body, "h" + outline.next(1), "", report.title());
        Element about = markup.add(body, "div", "about");
        tables.facts(about, report.facts());
        report.sections().forEach(section -> section(body, section));
        return markup.document();
    }

    private void letterhead(Element body) {
        Style.Logo logo = style.logo();
        if (logo == null && style.sender().isEmpty()) {
            return;
        }
        Element head = markup.add(body, "div", "letterhead");
        if (logo != null) {
            Element image = markup.add(head, "img", "logo");
            String bytes = Base64.getEncoder().encodeToString(logo.bytes());
            image.setAttribute("src", "data:" + logo.mediaType() + ";base64," + bytes);
            image.setAttribute("alt", logo.alternative());
        }
        if (!style.sender().isEmpty()) {
            markup.text(head, "p", "sender", style.sender());
        }
    }

    private void section(Element parent, Section section) {
        String name = "h" + outline.next(section.level());
        Element heading = markup.text(parent, name, section.struck() ? "struck" : "", section.heading());
        heading.setAttribute("id", section.id());
        section.parts().forEach(part -> part(parent, part));
    }

    private void part(Element parent, Part part) {
        if (part instanceof Report.Sub sub) {
            section(parent, sub.section());
        } else if (part instanceof Report.Rich rich) {
            prose.write(parent, rich.text().blocks());
        } else if (part instanceof Report.Facts facts) {
            tables.facts(parent, facts.facts());
        } else if (part instanceof Report.Grid grid) {
            tables.grid(parent, grid);
        } else if (part instanceof Report.Chart chart) {
            tables.chart(parent, chart);
        } else if (part instanceof Report.Sentence sentence) {
            markup.text(parent, "p", look(sentence.kind()), sentence.text());
        }
    }

    private static String look(Report.Kind kind) {
        return kind == Report.Kind.DECISION ? "result" : kind.name().toLowerCase(Locale.ROOT);
    }

    private void bookmarks(Element head) {
        Element bookmarks = markup.add(head, "bookmarks");
        report.sections().forEach(section -> bookmark(bookmarks, section));
    }

    private void bookmark(Element parent, Section section) {
        Element bookmark = markup.add(parent, "bookmark");
        bookmark.setAttribute("name", section.heading());
        bookmark.setAttribute("href", "#" + section.id());
        for (Part part : section.parts()) {
            if (part instanceof Report.Sub sub) {
                bookmark(bookmark, sub.section());
            }
        }
    }

    private void meta(Element head, String name, String content) {
        Element meta = markup.add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private String sheet() {
        List<String> foot = style.footer().isEmpty()
                ? List.of(report.title())
                : Stream.concat(style.footer().stream(), Stream.of(report.title()))
                        .toList();
        try (InputStream sheet = Pages.class.getResourceAsStream("sheet.css")) {
            return new String(Objects.requireNonNull(sheet).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{accent}", style.accent())
                    .replace("{fonts}", fonts)
                    .replace("{footer}", quoted(foot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A string of the style sheet: every sign but letters and digits by its number, so that none of them ends it. */
    private static String quoted(List<String> lines) {
        var quoted = new StringBuilder("\"");
        String.join("\n", lines).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append('\\').append(String.format("%06x", c));
            }
        });
        return quoted.append('"').toString();
    }
}
