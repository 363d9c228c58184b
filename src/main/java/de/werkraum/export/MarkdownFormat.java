package de.werkraum.export;

import java.nio.charset.StandardCharsets;

/** A document to read and to paste: CommonMark, and GitHub's tables and strikethrough for the results of polls. */
final class MarkdownFormat implements Format {
    @Override
    public String name() {
        return "md";
    }

    @Override
    public String mediaType() {
        return "text/markdown; charset=utf-8";
    }

    @Override
    public byte[] render(Report report, Style style) {
        return new MarkdownPage(report).text().getBytes(StandardCharsets.UTF_8);
    }
}
