package de.werkraum.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.Undefined;
import de.werkraum.crdt.YArray;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.crdt.YXmlText;
import de.werkraum.rich.RichField;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
    private final Doc doc = new Doc(1);

    @Test
    void anEmptyDocumentIsAnEmptyPlan() {
        assertEquals(Plan.EMPTY, PlanReader.read(doc));
    }

    @Test
    void valuesOfWrongTypesAndFormsCountAsAbsent() {
        YMap step = step("s1");
        for (String key : List.of("rank", "result", "responsible", "start", "due", "status", "obstacle", "createdAt")) {
            step.set(key, 7);
        }
        step.set("title", "kein Y.Text");
        step.set("details", "kein Fragment");
        step.set("contributors", List.of());
        step.set("followUp", "2026-02-30");
        step.set("effort", "4");
        step.set("comments", "keine");
        step.set("id", "lügt");
        doc.getMap("meta").set("serviceKey", "98123").set("maturityNow", 2.5).set("authority", 3);
        Plan plan = PlanReader.read(doc);
        assertEquals(List.of(PlanTreeTest.bare("s1", "")), plan.steps());
        assertEquals(Map.of(), plan.meta());
    }

    @Test
    void formsAreKept() {
        YMap step = step("s1");
        step.set("title", new YText("Titel"));
        step.set("effort", 0.5).set("due", "2026-07-04").set("createdAt", "2026-07-04T09:30:00.000Z");
        step.set("status", "agreed").set("obstacle", "vendor");
        Step read = PlanReader.read(doc).steps().get(0);
        assertEquals("Titel", read.title());
        assertEquals(new BigDecimal("0.5"), read.effort());
        assertEquals(Instant.parse("2026-07-04T09:30:00Z"), read.createdAt());
        assertEquals(Status.AGREED, read.status());
        step.set("effort", -1)
                .set("createdAt", "gestern")
                .set("status", "AGREED")
                .set("due", "+12026-07-04");
        read = PlanReader.read(doc).steps().get(0);
        assertNull(read.effort());
        assertNull(read.createdAt());
        assertNull(read.status());
        assertNull(read.due());
    }

    @Test
    void entriesThatAreNoMapAreSkippedAndOthersStandInOrder() {
        step("b").set("rank", "V");
        step("a").set("rank", "V");
        step("z").set("rank", "B");
        step("y").set("rank", "a");
        step("x");
        doc.getMap("steps").set("text", new YText("x")).set("zahl", 1).set("objekt", Map.of("rank", "A"));
        assertEquals(
                List.of("x", "z", "a", "b", "y"),
                PlanReader.read(doc).steps().stream().map(Step::id).toList());
    }

    @Test
    void unknownKeysAreKept() {
        var deep = new HashMap<String, Object>();
        deep.put("null", null);
        deep.put("zahl", 1.5);
        YMap step = step("s1");
        step.set("objekt", deep).set("liste", Arrays.asList(1, null, true)).set("nichts", Undefined.UNDEFINED);
        step.set("bytes", new byte[] {1, 2}).set("groß", new BigInteger("9007199254740993"));
        step.set("text", new YText("geteilt"));
        YMap nested = new YMap();
        step.set("karte", nested);
        nested.set("a", new YArray());
        doc.getMap("meta").set("eigenes", "x").set("level", "Gemeinde");
        Plan plan = PlanReader.read(doc);
        assertEquals(Map.of("eigenes", "x", "level", "Gemeinde"), plan.meta());
        Map<String, Object> unknown = plan.steps().get(0).unknown();
        assertEquals(
                Map.of(
                        "objekt",
                        deep,
                        "liste",
                        Arrays.asList(1L, null, true),
                        "bytes",
                        "AQI=",
                        "groß",
                        "9007199254740993",
                        "text",
                        "geteilt",
                        "karte",
                        Map.of("a", List.of())),
                unknown);
    }

    @Test
    void commentsAreObjectsOrMaps() {
        var array = new YArray();
        step("s1").set("comments", array);
        var map = new YMap();
        array.push(Map.of("id", "c1", "text", "a", "done", true, "at", "2026-07-04T09:30:00Z"), 5, map, List.of());
        map.set("id", "c2").set("name", "Ayşe").set("done", "ja").set("extra", 1);
        List<Comment> comments = PlanReader.read(doc).steps().get(0).comments();
        assertEquals(
                List.of(
                        new Comment("c1", null, null, "a", Instant.parse("2026-07-04T09:30:00Z"), true, Map.of()),
                        new Comment("c2", null, "Ayşe", "", null, false, Map.of("extra", 1L))),
                comments);
    }

    @Test
    void richTextIsReadAsEditorsWriteIt() {
        YXmlFragment minutes = doc.getXmlFragment("minutes");
        var text = new YXmlText();
        var heading = new YXmlElement("heading").setAttribute("level", 2);
        heading.push(new YXmlText("Stand"));
        var paragraph = new YXmlElement("paragraph");
        var list = new YXmlElement("ordered_list").setAttribute("order", 3);
        var item = new YXmlElement("list_item");
        var code = new YXmlElement("code_block");
        var strange = new YXmlElement("toggle");
        minutes.push(heading, new YXmlElement("paragraph"), paragraph, list, code, strange, new YXmlText("lose"));
        paragraph.push(text, new YXmlElement("hard_break"), new YXmlText("zweite"), new YXmlElement("mention"));
        text.insert(0, "fett", Map.of("strong", Map.of()));
        text.insert(4, " und ", Map.of());
        text.insert(
                9, "Link", Map.of("link", Map.of("href", "https://a.de"), "em--AbCdEfGh", Map.of(), "farbe", "rot"));
        text.insertEmbed(0, Map.of("bild", 1));
        list.push(item);
        var inner = new YXmlElement("paragraph");
        item.push(inner);
        inner.push(new YXmlText("Punkt"));
        code.push(new YXmlText("a\nb"));
        var hidden = new YXmlElement("paragraph");
        strange.push(hidden);
        hidden.push(new YXmlText("<versteckt>"));
        assertEquals(
                "## Stand\n\n**fett** und [*Link*](https://a.de)\\\nzweite\n\n3. Punkt\n\n```\na\nb\n```\n\n\\<versteckt>\n\nlose",
                PlanReader.read(doc).minutes().markdown());
    }

    /** The update was made by y-prosemirror 1.3.7 on Yjs 13.6.33 from a ProseMirror document of the room page's schema. */
    @Test
    void richTextOfTheRealEditorIsRead() throws IOException {
        try (InputStream in = PlanReaderTest.class.getResourceAsStream("/plan/editor.update.base64")) {
            byte[] base64 = Objects.requireNonNull(in).readAllBytes();
            doc.applyUpdate(Base64.getMimeDecoder().decode(base64));
        }
        assertEquals(
                """
                ## Stand der Dinge

                **Offen** ist *vor* ***allem*** die Umlage 🙂\\
                siehe [Muster](https://example.org/a_\\(b\\)?c=1&#38;d=2)

                - Vertrag
                - Umlage
                  1. für 2027
                  2.

                1\\. kein Punkt # \\*"""
                        .stripIndent(),
                PlanReader.read(doc).minutes().markdown());
        RichField minutes = PlanReader.read(doc).minutes();
        assertEquals(0, PlanWriter.put(doc, new Plan("", "", minutes, Map.of(), List.of())).length);
    }

    @Test
    void deepAndHugeDocumentsAreRead() {
        YXmlFragment at = doc.getXmlFragment("minutes");
        for (int i = 0; i < 3000; i++) {
            var element = new YXmlElement(i % 2 == 0 ? "bullet_list" : "list_item");
            at.push(element);
            at = element;
        }
        at.push(new YXmlText("tief"));
        YMap map = doc.getMap("meta");
        for (int i = 0; i < 3000; i++) {
            var inner = new YMap();
            map.set("m", inner);
            map = inner;
        }
        Plan plan = PlanReader.read(doc);
        assertTrue(plan.minutes().markdown().contains("tief"));
        assertTrue(plan.meta().containsKey("m"));
    }

    private YMap step(String id) {
        var map = new YMap();
        doc.getMap("steps").set(id, map);
        return map;
    }
}
