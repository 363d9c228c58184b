package de.werkraum.rich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.rich.RichText.Block;
import de.werkraum.rich.RichText.Break;
import de.werkraum.rich.RichText.BulletList;
import de.werkraum.rich.RichText.Cell;
import de.werkraum.rich.RichText.Code;
import de.werkraum.rich.RichText.Heading;
import de.werkraum.rich.RichText.Inline;
import de.werkraum.rich.RichText.Item;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.OrderedList;
import de.werkraum.rich.RichText.Paragraph;
import de.werkraum.rich.RichText.Quote;
import de.werkraum.rich.RichText.Row;
import de.werkraum.rich.RichText.Rule;
import de.werkraum.rich.RichText.Table;
import de.werkraum.rich.RichText.Task;
import de.werkraum.rich.RichText.TaskList;
import de.werkraum.rich.RichText.Text;
import de.werkraum.support.Seeded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void ordinaryTextReadsAsPeopleWriteIt() {
        String markdown =
                """
                # Stand

                **Offen:** die laufende Umlage. Das Land hat sie *angekündigt*, 2 < 3 & R&D, a_b.

                - Vertrag anfordern
                - Umlage einstellen
                  1. für 2027
                  2. für 2028
                - siehe [Muster](https://example.org/a?b=1)

                Ende\\
                und Zeile"""
                        .stripIndent();
        assertEquals(markdown, Markdown.write(Markdown.parse(markdown)));
    }

    @Test
    void everyRichTextComesBack() {
        Seeded.cases(2000, random -> {
            RichText text = Normal.form(new RichText(blocks(random, 0)));
            String markdown = Markdown.write(text);
            assertEquals(text, Markdown.parse(markdown), () -> markdown);
        });
    }

    @Test
    void emphasisBesideAnyCharacterComesBack() {
        String characters = "aß1 .„*_\u00A0🙂é\u0301-#";
        Seeded.cases(5000, random -> {
            var inlines = new ArrayList<Inline>();
            for (int i = random.nextInt(7); i >= 0; i--) {
                int from = characters.offsetByCodePoints(
                        0, random.nextInt(characters.codePointCount(0, characters.length())));
                String character = Character.toString(characters.codePointAt(from));
                inlines.add(new Text(
                        random.nextInt(3) == 0 ? "a" : character,
                        new Marks(
                                random.nextBoolean(),
                                random.nextBoolean(),
                                false,
                                random.nextInt(4) == 0,
                                random.nextInt(6) == 0,
                                random.nextInt(6) == 0 ? "https://x.de" : null)));
            }
            RichText text = Normal.form(new RichText(List.of(new Paragraph(inlines))));
            String markdown = Markdown.write(text);
            assertEquals(text, Markdown.parse(markdown), () -> markdown);
        });
    }

    @Test
    void textIsNeverMarkup() {
        for (String line : List.of(
                "# kein Titel",
                "- kein Punkt",
                "+ kein Punkt",
                "* kein Punkt",
                "1. keine Nummer",
                "12) keine Nummer",
                "> kein Zitat",
                "---",
                "***",
                "___",
                "===",
                "~~~",
                "```",
                "    kein Code",
                "\tkein Code",
                "<script>alert(1)</script>",
                "<!-- kein Kommentar -->",
                "[kein](link)",
                "![kein](bild)",
                "[kein]: https://ziel.de",
                "<https://kein.link>",
                "&amp; &#42; &nbsp;",
                "`code`",
                "\\*",
                "a  ",
                "  a",
                "_a_ __b__ *c* **d**",
                "~~e~~",
                "a\\",
                "!",
                "https://example.org",
                "x\u0000y\u0007z\u0085")) {
            RichText text =
                    Normal.form(new RichText(List.of(new Paragraph(List.of(plain(line), new Break(), plain(line))))));
            String markdown = Markdown.write(text);
            assertEquals(text, Markdown.parse(markdown), () -> markdown);
            assertFalse(Markdown.words(line + "\n" + line).contains("\n"));
            assertEquals(
                    Markdown.parse("x " + markdown.replace("\n", "")).blocks().size(),
                    Markdown.parse("x " + Markdown.words(line)).blocks().size());
        }
    }

    @Test
    void whatRichTextDoesNotKnowBecomesItsText() {
        assertEquals(
                "> Zitat\n\n```\ncode\nzeile\n```\n\n\\<b>roh\\</b>\n\n___\n\nein \\<i>Wort\\</i> und `x`\n\n[Bild](https://b.de/x.png)",
                Markdown.write(
                        Markdown.parse(
                                "> Zitat\n\n```\ncode\nzeile\n```\n\n<b>roh</b>\n\n***\n\nein <i>Wort</i> und `x`\n\n![Bild](https://b.de/x.png)")));
        assertEquals("eine Zeile", Markdown.write(Markdown.parse("eine\nZeile")));
    }

    @Test
    void linksGoOnlyWherePeopleExpect() {
        for (String bad : List.of(
                "javascript:alert(1)", " JavaScript:x", "data:text/html,x", "vbscript:x", "java\tscript:x", "")) {
            assertEquals("x", Markdown.write(new RichText(List.of(new Paragraph(List.of(link("x", bad)))))), bad);
        }
        for (String good :
                List.of("https://a.de/(b)?c=d&amp;e#f", "mailto:a@b.de", "tel:+49", "/pfad", "#s1", "a b", "<x>")) {
            RichText text = new RichText(List.of(new Paragraph(List.of(plain("!"), link("x", good)))));
            assertEquals(text, Markdown.parse(Markdown.write(text)));
        }
    }

    @Test
    void hostileNestingEndsSoonAndKeepsTheText() {
        for (String hostile : List.of(
                "> ".repeat(2_000_000) + "Ende",
                "- ".repeat(2_000_000) + "Ende",
                "> ".repeat(450) + "Ende",
                "*a **b ".repeat(3000) + "Ende",
                "[".repeat(3000) + "Ende" + "](x)".repeat(3000),
                "<".repeat(3000) + "Ende",
                "`".repeat(20_000) + "Ende",
                "\\".repeat(50_001) + "Ende",
                "&".repeat(50_000) + "Ende")) {
            String markdown = assertTimeout(Duration.ofMinutes(1), () -> Markdown.write(Markdown.parse(hostile)));
            assertTrue(markdown.contains("Ende"), hostile.substring(0, 10));
        }
    }

    @Test
    void plainTextKeepsItsLines() {
        assertEquals(
                "a\\\nb\n\nc \\# d",
                Markdown.write(RichText.plain("a\nb\n\nc # d")).replace("c #", "c \\#"));
        assertEquals("", Markdown.write(RichText.plain("")));
    }

    private static List<Block> blocks(Random random, int depth) {
        var blocks = new ArrayList<Block>();
        for (int i = random.nextInt(4); i > 0; i--) {
            blocks.add(
                    switch (depth > 3 ? 0 : random.nextInt(10)) {
                        case 1 -> new Heading(1 + random.nextInt(6), inlines(random));
                        case 2, 3 -> new BulletList(items(random, depth));
                        case 4 -> new OrderedList(random.nextInt(3), items(random, depth));
                        case 5 ->
                            new TaskList(List.of(
                                    new Task(true, List.of(new Paragraph(List.of(plain("getan"))))),
                                    new Task(false, List.of(new Paragraph(List.of(plain("offen"))), new Rule()))));
                        case 6 -> new Quote(blocks(random, depth + 1));
                        case 7 -> new Code(random.nextBoolean() ? "sql" : "", "a  `b`\n```\n  c" + random.nextInt(3));
                        case 8 -> new Rule();
                        case 9 -> table(random);
                        default -> new Paragraph(inlines(random));
                    });
        }
        return blocks;
    }

    private static Block table(Random random) {
        var rows = new ArrayList<Row>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            boolean head = rows.isEmpty();
            rows.add(new Row(List.of(cell(head, random), cell(head, random))));
        }
        return new Table(rows);
    }

    private static Cell cell(boolean head, Random random) {
        return new Cell(head, List.of(new Paragraph(List.of(plain("a|\\b ".repeat(random.nextInt(2)) + "|c")))));
    }

    private static List<Item> items(Random random, int depth) {
        var items = new ArrayList<Item>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(new Item(blocks(random, depth + 1)));
        }
        return items;
    }

    private static List<Inline> inlines(Random random) {
        String units = "ab ß1.)(-#+>=*_~`<>[]!&;:|\\\t\n\"' 🙂„“\u00A0\u2003é\u0301x\u0007";
        var inlines = new ArrayList<Inline>();
        for (int i = random.nextInt(5); i > 0; i--) {
            if (random.nextInt(6) == 0) {
                inlines.add(new Break());
                continue;
            }
            var text = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                text.append(units.charAt(random.nextInt(units.length())));
            }
            String href =
                    random.nextInt(5) == 0 ? "https://x.de/" + text.toString().strip() : null;
            inlines.add(new Text(text.toString(), marks(random, href)));
        }
        return inlines;
    }

    private static Marks marks(Random random, @Nullable String href) {
        return new Marks(
                random.nextInt(3) == 0,
                random.nextInt(3) == 0,
                false,
                random.nextInt(5) == 0,
                random.nextInt(8) == 0,
                href);
    }

    private static Inline plain(String text) {
        return new Text(text, Marks.NONE);
    }

    private static Inline link(String text, @Nullable String href) {
        return new Text(text, Marks.NONE.to(href));
    }
}
