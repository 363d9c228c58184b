package de.werkraum.rich;

import de.werkraum.rich.RichText.Marks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The names under which an editor's schema knows nodes and marks: what is written into a document is written in the dialect that is spoken there.
 *
 * @param start the attribute with a list's first number
 * @param richer whether it has quotes, code, rules, tables, tasks and more marks
 */
record Dialect(
        String bullets,
        String numbers,
        String start,
        String item,
        String lineBreak,
        String strong,
        String em,
        boolean richer) {
    /** ProseMirror's basic schema, which the pages speak by themselves. */
    static final Dialect BASIC =
            new Dialect("bullet_list", "ordered_list", "order", "list_item", "hard_break", "strong", "em", false);

    /** TipTap's StarterKit. */
    static final Dialect TIPTAP =
            new Dialect("bulletList", "orderedList", "start", "listItem", "hardBreak", "bold", "italic", true);

    private static final Set<String> TIPTAP_NODES = Set.of(
            "bulletList",
            "orderedList",
            "listItem",
            "hardBreak",
            "taskList",
            "taskItem",
            "codeBlock",
            "horizontalRule",
            "tableRow");
    private static final Set<String> TIPTAP_MARKS = Set.of("bold", "italic", "strike");

    /** What of a text it can say, and Markdown too: neither is taken from a text because the other lacks it. */
    RichText sayable(RichText text) {
        return richer() ? NotUnderlined.of(text) : Basic.of(text);
    }

    Marks sayable(Marks marks) {
        return richer() ? marks.withoutUnderline() : Basic.of(marks);
    }

    /** What those nodes speak; the basic schema where nothing tells. */
    static Dialect of(List<Node> nodes) {
        Deque<Node> rest = new ArrayDeque<>(nodes);
        while (!rest.isEmpty()) {
            Node node = rest.pop();
            if (node instanceof Node.Element element) {
                if (TIPTAP_NODES.contains(element.name())) {
                    return TIPTAP;
                }
                element.children().forEach(rest::push);
            } else if (((Node.Chars) node).runs().stream().anyMatch(run -> run.marks().keySet().stream()
                    .anyMatch(TIPTAP_MARKS::contains))) {
                return TIPTAP;
            }
        }
        return BASIC;
    }
}
