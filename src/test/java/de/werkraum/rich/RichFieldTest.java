package de.werkraum.rich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.werkraum.crdt.Doc;
import de.werkraum.crdt.YText;
import de.werkraum.crdt.YType;
import de.werkraum.crdt.YXmlElement;
import de.werkraum.crdt.YXmlFragment;
import de.werkraum.crdt.YXmlText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rich text of other editors: read with its structure, given without loss, and left alone where nothing changes. */
class RichFieldTest {
    private final Doc doc = new Doc(1);
    private final YXmlFragment fragment = doc.getXmlFragment("minutes");

    @Test
    void tipTapIsReadWithItsStructure() {
        tipTap();
        assertEquals(
                """
                Erste Zeile.\\
                Zweite Zeile, @Anna fragen

                **fett** und *schräg*, ~~alt~~, `x`

                - Punkt
                  - Unterpunkt

                3. Drei

                - [x] erledigt
                - [ ] offen

                > Zitat

                ```sql
                select 1
                ```

                ___

                | Kopf | |
                | --- | --- |
                | a | b |

                [Bild](https://example.org/b.png)"""
                        .replace("| Kopf | |", "| Kopf |  |"),
                read().markdown());
    }

    @Test
    void whatMarkdownDoesNotSayComesBackFromTheNodes() {
        tipTap();
        RichField field = read();
        assertTrue(field.nodes().toString().contains("mentionSuggestionChar"), "all attributes are there");
        RichField given = RichField.parse(field.markdown(), field.nodes());
        assertEquals(field, given);
        assertEquals(0, doc.transact(() -> given.write(fragment)).length);

        var other = new Doc(2);
        other.transact(() -> given.write(other.getXmlFragment("minutes")));
        assertEquals(fragment.toString(), other.getXmlFragment("minutes").toString());
    }

    @Test
    void otherWordsCountMoreThanNodes() {
        tipTap();
        assertEquals(RichField.of(RichText.plain("neu")), RichField.parse("neu", read().nodes()));
    }

    @Test
    void anEditedTextLeavesTheRestInItsDialect() {
        tipTap();
        String before = fragment.toString();
        String markdown = read().markdown().replace("Unterpunkt", "Unterpunkt zwei");
        doc.transact(() -> RichField.parse(markdown, null).write(fragment));
        assertEquals(before.replace("Unterpunkt", "Unterpunkt zwei"), fragment.toString());
        doc.transact(() -> RichField.parse(markdown + "\n\n- neu", null).write(fragment));
        assertTrue(
                fragment.toString()
                        .contains("<bulletlist><listitem><paragraph>neu</paragraph></listitem></bulletlist>"),
                fragment.toString());
    }

    @Test
    void blockNoteHasListsWithoutLists() {
        YXmlElement group = node("blockGroup");
        fragment.push(group);
        group.push(
                node("blockContainer", node("heading", text("Titel")).setAttribute("level", 2L)),
                node(
                        "blockContainer",
                        node("bulletListItem", text("eins")),
                        node("blockGroup", node("blockContainer", node("bulletListItem", text("eins a"))))),
                node("blockContainer", node("bulletListItem", text("zwei"))),
                node("blockContainer", node("numberedListItem", text("fünf")).setAttribute("start", 5L)),
                node("blockContainer", node("numberedListItem", text("sechs"))),
                node("blockContainer", node("checkListItem", text("erledigt")).setAttribute("checked", true)));
        String markdown = "## Titel\n\n- eins\n  - eins a\n- zwei\n\n5. fünf\n6. sechs\n\n- [x] erledigt";
        assertEquals(markdown, read().markdown());
        String before = fragment.toString();
        doc.transact(
                () -> RichField.parse(markdown.replace("sechs", "acht"), null).write(fragment));
        assertEquals(before.replace("sechs", "acht"), fragment.toString());
    }

    @Test
    void charactersAreTextWhereverTheyLie() {
        fragment.push(new YXmlElement("paragraph"));
        YXmlElement paragraph = (YXmlElement) fragment.children().get(0);
        doc.transact(() -> de.werkraum.crdt.View.text(paragraph).insert(0, "direkt"));
        assertEquals("direkt", read().markdown());
        doc.transact(() -> RichField.parse("direkt hier", null).write(fragment));
        assertEquals("direkt hier", read().markdown());
        assertEquals(1, fragment.length());
        var text = new YText("im Text");
        doc.getMap("meta").set("x", text);
        assertEquals("im Text", RichField.read(text).markdown());
    }

    private RichField read() {
        return RichField.read(fragment);
    }

    private void tipTap() {
        YXmlElement styled = node("paragraph");
        var words = new YXmlText();
        YXmlElement mention = node("mention").setAttribute("label", "Anna").setAttribute("mentionSuggestionChar", "@");
        fragment.push(
                node(
                        "paragraph",
                        text("Erste Zeile."),
                        node("hardBreak"),
                        text("Zweite Zeile, "),
                        mention,
                        text(" fragen")),
                styled,
                node("bulletList", node("listItem", p("Punkt"), node("bulletList", node("listItem", p("Unterpunkt"))))),
                node("orderedList", node("listItem", p("Drei")))
                        .setAttribute("start", 3L)
                        .setAttribute("type", "1"),
                node(
                        "taskList",
                        node("taskItem", p("erledigt")).setAttribute("checked", true),
                        node("taskItem", p("offen")).setAttribute("checked", false)),
                node("blockquote", p("Zitat")),
                node("codeBlock", text("select 1")).setAttribute("language", "sql"),
                node("horizontalRule"),
                node(
                        "table",
                        node("tableRow", node("tableHeader", p("Kopf")).setAttribute("colspan", 2L)),
                        node("tableRow", node("tableCell", p("a")), node("tableCell", p("b")))),
                node("image").setAttribute("src", "https://example.org/b.png").setAttribute("alt", "Bild"));
        styled.push(words);
        words.insert(0, "x", Map.of("code", Map.of()));
        words.insert(0, ", ", Map.of());
        words.insert(0, "alt", Map.of("strike", Map.of()));
        words.insert(0, ", ", Map.of());
        words.insert(0, "schräg", Map.of("italic", Map.of()));
        words.insert(0, " und ", Map.of());
        words.insert(0, "fett", Map.of("bold", Map.of()));
    }

    private static YXmlElement p(String words) {
        return node("paragraph", text(words));
    }

    private static YXmlText text(String words) {
        return new YXmlText(words);
    }

    private static YXmlElement node(String name, YType... children) {
        var element = new YXmlElement(name);
        element.insert(0, List.of(children));
        return element;
    }
}
