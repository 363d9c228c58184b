package de.werkraum.rich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import de.werkraum.crdt.Doc;
import de.werkraum.crdt.View;
import de.werkraum.crdt.YText;
import de.werkraum.rich.RichText.Marks;
import de.werkraum.rich.RichText.Text;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A text becomes another one by the smallest difference, in memory that is in proportion to it. */
class TextMergeTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String[] LETTERS = {"a", "b", " ", "\n", "ü", "😀", "😁", "🥀"};
    private static final int LENGTH = 1 << 20;

    @Test
    void anyTextBecomesAnyOther() {
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            YText text = new Doc(1).getText("t");
            String before = letters(random, 12, LETTERS.length);
            text.insert(0, before);
            String wanted = letters(random, 12, LETTERS.length);
            TextMerge.plain(text, wanted);
            assertEquals(wanted, text.toString(), before);
        }
    }

    @Test
    void anyLookBecomesAnyOtherAndObjectsStay() {
        Random random = new Random(6);
        for (int i = 0; i < 3_000; i++) {
            Doc doc = new Doc(1);
            YText text = doc.getText("t");
            List<Text> before = line(random);
            for (Text run : before) {
                text.insert(text.length(), run.text(), Markings.attributes(run.marks(), Dialect.TIPTAP));
                if (random.nextInt(4) == 0) {
                    text.insertEmbed(text.length(), Map.of("image", "b.png"));
                }
            }
            long objects = objects(text);
            List<Text> wanted = line(random);
            doc.transact(() -> TextMerge.marked(text, wanted, Dialect.TIPTAP));
            assertEquals(shown(wanted), shown(read(text)), () -> "from " + before);
            assertEquals(objects, objects(text));
            assertEquals(0, doc.transact(() -> TextMerge.marked(text, wanted, Dialect.TIPTAP)).length);
        }
    }

    @Test
    void halvesOfCharactersAreNotKept() {
        YText text = new Doc(1).getText("t");
        text.insert(0, "😀🤀x");
        TextMerge.plain(text, "😁🨀x");
        assertEquals("😁🨀x", text.toString());
    }

    @Test
    void aWordInALongTextIsASmallChangeAndTakesLittleMemory() {
        Doc doc = new Doc(1);
        YText text = doc.getText("t");
        String before = "Ein Wort nach dem anderen. ".repeat(LENGTH / 27);
        text.insert(0, before, Map.of("strong", Map.of()));
        int middle = before.indexOf("Wort", before.length() / 2);
        List<Text> wanted = List.of(new Text(
                before.substring(0, middle) + "Satz"
                        + before.substring(middle + 4).stripTrailing(),
                Marks.NONE.withStrong()));
        TextMerge.marked(new Doc(2).getText("t"), List.of(new Text("warm", Marks.NONE)), Dialect.BASIC);

        long start = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        byte[] update = doc.transact(() -> TextMerge.marked(text, wanted, Dialect.BASIC));
        long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - start;
        assertEquals(wanted.get(0).text(), text.toString());
        assertTrue(update.length < 200, update.length + " bytes of change");
        assertTrue(bytes <= 12L * LENGTH, bytes + " bytes for " + LENGTH + " characters");
    }

    @Test
    void aWholeFieldIsMergedInMemoryInProportionToItsText() {
        Doc doc = new Doc(1);
        String before = ("Ein Wort nach dem anderen. ".repeat(20) + "\n\n").repeat(LENGTH / 540);
        var fragment = doc.getXmlFragment("minutes");
        doc.transact(() -> RichField.of(Markdown.parse(before)).write(fragment));
        RichField wanted = RichField.of(Markdown.parse(before.replaceFirst("Wort", "Satz") + "Ende."));
        RichField.read(fragment);

        long start = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        byte[] update = doc.transact(() -> wanted.write(fragment));
        long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - start;
        assertEquals(wanted, RichField.read(fragment));
        assertTrue(update.length < 1_000, update.length + " bytes of change");
        assertTrue(bytes <= 40L * LENGTH, bytes + " bytes for " + LENGTH + " characters");
    }

    private static List<Text> line(Random random) {
        List<Text> line = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Marks marks = random.nextBoolean() ? Marks.NONE : Marks.NONE.withStrong();
            marks = random.nextInt(3) > 0 ? marks : marks.to("https://example.org/" + random.nextInt(2));
            String letters = letters(random, 6, 2);
            if (!letters.isEmpty()) {
                line.add(new Text(letters, marks));
            }
        }
        return Runs.normal(List.copyOf(line)).stream().map(Text.class::cast).toList();
    }

    private static List<Text> read(YText text) {
        List<Text> read = new ArrayList<>();
        View.parts(text).forEach(part -> {
            if (part.insert() instanceof String string) {
                Map<String, Object> marks = part.attributes().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Trees.tree(entry.getValue())));
                read.add(new Text(string, Markings.read(marks)));
            }
        });
        return read;
    }

    /** A letter and its look each. */
    private static String shown(List<Text> line) {
        return line.stream()
                .flatMap(run -> run.text().chars().mapToObj(c -> c + "/" + run.marks()))
                .collect(Collectors.joining("\n"));
    }

    private static long objects(YText text) {
        return View.parts(text).stream()
                .filter(part -> !(part.insert() instanceof String))
                .count();
    }

    private static String letters(Random random, int most, int of) {
        var letters = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            letters.append(LETTERS[random.nextInt(of)]);
        }
        return letters.toString();
    }
}
