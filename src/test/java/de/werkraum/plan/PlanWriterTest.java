package de.werkraum.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.YArray;
import de.werkraum.crdt.YMap;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.crdt.YXmlText;
import de.werkraum.rich.RichField;
import de.werkraum.support.Seeded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PlanWriterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant MOMENT = NOW.plusMillis(616);

    private final Doc doc = new Doc(1);

    @Test
    void aTemplateFillsADocument() {
        Template template = TemplatesTest.TEMPLATES.find("efa-reuse").orElseThrow();
        int[] n = {0};
        byte[] update = PlanWriter.create(doc, "Raum Elbe", template, "de", () -> "s" + ++n[0], MOMENT);
        Plan plan = PlanReader.read(doc);
        assertEquals("Raum Elbe", plan.title());
        assertEquals(template.goal().de(), plan.goal());
        assertEquals(Map.of("origin", "efa-reuse"), plan.meta());
        assertEquals(8, plan.steps().size());
        Step third = plan.steps().get(2);
        assertEquals("s3", third.id());
        assertEquals("Rechtsweg und Kosten klären", third.title());
        assertEquals(
                "Nachnutzungsvertrag, Landesvorgabe, laufende Umlage",
                third.details().markdown());
        assertEquals("Freigegebene Mittel", third.result());
        assertEquals("Kämmerei, Rechtsamt", third.responsible());
        assertEquals(new BigDecimal(4), third.effort());
        assertEquals(Status.PROPOSED, third.status());
        assertEquals(NOW, third.createdAt());
        var other = new Doc(2);
        other.applyUpdate(update);
        assertEquals(plan, PlanReader.read(other));
        assertTrue(other.getMap("steps").get("s3") instanceof YMap map
                && map.get("comments") instanceof YArray
                && "s3".equals(map.get("id")));
    }

    @Test
    void withoutATemplateThereIsOnlyATitle() {
        PlanWriter.create(doc, "Leer", null, "en", () -> "x", NOW);
        assertEquals(new Plan("Leer", "", RichField.EMPTY, Map.of(), List.of()), PlanReader.read(doc));
    }

    @Test
    void whatIsThereAlreadyIsNotWritten() {
        PlanWriter.create(doc, "Titel", TemplatesTest.TEMPLATES.all().get(0), "de", ids(), NOW);
        var broken = new YMap();
        doc.getMap("steps").set("kaputt", broken).set("keiner", 1);
        broken.set("due", 7).set("title", "kein Text").set("eigenes", List.of(1, 2.5));
        doc.getXmlFragment("minutes").push(new YXmlElement("paragraph"));
        Plan plan = PlanReader.read(doc);
        assertEquals(0, PlanWriter.put(doc, plan).length);
        assertEquals(0, PlanWriter.restore(doc, plan).length);
        assertEquals(7L, broken.get("due"));
        assertEquals("kein Text", broken.get("title"));
    }

    @Test
    void stepsNotMentionedAreDroppedOrGoWhenRestoring() {
        PlanWriter.create(doc, "Titel", TemplatesTest.TEMPLATES.all().get(4), "de", ids(), NOW);
        Plan plan = PlanReader.read(doc);
        var fewer = new Plan(
                plan.title(),
                plan.goal(),
                RichField.EMPTY,
                plan.meta(),
                plan.steps().subList(0, 4));
        PlanWriter.put(doc, fewer);
        assertEquals(
                List.of(Status.DROPPED, Status.DROPPED),
                PlanReader.read(doc).steps().subList(4, 6).stream()
                        .map(Step::status)
                        .toList());
        PlanWriter.restore(doc, fewer);
        assertEquals(fewer, PlanReader.read(doc));
    }

    @Test
    void everyPlanCanFollowEveryOther() {
        Seeded.cases(150, random -> {
            var first = new Doc(1);
            var second = new Doc(2);
            for (int i = 0; i < 4; i++) {
                Plan plan = plan(random);
                second.applyUpdate(PlanWriter.restore(first, plan));
                assertEquals(plan, PlanReader.read(first));
                assertEquals(plan, PlanReader.read(second));
                assertEquals(0, PlanWriter.put(first, plan).length);
            }
        });
    }

    @Test
    void whatOthersTypeAtTheSameTimeStays() {
        Seeded.cases(150, random -> {
            var mine = new Doc(1);
            var theirs = new Doc(2);
            Plan plan = plan(random);
            theirs.applyUpdate(PlanWriter.restore(mine, plan));
            Plan changed = edited(plan, random);
            List<String> typed = type(theirs, random);
            byte[] put = PlanWriter.put(mine, changed);
            mine.applyUpdate(theirs.encodeStateAsUpdate(mine.encodeStateVector()));
            theirs.applyUpdate(put);
            Plan merged = PlanReader.read(mine);
            assertEquals(merged, PlanReader.read(theirs));
            typed.forEach(word -> assertTrue(merged.toString().contains(word), () -> word + " is not in " + merged));
        });
    }

    @Test
    void oneWordChangedIsASmallEdit() {
        String text = "Die laufende Umlage ist für drei Jahre einzustellen. ".repeat(40);
        PlanWriter.put(doc, new Plan(text, text, rich("- " + text), Map.of(), List.of()));
        String other = text.replaceFirst("drei", "vier");
        byte[] update = PlanWriter.put(doc, new Plan(other, other, rich("- " + other), Map.of(), List.of()));
        assertTrue(update.length < 150, update.length + " bytes");
        assertEquals(other.strip(), PlanReader.read(doc).title().strip());
    }

    @Test
    void unknownFormatsStayWithTheTextThatStays() {
        var paragraph = new YXmlElement("paragraph");
        var text = new YXmlText();
        doc.getXmlFragment("minutes").push(paragraph);
        paragraph.push(text);
        text.insert(0, "unterstrichen", Map.of("underline", Map.of()));
        text.insertEmbed(3, Map.of("bild", 1));
        PlanWriter.put(doc, new Plan("", "", rich("**sehr** unterstrichen"), Map.of(), List.of()));
        assertEquals(
                "[{\"insert\":\"sehr\",\"attributes\":{\"strong\":{}}}"
                        + ",{\"insert\":\" \"},{\"insert\":\"unt\",\"attributes\":{\"underline\":{}}},{\"insert\":{\"bild\":1}}"
                        + ",{\"insert\":\"erstrichen\",\"attributes\":{\"underline\":{}}}]",
                text.toDelta().stream()
                        .map(part -> {
                            String insert = part.insert() instanceof String s ? "\"" + s + "\"" : "{\"bild\":1}";
                            String marks = part.attributes().isEmpty()
                                    ? ""
                                    : ",\"attributes\":{\""
                                            + part.attributes()
                                                    .keySet()
                                                    .iterator()
                                                    .next() + "\":{}}";
                            return "{\"insert\":" + insert + marks + "}";
                        })
                        .toList()
                        .toString()
                        .replace(", {", ",{"));
    }

    @Test
    void commentsAreChangedOneByOne() {
        var array = new YArray();
        var map = new YMap();
        var step = new YMap();
        doc.getMap("steps").set("s", step);
        step.set("title", new YText()).set("details", new YXmlFragment()).set("comments", array);
        array.push(Map.of("id", "a", "text", "eins", "done", false), "fremd", map);
        map.set("id", "b").set("text", "zwei").set("done", false);
        Plan plan = PlanReader.read(doc);
        Object tree = PlanTree.of(plan);
        Plan wanted = ((PlanTree.Accepted) PlanTree.parse(
                        TemplatesTest.json(
                                "{'steps':[{'id':'s','comments':[{'id':'b','text':'ZWEI','done':true},{'id':'n','text':'neu'}]}]}"
                                        .replace('\'', '"')),
                        plan,
                        ids()))
                .plan();
        PlanWriter.put(doc, wanted);
        assertEquals(
                List.of("eins", "ZWEI", "neu"),
                PlanReader.read(doc).steps().get(0).comments().stream()
                        .map(Comment::text)
                        .toList());
        assertTrue(array.toList().contains("fremd") && tree instanceof Map);
    }

    private static Supplier<String> ids() {
        int[] n = {0};
        return () -> "id" + ++n[0];
    }

    private static Plan plan(Random random) {
        var steps = new ArrayList<Step>();
        List<String> ranks = Ranks.evenly(6);
        for (int i = 0; i < 6; i++) {
            if (random.nextBoolean()) {
                steps.add(step("s" + i, ranks.get(random.nextInt(6)), random));
            }
        }
        Map<String, Object> meta =
                random.nextBoolean() ? Map.of("authority", words(random), "x", List.of(1L)) : Map.of();
        return new Plan(words(random), words(random), markdown(random), meta, steps);
    }

    private static Step step(String id, String rank, Random random) {
        boolean full = random.nextBoolean();
        return new Step(
                id,
                rank,
                words(random),
                markdown(random),
                full ? words(random) : null,
                null,
                full ? null : words(random),
                null,
                full ? LocalDate.of(2026, 1 + random.nextInt(12), 1) : null,
                null,
                List.of(Status.values()).get(random.nextInt(7)),
                full ? Forms.effort(random.nextInt(9) / 2.0) : null,
                full ? null : Obstacle.MONEY,
                NOW,
                full
                        ? List.of(new Comment("c" + random.nextInt(3), "m", "n", words(random), NOW, full, Map.of()))
                        : List.of(),
                full ? Map.of("y", words(random)) : Map.of());
    }

    private static String words(Random random) {
        var words = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            words.append(List.of("Umlage ", "🙂", "ä", "klären ", "a", "\n").get(random.nextInt(6)));
        }
        return words.toString();
    }

    /** As a document of the pages can hold it: their schema has no code, for one. */
    private static RichField rich(String markdown) {
        var doc = new Doc(9);
        doc.transact(() -> RichField.parse(markdown, null).write(doc.getXmlFragment("minutes")));
        return RichField.read(doc.getXmlFragment("minutes"));
    }

    private static RichField markdown(Random random) {
        var blocks = new ArrayList<String>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String line = words(random).replace('\n', ' ');
            blocks.add(
                    switch (random.nextInt(5)) {
                        case 0 -> "## " + line;
                        case 1 -> "- " + line + "\n- **" + line.strip() + "** x\n  1. " + line;
                        case 2 -> "3. " + line + "\n4. [" + line.strip() + "](https://a.de)";
                        case 3 -> "a\\\n*" + line.strip() + "*";
                        default -> line;
                    });
        }
        return rich(String.join("\n\n", blocks));
    }

    /** Changes some texts of the plan, adds and takes away some. */
    private static Plan edited(Plan plan, Random random) {
        var steps = new ArrayList<>(plan.steps());
        if (!steps.isEmpty() && random.nextBoolean()) {
            steps.remove(random.nextInt(steps.size()));
        }
        steps.add(step("neu", "x", random));
        return new Plan(
                words(random) + plan.title(),
                plan.goal() + words(random),
                rich("Vorweg " + words(random).strip() + "\n\n" + plan.minutes().markdown() + "\n\nSchluss"),
                plan.meta(),
                steps);
    }

    /** Types words into texts of the document that the other edit leaves standing. */
    private static List<String> type(Doc doc, Random random) {
        var typed = new ArrayList<String>();
        typed.add(into(doc.getText("title"), "TIPPA", random));
        typed.add(into(doc.getText("goal"), "TIPPB", random));
        for (Object step : doc.getMap("steps").toMap().values()) {
            if (step instanceof YMap map && map.get("title") instanceof YText title) {
                typed.add(into(title, "TIPPC", random));
            }
        }
        for (Object node : doc.getXmlFragment("minutes").children()) {
            if (node instanceof YXmlElement element
                    && element.name().equals("paragraph")
                    && element.get(0) instanceof YXmlText text) {
                typed.add(into(text, "TIPPD", random));
            }
        }
        return typed;
    }

    private static String into(YText text, String word, Random random) {
        int[] ends = text.toDelta().stream()
                .map(part -> String.valueOf(part.insert()).length())
                .mapToInt(Integer::intValue)
                .toArray();
        int position = random.nextBoolean() || ends.length == 0 ? 0 : ends[0];
        text.insert(position, word);
        return word;
    }

    @Test
    void stringsOfOlderPlansBecomeSharedTextsOnce() {
        var map = new YMap();
        doc.getMap("steps").set("s1", map);
        map.set("responsible", "Kämmerei").set("result", "fertig");
        assertTrue(PlanWriter.hasOldTexts(doc));
        Plan before = PlanReader.read(doc);
        assertTrue(PlanWriter.renewTexts(doc).length > 0);
        assertEquals(before, PlanReader.read(doc));
        assertTrue(map.get("responsible") instanceof YText);
        assertEquals(0, PlanWriter.renewTexts(doc).length);
    }

    @Test
    void twoWhoPutIntoOneTextBothStay() {
        var map = new YMap();
        doc.getMap("steps").set("s1", map);
        var text = new YText("Bau");
        map.set("contributors", text);
        Step step = PlanReader.read(doc).steps().get(0);
        PlanWriter.put(doc, new Plan("", "", RichField.EMPTY, Map.of(), List.of(contributed(step, "Bau, IT"))));
        assertEquals("Bau, IT", text.toString());
        assertSame(text, map.get("contributors"));
    }

    private static Step contributed(Step step, String contributors) {
        Map<String, Object> tree = new HashMap<>(Map.of("id", step.id(), "contributors", contributors));
        Plan now = new Plan("", "", RichField.EMPTY, Map.of(), List.of(step));
        var parsed = (PlanTree.Accepted) PlanTree.parse(Map.of("steps", List.of(tree)), now, () -> "x");
        return parsed.plan().steps().get(0);
    }
}
