package de.werkraum.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a text's stretches look like is told once for as long as it stays the same. */
class FormatsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int OBJECTS = 2_000;
    private static final int FORMATS = 200;
    /** A part, its place in a list that grows by halves, and what holds the value. */
    private static final long BYTES_AN_OBJECT = 200;

    @Test
    void stretchesOfTheSameLookShareIt() {
        YText text = objects(3);
        List<TextPart> delta = text.toDelta();
        assertEquals(FORMATS, delta.get(0).attributes().size());
        assertSame(delta.get(0).attributes(), delta.get(1).attributes());
        List<TextPart> parts = View.parts(text);
        assertSame(parts.get(0).attributes(), parts.get(1).attributes());
    }

    @Test
    void aLookThatChangesIsToldAnew() {
        YText text = new Doc(1).getText("t");
        text.insert(0, "a", Map.of("b", 1L));
        text.insert(1, "b", Map.of("b", 2L));
        text.insert(2, "c", Map.of());
        text.insert(3, "d", Map.of("b", 1L, "i", true));
        assertEquals(
                List.of(
                        new TextPart("a", Map.of("b", 1L)),
                        new TextPart("b", Map.of("b", 2L)),
                        new TextPart("c", Map.of()),
                        new TextPart("d", Map.of("b", 1L, "i", true))),
                text.toDelta());
        assertEquals(text.toDelta(), View.parts(text));
    }

    @Test
    void noMoreFormatsAreToldThanAnybodyNeeds() {
        YText text = new Doc(1).getText("t");
        text.insert(0, "a", formats(FORMATS + 50));
        assertEquals(FORMATS, text.toDelta().get(0).attributes().size());
        assertEquals(FORMATS, View.parts(text).get(0).attributes().size());
    }

    @Test
    void objectsAmongManyFormatsTakeNoMapEach() {
        YText text = objects(OBJECTS);
        assertLittle(text, YText::toDelta);
        assertLittle(text, View::parts);
    }

    private static void assertLittle(YText text, Function<YText, List<TextPart>> reading) {
        assertEquals(OBJECTS, reading.apply(text).size(), "read once, so that all is loaded");
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        int parts = reading.apply(text).size();
        long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertEquals(OBJECTS, parts);
        assertTrue(bytes <= BYTES_AN_OBJECT * OBJECTS, bytes + " bytes");
    }

    private static YText objects(int count) {
        Doc doc = new Doc(1);
        YText text = doc.getText("t");
        Map<String, Object> formats = formats(FORMATS);
        doc.transact(() -> {
            text.insertEmbed(0, "e", formats);
            for (int i = 1; i < count; i++) {
                text.insertEmbed(1, "e", formats);
            }
        });
        return text;
    }

    private static Map<String, Object> formats(int count) {
        Map<String, Object> formats = new HashMap<>();
        for (int i = 0; i < count; i++) {
            formats.put("f" + i, true);
        }
        return formats;
    }
}
