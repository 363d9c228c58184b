package de.werkraum.rich;

import de.werkraum.rich.RichText.Heading;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Text;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rich text as CommonMark. What {@link #write} gives, {@link #parse} reads back as the same value, whatever characters
 * the text holds: none of them is taken for markup.
 */
public final class Markdown {
    /** Length of what stands for the other words. */
    private static final int LEAD = "\\- ".length();

    /** A line that opens hundreds of quotes and lists, each of which costs the parser a pass over all others. */
    private static final Pattern MARKERS_ONLY = Pattern.compile("(?m)^[>*+\\-0-9.) \\t]{1000}");

    private static final Pattern FEED = Pattern.compile("\\s*\\R\\s*");

    /** No markup anywhere but at the beginning of a line. */
    private static final String HARMLESS = " .,;()%/";

    private Markdown() {}

    /**
     * Reads CommonMark of any origin, with GitHub's tables, tasks and strikethrough. HTML becomes its text, a picture a link to it;
     * lists and quotes nested very deeply lose their structure, not their text; a line of a thousand markers makes all of it plain.
     */
    public static RichText parse(String markdown) {
        return MARKERS_ONLY.matcher(markdown).find()
                ? RichText.plain(markdown)
                : Normal.form(new MarkdownReader().read(markdown));
    }

    /** Without a line feed at the end; empty for an empty text. */
    public static String write(RichText text) {
        return String.join("\n", MarkdownWriter.lines(Normal.form(text)));
    }

    /** A plain text as a heading of level 1 to 6; line feeds become spaces. */
    public static String heading(int level, String plain) {
        return write(new RichText(List.of(new Heading(level, List.of(text(plain))))));
    }

    /** A plain text for use after other words of a line, nothing in it being markup; line feeds become spaces. */
    public static String words(String plain) {
        if (plain.chars().allMatch(c -> Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0)) {
            return plain.strip();
        }
        String line = write(new RichText(List.of(new Paragraph(List.of(text("- " + plain))))));
        return line.length() < LEAD ? "" : line.substring(LEAD);
    }

    private static Text text(String plain) {
        return new Text(FEED.matcher(plain).replaceAll(" ").strip(), RichText.Marks.NONE);
    }
}
